import { isDeterminer, isPart, readReference } from "./reference.ts";
import { saysWhat } from "./segments.ts";
import type { Source, Span } from "./source.ts";
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
    // `without touching the color`
    const parts = NEGATIONS.has(source.word(at)) ? [at + 1, at + 2] : [];
    if (parts.some((next) => isPart(readReference(source, next)))) return true;
    if (source.tokens[at] !== given.tokens[at] && given.isLower(at) && readReference(source, at)) return true;
    if (isTargetAt(source, at, end)) return true;
  }
  return false;
}

/** `the footer text to`, `with the subtitle`, `and the header too`, in the middle of words. */
function isTargetAt(source: Source, at: number, end: number): boolean {
  const joined = ADDING.test(source.word(at - 1)) || /[,;(-]/.test(source.mark(at - 1));
  if (joined && isColoredPart(source, at, end)) return true;
  const part = readReference(source, at);
  if (part === null || part.end > end) return false;
  if (part.property !== null) return source.isLower(part.end - 1) && (joined || saysWhat(source, part.end));
  const isAdded = isDeterminer(source.word(at)) || source.phrase(part.end, TOO) > 0;
  return joined && part.sections.length > 0 && isAdded;
}

/** `and a blue footer`. */
function isColoredPart(source: Source, at: number, end: number): boolean {
  const color = readColor(source, at, end);
  const part = color === null ? null : readReference(source, color.end);
  return part !== null && part.end <= end;
}
