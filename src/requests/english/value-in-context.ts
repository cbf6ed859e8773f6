import { hasInstruction } from "./hidden-instruction.ts";
import { skipPoliteness } from "./politeness.ts";
import { isPart, readReference } from "./reference.ts";
import { type Source, type Span, wordAt, wordsBetween } from "./source.ts";
import type { Value } from "./value.ts";
import { echo } from "#src/requests/naming.ts";

const POLITE_QUESTION = /^(?:can|could|would|will|may|is|how)$/;

/** A value with what stands around it: a text may end with a place, with the mark of a polite question, or in an instruction. */
export function valueInContext(source: Source, value: Value | null, span: Span): Value | null {
  if (value === null || value.text === null) return value;
  const asks = /\?\s*$/.test(value.text.slice(-9)) && POLITE_QUESTION.test(wordAt(source, span.start));
  // No number ends with a question mark.
  const text = asks && !/\p{L}/u.test(value.text) ? value.text.replace(/\?\s*$/, "") : value.text;
  const doubt = doubtInContext(source, { ...value, text }, { start: value.start, end: span.end });
  return {
    ...value,
    text,
    doubt:
      asks && text === value.text ? "I am not sure whether the question mark is a part of the text." : doubt,
    trailing: trailingPlace(source, value, span.end),
  };
}

function doubtInContext(source: Source, value: Value, { start, end }: Span): string {
  if (hasInstruction(source, { start: start + 1, end })) return "I am not sure where the text ends.";
  const text = value.text ?? "";
  return value.doubt === "" && /^\p{Ll}/u.test(text) && mentionsPart(source, start, end)
    ? `I am not sure whether “${echo(text)}” is the text itself.`
    : value.doubt;
}

/** `twice the student fee` speaks of a part of the site. */
function mentionsPart(source: Source, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if (/^(?:the|our|my)$/.test(wordAt(source, at)) && isPart(readReference(source, at))) return true;
  }
  return false;
}

/** `Hello in the header`: a place, or the end of the text. */
function trailingPlace(source: Source, value: Value, end: number): Value["trailing"] {
  for (let at = Math.max(value.start + 1, end - 8); at < end; at += 1) {
    const place = readReference(source, at);
    if (place?.located !== true || place.property !== null || place.sections.length === 0) continue;
    if (!/^(?:in|on|at|of|for|inside)$/.test(wordAt(source, at))) continue;
    if (skipPoliteness(source, place.end, end) < end) continue;
    return { text: wordsBetween(source, value.start, at), place };
  }
  return null;
}
