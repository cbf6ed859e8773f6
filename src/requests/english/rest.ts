import { remainder } from "./chatter.ts";
import { hasInstruction } from "./hidden-instruction.ts";
import { phraseAt, phrasesOf } from "./phrases.ts";
import { skipPoliteness } from "./politeness.ts";
import { isPart, readReference } from "./reference.ts";
import { type Segment, beginsWithTarget } from "./segments.ts";
import type { Setting } from "./setting.ts";
import { type Reference, type Source, wordAt, wordsBetween } from "./source.ts";
import { type Value, readColor } from "./value.ts";
import { echo } from "#src/requests/possible.ts";

const POLITE_QUESTION = /^(?:can|could|would|will|may|is|how)$/;

const INSTEAD_OF = phrasesOf("instead of", "rather than", "and not", "not");

const NOTHING_LEFT = { left: "", note: "" };

/** What stands behind a value. */
export interface Rest {
  place: Reference | null;
  /** A colour for what was just said: `say “Hello” in red`. */
  color: Value | null;
  /** Another part that is to be the same: `make the header red, and the footer too`. */
  also: Reference | null;
  /** Where the next setting begins, when one follows at once: `text "Hello" color red`. */
  next: number | null;
  /** The words that have no meaning here, and will be asked about. */
  left: string;
  /** Those that ask for nothing. */
  note: string;
}

/** Reads what follows a value: a place, a colour for the text, thanks, the next setting; the rest is left over. */
export function readRest(source: Source, setting: Setting, end: number): Rest {
  let at = skipPoliteness(source, afterColor(source, setting, end), end);
  const color = setting.value?.quoted === null ? null : colorAfter(source, at, end);
  if (color !== null) at = skipPoliteness(source, color.end, end);
  const next = at < end ? readReference(source, at) : null;
  if (next?.located === true && next.property === null) at = skipPoliteness(source, next.end, end);
  const placed = next !== null && at >= next.end ? next : null;
  if (goesOn(source, setting, at, end))
    return { place: placed, color, also: null, next: at, left: "", note: "" };
  const also = alsoAt(source, setting, at, end);
  const { left, note } =
    also !== null
      ? NOTHING_LEFT
      : setting.words !== undefined
        ? { left: setting.words, note: "" }
        : remainder(source, at, end);
  const place = placed ?? (left === "" ? null : placeIn(source, at, end));
  return { place, color, also, next: null, left: reasonless(left), note };
}

/** A second section makes a request that cannot be done at once: that is asked, and not what its name means here. */
function alsoAt(source: Source, setting: Setting, start: number, end: number): Reference | null {
  const { value, targets } = setting;
  // A text without quotes goes on with these words.
  const mayBeText = value?.text != null && targets.some(({ property }) => property !== null);
  if (value === null || mayBeText) return null;
  let at = start;
  while (at < end && /^(?:and|also|&|plus)$/.test(wordAt(source, at))) at += 1;
  const other = readReference(source, at);
  if (other === null || other.property !== null || other.located || other.sections.length === 0) return null;
  return skipPoliteness(source, other.end, end) < end
    ? null
    : { ...other, property: targets[0]?.property ?? null };
}

/** `blue instead of red`, `red 🎉`: what a colour is not to be, and what it is cheered with, says nothing more. */
function afterColor(source: Source, setting: Setting, end: number): number {
  if (setting.value === null || setting.value.color === null) return setting.at;
  const length = phraseAt(source, setting.at, INSTEAD_OF);
  const old = length === 0 ? null : readColor(source, setting.at + length, end);
  let at = skipPoliteness(source, old?.end ?? setting.at, end);
  while (
    at < end &&
    /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D})+$/u.test(wordAt(source, at))
  )
    at += 1;
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
function goesOn(source: Source, setting: Setting, at: number, end: number): boolean {
  if (setting.value === null || setting.value.text !== null) return false;
  return at < end && at > setting.value.start && beginsWithTarget(source, at);
}

/** `say “Hello” in red`. */
function colorAfter(source: Source, start: number, end: number): Value | null {
  if (!/^(?:in|with)$/.test(wordAt(source, start))) return null;
  const color = readColor(source, start + 1, end);
  if (color === null) return null;
  const from = wordsBetween(source, start, color.end);
  return {
    quoted: null,
    color: color.color,
    text: null,
    said: false,
    doubt: "",
    trailing: null,
    from,
    start,
    end: color.end,
  };
}

/** A reason after a change needs no question, as long as nothing but the reason follows. */
function reasonless(left: string): string {
  return /^because\b[^.,;:!?–—-]*[.!]?$/i.test(left) ? "" : left;
}

/** A value with what stands around it: a text may end with a place, with the mark of a polite question, or in an instruction. */
export function valueInContext(source: Source, value: Value | null, segment: Segment): Value | null {
  if (value === null || value.text === null) return value;
  const question = /\?\s*$/.test(value.text.slice(-9)) && POLITE_QUESTION.test(wordAt(source, segment.start));
  const more = hasInstruction(source, value.start + 1, segment.end);
  const other = /^\p{Ll}/u.test(value.text) && mentionsPart(source, value.start, segment.end);
  const doubt = question
    ? "I am not sure whether the question mark is a part of the text."
    : more
      ? "I am not sure where the text ends."
      : other && value.doubt === ""
        ? `I am not sure whether “${echo(value.text)}” is the text itself.`
        : value.doubt;
  return { ...value, doubt, trailing: trailingPlace(source, value, segment) };
}

/** `twice the student fee` speaks of a part of the site. */
function mentionsPart(source: Source, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if (/^(?:the|our|my)$/.test(wordAt(source, at)) && isPart(readReference(source, at))) return true;
  }
  return false;
}

/** `Hello in the header`: a place, or the end of the text. */
function trailingPlace(source: Source, value: Value, segment: Segment): Value["trailing"] {
  for (let at = Math.max(value.start + 1, segment.end - 8); at < segment.end; at += 1) {
    const place = readReference(source, at);
    if (place?.located !== true || place.property !== null || place.sections.length === 0) continue;
    if (!/^(?:in|on|at|of|for|inside)$/.test(wordAt(source, at))) continue;
    if (skipPoliteness(source, place.end, segment.end) < segment.end) continue;
    return { text: wordsBetween(source, value.start, at), place };
  }
  return null;
}
