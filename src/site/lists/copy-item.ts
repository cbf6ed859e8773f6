import { sentence } from "#src/words/sentence.ts";
import type { Item } from "#src/site/catalogue.ts";
import type { Range } from "#src/site/markup/element.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import { shorten } from "#src/site/shorten.ts";
import type { Located, ValueSlot } from "#src/site/slot.ts";
import { applyWithin, type Splice } from "#src/site/splice.ts";
import { echoed, type Echo } from "./echo.ts";

/** An item that a new one can be a copy of. */
export interface Copyable {
  text: string;
  body: Range;
  /** The places of its values, in the file. */
  fields: Record<string, Located<ValueSlot>>;
  /** Whether nothing is in it but these values and how they are written. */
  whole?: boolean;
  /** Strings in its code that say the value of a field again: `{% if page.url == "/about/" %}`. */
  echoes?: Echo[];
}

/** What an item is apart from its values: copied as it is, but for numbers that count. */
interface Residue {
  at: number;
  of: Copyable;
  shape: string;
  numbers: (Range & { value: number })[];
}

/** What only one item of a page may have, or only the one that is shown. */
const OWN = /\b(?:id|key|slug|uuid|aria-current|data-testid)\b\s*[=:]|\b(?:active|current|selected)\b/i;

const COMMENT = /(?:^|\s)(?:#|\/\/)|\/\*|<!--/;

/**
 * The text of a new item: the nearest one that is made like others, with other values. Numbers that count (`id: 3`) go on.
 * Refused where all are different in what the values do not say, because nothing says what it would be for the new one.
 */
export function copyItem(
  items: Copyable[],
  { item, at, label }: { item: Item; at: number; label: string },
): { ok: true; text: string } | Refusal {
  const wanted = Object.keys(item).toSorted().join();
  const alike = items.flatMap((of, place) => (namesOf(of) === wanted ? residueOf(of, place) : []));
  if (alike.length === 0) return nothingAlike(label, item);
  const group = groupToCopy(alike);
  if (group === null) return different(label, alike);
  const nearest = group.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at) || b.at - a.at)[0];
  if (nearest === undefined) return nothingAlike(label, item);
  const counted = countOn(group, nearest, { items, isLast: at === items.length });
  if (counted === null) return different(label, alike);
  return filled(nearest.of, item, counted);
}

/** Those of which one can be copied; null when each has something that only it may have. */
function groupToCopy(alike: Residue[]): Residue[] | null {
  const whole = alike.filter(({ of, shape }) => of.whole === true && !COMMENT.test(shape));
  if (whole.length > 0) return whole.map((residue) => ({ ...residue, numbers: [] }));
  const group = largest(alike);
  if (group.length > 1) return group;
  const plain = alike.filter(({ shape }) => !OWN.test(shape) && !COMMENT.test(shape));
  return plain.length === 1 ? plain : null;
}

function namesOf({ fields }: Copyable): string {
  return Object.entries(fields)
    .flatMap(([field, located]) => (located.ok && located.slot.current !== null ? [field] : []))
    .toSorted()
    .join();
}

function filled(
  { text, body, fields, echoes = [] }: Copyable,
  item: Item,
  counted: Splice[],
): { ok: true; text: string } | Refusal {
  const inCode = echoed(echoes, item);
  if (!inCode.ok) return inCode;
  const splices: Splice[] = [...counted, ...inCode.splices];
  for (const [field, value] of Object.entries(item)) {
    const located = fields[field];
    const placed = located?.ok ? located.slot.put(value) : null;
    if (placed?.ok === false) return placed;
    if (placed === null) return refuse("not-editable", sentence("site.new-item-field", { field }));
    splices.push(...placed.splices);
  }
  const written = applyWithin(text, body, splices);
  return written === null ? refuse("conflict", sentence("site.same-place")) : { ok: true, text: written };
}

/** The item without its values; none where a value has no place that can be cut out. */
function residueOf(of: Copyable, at: number): Residue[] {
  const places = Object.values(of.fields).flatMap((located) => {
    const placed = located.ok ? located.slot.put(located.slot.current ?? "") : null;
    return placed?.ok === true ? placed.splices : [];
  });
  const cuts = [...places, ...(of.echoes ?? [])].toSorted((a, b) => a.start - b.start);
  const parts: Range[] = [];
  let start = of.body.start;
  for (const cut of cuts) {
    if (cut.start < start || cut.end > of.body.end) return [];
    parts.push({ start, end: cut.start });
    start = cut.end;
  }
  parts.push({ start, end: of.body.end });
  const numbers = parts.flatMap((part) => numbersIn(of.text, part));
  const written = parts.map(({ start: from, end }) => of.text.slice(from, end)).join("\0");
  return [{ at, of, shape: shapeOf(written), numbers }];
}

/** What is written, whichever quotes and lines it is written in, and whatever numbers. */
function shapeOf(written: string): string {
  return written
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\d+/g, "0")
    .replaceAll(/\{["'`]|["'`]\}|["'`]/g, '"')
    .replaceAll('"\0"', "\0")
    .replaceAll(/ ?([<>\0]) ?/g, "$1");
}

function numbersIn(text: string, { start, end }: Range): Residue["numbers"] {
  return [...text.slice(start, end).matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    start: start + index,
    end: start + index + digits.length,
    value: Number(digits),
  }));
}

/** Those that are made alike; of as many the later ones. */
function largest(residues: Residue[]): Residue[] {
  const groups = new Map<string, Residue[]>();
  for (const residue of residues) groups.set(residue.shape, [...(groups.get(residue.shape) ?? []), residue]);
  return [...groups.values()].reduce((best, group) => (group.length >= best.length ? group : best), []);
}

/** Numbers that are the same stay, those that count go on; null for others. */
function countOn(
  group: Residue[],
  nearest: Residue,
  { items, isLast }: { items: Copyable[]; isLast: boolean },
): Splice[] | null {
  const splices: Splice[] = [];
  for (const [column, place] of nearest.numbers.entries()) {
    const values = group.map(({ numbers }) => numbers[column]?.value ?? NaN);
    if (values.every((value) => value === values[0])) continue;
    const [first = 0, second = 0] = values;
    const step = second - first;
    const counts = step > 0 && values.every((value, index) => value === first + index * step);
    if (!counts || !isLast) return null;
    const lead = leadOf(nearest.of.text, place.start);
    const isTaken = (number: number): boolean => items.some((item) => holds(item, `${lead}${number}`));
    let next = first + values.length * step;
    while (isTaken(next)) next += step;
    splices.push({ start: place.start, end: place.end, text: String(next) });
  }
  return splices;
}

/** What stands before a number on its line: `weight = `, `id="item-`. */
function leadOf(text: string, at: number): string {
  return /[^\s,;{[(<>]*[^\S\n]*[:=]?[^\S\n]*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? "";
}

/** Whether an item has a number, and not only the beginning of a longer one. */
function holds({ text, body }: Copyable, numbered: string): boolean {
  const written = text.slice(body.start, body.end);
  const at = written.indexOf(numbered);
  return at >= 0 && !/\d/.test(written.charAt(at + numbered.length));
}

function nothingAlike(label: string, item: Item): Refusal {
  const fields = Object.keys(item).join(", ");
  return refuse("not-editable", sentence("site.no-item-alike", { list: label, fields }));
}

function different(label: string, residues: Residue[]): Refusal {
  const [first, second] = residues;
  const difference = first === undefined ? "" : differenceOf(first.of, second?.of ?? first.of);
  return refuse(
    "not-editable",
    `Each item of ${label} also has something of its own${difference}, which a request cannot give: a developer has to add it, or name it as a field in ux-agent.json.`,
  );
}

/** The first words in which two items differ outside their values. */
function differenceOf(left: Copyable, right: Copyable): string {
  const values = new Set(
    [left, right].flatMap(({ fields }) =>
      Object.values(fields).flatMap((each) => (each.ok ? (each.slot.current ?? "").split(/\s+/) : [])),
    ),
  );
  const [one, other] = [left, right].map(({ text, body }) => text.slice(body.start, body.end).split(/\s+/));
  const found = one?.find((word, at) =>
    left === right ? OWN.test(word) : word !== other?.[at] && !values.has(word.replaceAll(/["',<>]/g, "")),
  );
  return found === undefined ? "" : ` (\`${shorten(found.replaceAll("`", ""), 40)}\`)`;
}
