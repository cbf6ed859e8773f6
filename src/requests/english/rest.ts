import { remainder } from "./chatter.ts";
import { skipPoliteness } from "./politeness.ts";
import { readReference } from "./reference.ts";
import type { Setting } from "./setting.ts";
import { type Reference, type Source, type Span, wordAt } from "./source.ts";

/** What stands behind a value. */
export interface Rest {
  place: Reference | null;
  /** Another part that is to be the same: `make the header red, and the footer too`. */
  also: Reference | null;
  /** The words that have no meaning here, and will be asked about. */
  left: string;
  /** Those that ask for nothing. */
  note: string;
}

/** Reads what follows a value: a place, thanks, another part; the rest is left over. */
export function readRest(source: Source, setting: Setting, end: number): Rest {
  const { place, at } = placeAt(source, skipPoliteness(source, setting.at, end), end);
  const rest = { place, also: null, left: "", note: "" };
  const also = alsoAt(source, setting, { start: at, end });
  if (also !== null) return { ...rest, also };
  const { left, note } =
    setting.words === undefined ? remainder(source, at, end) : { left: setting.words, note: "" };
  return {
    ...rest,
    place: place ?? (left === "" ? null : placeIn(source, at, end)),
    left: reasonless(left),
    note,
  };
}

/** `in the footer` behind a value, and where the words go on after it. */
function placeAt(source: Source, start: number, end: number): { place: Reference | null; at: number } {
  const next = start < end ? readReference(source, start) : null;
  const located = next?.located === true && next.property === null;
  const at = located ? skipPoliteness(source, next.end, end) : start;
  return { place: next !== null && at >= next.end ? next : null, at };
}

/** A second section makes a request that cannot be done at once: that is asked, and not what its name means here. */
function alsoAt(source: Source, { value, targets }: Setting, { start, end }: Span): Reference | null {
  // A text without quotes goes on with these words.
  const mayBeText = value?.text != null && targets.some(({ property }) => property !== null);
  if (value === null || mayBeText) return null;
  let at = start;
  while (at < end && /^(?:and|also|&|plus)$/.test(wordAt(source, at))) at += 1;
  const other = readReference(source, at);
  if (other === null || !namesSection(other) || skipPoliteness(source, other.end, end) < end) return null;
  return { ...other, property: targets[0]?.property ?? null };
}

function namesSection({ property, located, sections }: Reference): boolean {
  return property === null && !located && sections.length > 0;
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
