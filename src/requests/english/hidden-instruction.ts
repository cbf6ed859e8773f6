import { isDeterminer, readReference } from "./reference.ts";
import { saysWhat } from "./segments.ts";
import type { Source } from "./source.ts";
import { respelled } from "./spelling.ts";
import { isLower, markAt, phraseAt, phrases, type Token, wordAt } from "./tokens.ts";
import { readColor } from "./value.ts";
import { isVerb, NEGATIONS } from "./verbs.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Before something that is to be changed as well. */
const ADDING = /^(?:and|with|as|plus|also|&|\+|\/|\|)$/;
const TOO = phrases("too", "also", "as well");

/**
 * Whether an instruction begins in the middle of the words, most often with no joint before it (`Hello make it blue`)
 * or with a slip in it (`Hello and mkae it blue`).
 */
export function hasInstruction(source: Source, start: number, end: number): boolean {
  const { words, vocabulary } = source;
  const tokens = [
    ...source.tokens.slice(0, start),
    ...respelled(source.tokens.slice(start, end), vocabulary),
    ...source.tokens.slice(end),
  ];
  for (let at = start; at < end; at += 1) {
    if (isVerb(wordAt(tokens, at)) && readReference(tokens, at + 1, vocabulary) !== null) return true;
    if (isExceptionAt(tokens, at, vocabulary)) return true;
    if (tokens[at]?.text !== source.tokens[at]?.text && readReference(tokens, at, vocabulary)) return true;
    if (isTargetAt({ words, tokens, vocabulary }, at, end)) return true;
  }
  return false;
}

/** `without touching the color`. */
function isExceptionAt(tokens: Token[], at: number, vocabulary: Vocabulary): boolean {
  if (!NEGATIONS.has(wordAt(tokens, at))) return false;
  const references = [at + 1, at + 2].map((next) => readReference(tokens, next, vocabulary));
  return references.some((each) => each !== null && (each.property !== null || each.sections.length > 0));
}

/** `the footer text to`, `with the subtitle`, `and the header too`, in the middle of words. */
function isTargetAt({ words, tokens, vocabulary }: Source, at: number, end: number): boolean {
  const joined = ADDING.test(wordAt(tokens, at - 1)) || /[,;(-]/.test(markAt(tokens, at - 1));
  const color = joined ? readColor(tokens, words, at, end) : null;
  const colored = color === null ? null : readReference(tokens, color.end, vocabulary);
  if (colored !== null && colored.end <= end) return true;
  const reference = readReference(tokens, at, vocabulary);
  if (reference === null || reference.end > end) return false;
  if (reference.property === null) {
    const added = isDeterminer(wordAt(tokens, at)) || phraseAt(tokens, reference.end, TOO) > 0;
    return joined && reference.sections.length > 0 && added;
  }
  return isLower(words, tokens, reference.end - 1) && (joined || saysWhat(tokens, reference.end));
}
