import type { Cleanup } from "#stand-ins/processes/cleanup.ts";

const HOUR = 3_600_000;

/**
 * The daily look at what is open on GitHub, whose reports do not get here. It starts with the system and each hour, because
 * this machine may be off at any hour of the day; the function leaves alone what it has looked at within twenty hours.
 */
export function lookDaily(functionUrl: () => string, cleanup: Pick<Cleanup, "add">): void {
  // A function that is restarting just now is called again in an hour.
  const look = () => void fetch(functionUrl(), { method: "POST", body: "{}" }).catch(() => undefined);
  const timer = setInterval(look, HOUR);
  cleanup.add(async () => clearInterval(timer));
  look();
}
