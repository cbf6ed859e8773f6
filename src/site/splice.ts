import type { Range } from "./markup/element.ts";

/** One replacement in a text; `start` and `end` are UTF-16 indices into the text as it was. */
export interface Splice {
  start: number;
  end: number;
  text: string;
  /** What goes once around all insertions at the same place, for example ` style={{ ` and ` }}`. */
  wrap?: Wrap;
}

interface Wrap {
  open: string;
  separator: string;
  close: string;
}

/**
 * The text with all replacements made at once, or null when two of them want the same characters. The outcome depends
 * on where they are, and only for insertions at one place on their order.
 */
export function applySplices(text: string, splices: Splice[]): string | null {
  const sorted = withoutRepeats(splices).toSorted((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let position = 0;
  for (const splice of sorted.reduce<Splice[]>(joined, [])) {
    if (splice.start < position) return null;
    result += text.slice(position, splice.start) + finished(splice);
    position = splice.end;
  }
  return result + text.slice(position);
}

/** A part of the text after replacements that are all in it; null when two of them want the same characters. */
export function applyWithin(text: string, { start, end }: Range, splices: Splice[]): string | null {
  const shifted = splices.map((each) => ({ ...each, start: each.start - start, end: each.end - start }));
  return applySplices(text.slice(start, end), shifted);
}

/** Insertions with the same wrap at the same place become one; everything else stays as it is. */
function joined(splices: Splice[], next: Splice): Splice[] {
  const last = splices.at(-1);
  if (last?.wrap === undefined || !sameWrap(last, next)) return [...splices, next];
  return [...splices.slice(0, -1), { ...last, text: last.text + last.wrap.separator + next.text }];
}

function sameWrap(left: Splice, right: Splice): boolean {
  return (
    left.start === right.start &&
    left.end === right.end &&
    left.wrap?.open === right.wrap?.open &&
    left.wrap?.close === right.wrap?.close
  );
}

function finished({ text, wrap }: Splice): string {
  return wrap === undefined ? text : wrap.open + text + wrap.close;
}

function withoutRepeats(splices: Splice[]): Splice[] {
  return splices.filter(
    (splice, index) => !splices.slice(0, index).some((earlier) => isSame(earlier, splice)),
  );
}

function isSame(left: Splice, right: Splice): boolean {
  return left.text === right.text && left.start === right.start && left.end === right.end;
}
