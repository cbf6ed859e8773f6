import { isDeterminer, readReference } from "./reference.ts";
import { saysWhat } from "./segments.ts";
import type { Reference, Source, Span } from "./source.ts";
import { phrasesOf } from "./words.ts";
import { respelled } from "./spelling.ts";
import { readColor } from "./value.ts";
import { isVerb, NEGATIONS } from "./verbs.ts";

/** Before something that is to be changed as well. */
const ADDING = /^(?:and|with|as|plus|also|&|\+|\/|\|)$/;
const TOO = phrasesOf("too", "also", "as well");

/**
 * Whether an instruction begins in the middle of the words, most often with no joint before it (`Hello make it blue`)
 * or with a slip in it (`Hello and mkae it blue`).
 */
export function hasInstruction(given: Source, { start, end }: Span): boolean {
  const source = respelled(given, { start, end });
  for (let at = start; at < end; at += 1) {
    if (isVerb(source.word(at)) && readReference(source, at + 1) !== null) return true;
    if (isExceptionAt(source, at)) return true;
    if (source.tokens[at] !== given.tokens[at] && given.isLower(at) && readReference(source, at)) return true;
    if (isTargetAt(source, at, end)) return true;
  }
  return false;
}

/** `without touching the color`. */
function isExceptionAt(source: Source, at: number): boolean {
  if (!NEGATIONS.has(source.word(at))) return false;
  const references = [at + 1, at + 2].map((next) => readReference(source, next));
  return references.some((each) => each !== null && (each.property !== null || each.sections.length > 0));
}

/** `the footer text to`, `with the subtitle`, `and the header too`, in the middle of words. */
function isTargetAt(source: Source, at: number, end: number): boolean {
  const joined = ADDING.test(source.word(at - 1)) || /[,;(-]/.test(source.mark(at - 1));
  if (joined && isColoredPart(source, at, end)) return true;
  const reference = readReference(source, at);
  if (reference === null || reference.end > end) return false;
  if (reference.property === null)
    return joined && reference.sections.length > 0 && isAdded(source, at, reference);
  return source.isLower(reference.end - 1) && (joined || saysWhat(source, reference.end));
}

/** `and a blue footer`. */
function isColoredPart(source: Source, at: number, end: number): boolean {
  const color = readColor(source, at, end);
  const part = color === null ? null : readReference(source, color.end);
  return part !== null && part.end <= end;
}

function isAdded(source: Source, at: number, { end }: Reference): boolean {
  return isDeterminer(source.word(at)) || source.phrase(end, TOO) > 0;
}
