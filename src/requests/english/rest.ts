import { skipPoliteness } from "./politeness.ts";
import { readReference, type Reference } from "./reference.ts";
import { hasInstruction } from "./hidden-instruction.ts";
import { beginsWithTarget, type Segment } from "./segments.ts";
import type { Setting } from "./set-clause.ts";
import type { Source } from "./source.ts";
import { wordAt, wordsBetween } from "./tokens.ts";
import { readColor, type Value } from "./value.ts";

const POLITE_QUESTION = /^(?:can|could|would|will|may|is|how)$/;

/** What stands behind a value. */
export interface Rest {
  place: Reference | null;
  /** A colour for what was just said: `say “Hello” in red`. */
  color: Value | null;
  /** Where the next setting begins, when one follows at once: `text "Hello" color red`. */
  next: number | null;
  /** The words that nobody can place. */
  left: string;
}

/** Reads what follows a value: a place, a colour for the text, thanks, the next setting; the rest is left over. */
export function readRest(source: Source, setting: Setting, end: number): Rest {
  const { tokens, words, vocabulary } = source;
  let at = skipPoliteness(tokens, setting.at, end);
  const color = setting.value?.quoted === null ? null : colorAfter(source, at, end);
  if (color !== null) at = skipPoliteness(tokens, color.end, end);
  const next = at < end ? readReference(tokens, at, vocabulary) : null;
  if (next?.located === true && next.property === null) at = skipPoliteness(tokens, next.end, end);
  const placed = next !== null && at >= next.end ? next : null;
  if (goesOn(source, setting, at, end)) return { place: placed, color, next: at, left: "" };
  const left = setting.words ?? wordsBetween(words, tokens, at, end);
  const place = placed ?? (left === "" ? null : placeIn(source, at, end));
  return { place, color, next: null, left: reasonless(left) };
}

/** Where something is, among words that are not understood: enough to ask about the right section. */
function placeIn({ tokens, vocabulary }: Source, start: number, end: number): Reference | null {
  for (let at = start; at < Math.min(end, start + 12); at += 1) {
    const place = readReference(tokens, at, vocabulary);
    if (place?.located === true && place.end <= end && place.sections.length > 0)
      return { ...place, property: null };
  }
  return null;
}

/** `text "Hello" color red`: after a value that has an end, the next one may follow at once. */
function goesOn({ words, tokens, vocabulary }: Source, setting: Setting, at: number, end: number): boolean {
  if (setting.value === null || setting.value.text !== null) return false;
  return at < end && at > setting.value.start && beginsWithTarget(words, tokens, at, vocabulary);
}

/** `say “Hello” in red`. */
function colorAfter({ words, tokens }: Source, start: number, end: number): Value | null {
  if (!/^(?:in|with)$/.test(wordAt(tokens, start))) return null;
  const color = readColor(tokens, words, start + 1, end);
  if (color === null) return null;
  const from = wordsBetween(words, tokens, start, color.end);
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
  const { tokens } = source;
  const question = /\?\s*$/.test(value.text.slice(-9)) && POLITE_QUESTION.test(wordAt(tokens, segment.start));
  const more = hasInstruction(source, value.start + 1, segment.end);
  const doubt = question
    ? "I am not sure whether the question mark is a part of the text."
    : more
      ? "I am not sure where the text ends."
      : value.doubt;
  return { ...value, doubt, trailing: trailingPlace(source, value, segment) };
}

/** `Hello in the header`: a place, or the end of the text. */
function trailingPlace(
  { words, tokens, vocabulary }: Source,
  value: Value,
  segment: Segment,
): Value["trailing"] {
  for (let at = Math.max(value.start + 1, segment.end - 8); at < segment.end; at += 1) {
    const place = readReference(tokens, at, vocabulary);
    if (place?.located !== true || place.property !== null || place.sections.length === 0) continue;
    if (!/^(?:in|on|at|of|for|inside)$/.test(wordAt(tokens, at))) continue;
    if (skipPoliteness(tokens, place.end, segment.end) < segment.end) continue;
    return { text: wordsBetween(words, tokens, value.start, at), place };
  }
  return null;
}
