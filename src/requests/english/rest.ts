import { remainder } from "./chatter.ts";
import { phraseAt } from "./phrase-at.ts";
import { phrasesOf } from "./phrases.ts";
import { skipPoliteness } from "./politeness.ts";
import { readReference } from "./reference.ts";
import { beginsWithTarget } from "./segments.ts";
import type { Setting } from "./setting.ts";
import { type Reference, type Source, type Span, wordAt } from "./source.ts";
import { type Value, readColor, readValue, valueFrom } from "./value.ts";

const INSTEAD_OF = phrasesOf("instead of", "rather than", "and not", "not");
const SAYING = phrasesOf(
  "that says",
  "that reads",
  "which says",
  "saying",
  "reading",
  "with the text",
  "with the words",
);
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D})+$/u;

/** What stands behind a value. */
export interface Rest {
  place: Reference | null;
  /** What else the same part is to be: `say “Hello” in red`, `a red header that says “Hello”`. */
  more: Value | null;
  /** Another part that is to be the same: `make the header red, and the footer too`. */
  also: Reference | null;
  /** Where the next setting begins, when one follows at once: `text "Hello" color red`. */
  next: number | null;
  /** The words that have no meaning here, and will be asked about. */
  left: string;
  /** Those that ask for nothing. */
  note: string;
}

/** Reads what follows a value: more about the same part, a place, thanks, the next setting; the rest is left over. */
export function readRest(source: Source, setting: Setting, end: number): Rest {
  const first = skipPoliteness(source, afterColor(source, setting, end), end);
  const more = moreAt(source, setting.value, { start: first, end });
  const { place, at } = placeAt(source, more === null ? first : skipPoliteness(source, more.end, end), end);
  const rest = { place, more, also: null, next: null, left: "", note: "" };
  if (goesOn(source, setting, { start: at, end })) return { ...rest, next: at };
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

/** `blue instead of red`, `red 🎉`: what a colour is not to be, and what it is cheered with, says nothing more. */
function afterColor(source: Source, setting: Setting, end: number): number {
  if (setting.value === null || setting.value.color === null) return setting.at;
  const length = phraseAt(source, setting.at, INSTEAD_OF);
  const old = length === 0 ? null : readColor(source, setting.at + length, end);
  let at = skipPoliteness(source, old?.end ?? setting.at, end);
  while (at < end && EMOJI.test(wordAt(source, at))) at += 1;
  return at;
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

/** `text "Hello" color red`: after a value that has an end, the next one may follow at once. */
function goesOn(source: Source, { value }: Setting, { start, end }: Span): boolean {
  if (value === null || value.text !== null) return false;
  return start < end && start > value.start && beginsWithTarget(source, start);
}

/** `say “Hello” in red`, `a red header that says “Hello”`. */
function moreAt(source: Source, value: Value | null, { start, end }: Span): Value | null {
  if (value?.quoted != null && /^(?:in|with)$/.test(wordAt(source, start))) {
    const color = readColor(source, start + 1, end);
    return color === null ? null : { ...valueFrom(source, start, color.end), color: color.color };
  }
  const said = value !== null && value.color !== null ? phraseAt(source, start, SAYING) : 0;
  const more = said === 0 ? null : readValue(source, { start: start + said, end }, false);
  return more?.quoted == null ? null : more;
}

/** A reason after a change needs no question, as long as nothing but the reason follows. */
function reasonless(left: string): string {
  return /^because\b[^.,;:!?–—-]*[.!]?$/i.test(left) ? "" : left;
}
