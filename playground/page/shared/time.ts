const relatives = new Map<string, Intl.RelativeTimeFormat>();
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const precise = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
});
const full = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });

const units: [Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

/** “in 59 minutes”, “2 days ago”; or in another language. */
export function fromNow(at: number, now = Date.now(), locale = "en"): string {
  const seconds = Math.round((at - now) / 1000);
  const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
  return relativeIn(locale).format(Math.round(seconds / size), unit);
}

function relativeIn(locale: string): Intl.RelativeTimeFormat {
  const known = relatives.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  relatives.set(locale, known);
  return known;
}

/** “59 minutes”; an expired conversation waits to be removed. */
export function timeLeft(until: string, now = Date.now()): string {
  const at = Date.parse(until);
  return at > now ? fromNow(at, now).replace(/^in /, "") : "over";
}

/** To the millisecond, for what happens within one second. */
export const preciseTime = (at: number): string => precise.format(new Date(at));
export const clockTime = (at: number | string): string => clock.format(new Date(at));
export const fullTime = (at: number | string): string => full.format(new Date(at));
