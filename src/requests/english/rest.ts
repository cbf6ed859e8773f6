import { remainder } from "./chatter.ts";
import { skipPoliteness } from "./politeness.ts";
import { readReference } from "./reference.ts";
import type { Reference, Source, Span } from "./source.ts";
import { phrasesOf } from "./words.ts";

/** What stands behind a value. */
export interface Rest {
  place: Reference | null;
  /** Another part that may be meant to be the same: `make the header red, and the footer too`. */
  also: Reference | null;
  /** The words that have no meaning here, and will be asked about. */
  left: string;
  /** Those that ask for nothing. */
  note: string;
}

/** Reads what follows a value: a place, thanks; the rest is left over. */
export function readRest(source: Source, { start, end }: Span, isWhole: boolean): Rest {
  const { place, at } = placeAt(source, skipPoliteness(source, start, end), end);
  const also = isWhole ? alsoAt(source, { start: at, end }) : null;
  if (also !== null) return { place, also, left: "", note: "" };
  const { left, note } = remainder(source, at, end);
  return {
    place: place ?? (left === "" ? null : placeIn(source, at, end)),
    left: reasonless(left),
    note,
    also,
  };
}

/** `in the footer` behind a value, and where the words go on after it. */
function placeAt(source: Source, start: number, end: number): { place: Reference | null; at: number } {
  const next = start < end ? readReference(source, start) : null;
  const located = next?.located === true && next.property === null;
  const at = located ? skipPoliteness(source, next.end, end) : start;
  return { place: next !== null && at >= next.end ? next : null, at };
}

const ALSO = phrasesOf("and also", "and", "also", "&", "plus");

function alsoAt(source: Source, { start, end }: Span): Reference | null {
  const part = readReference(source, start + source.phrase(start, ALSO));
  if (part === null || part.property !== null || part.located || part.sections.length === 0) return null;
  return part.end > end || skipPoliteness(source, part.end, end) < end ? null : part;
}

/** Where something is, among words that are not understood: enough to ask about the right section. */
function placeIn(source: Source, start: number, end: number): Reference | null {
  for (let at = start; at < Math.min(end, start + 12); at += 1) {
    const place = readReference(source, at);
    if (place?.located === true && place.end <= end && place.sections.length > 0)
      return { ...place, property: null };
  }
  return null;
}

/** A reason after a change needs no question, as long as nothing but the reason follows. */
function reasonless(left: string): string {
  return /^because\b[^.,;:!?–—-]*[.!]?$/i.test(left) ? "" : left;
}
