import { skipLead } from "./lead.ts";
import { isFieldOf } from "./list-words.ts";
import { skipPoliteness } from "./politeness.ts";
import { isDeterminer, isPart, readReference } from "./reference.ts";
import type { Source, Span } from "./source.ts";
import { respelled } from "./spelling.ts";
import { readColor } from "./value.ts";
import { isVerb, NEGATIONS } from "./verbs.ts";
import { phrasesIn, phrasesOf, wordsIn } from "./words.ts";

/** After a mark these begin a remark about what was said, and no part of a text. */
const REMARKS = wordsIn("remarks");
/** Also `an About link and a Contact link`. */
const BEGINNING = phrasesOf(
  phrasesIn("taking-back", "negations").source,
  String.raw`(?:an?|another)(?: [^ ]+){0,3} link`,
);
/** After the name of a part: what it is to be. */
const SAYING = phrasesOf("to|as(?! well )|is|should|must|says?|reads?|stays?|remains?|[=:→]");
const NEW_VALUE = phrasesOf("to", "as(?! well )", "into", "with", '"', phrasesIn("modals").source);
/** After a verb: what it changes. */
const OBJECT = phrasesOf(phrasesIn("determiners").source, '"', "them|all|every|some|another|links?");
/** Before something that is to be changed as well. */
const ADDING = /^(?:and|with|as|plus|also|&|\+|\/|\|)$/;
const TOO = phrasesOf("too", "also", "as well");

/** Whether an instruction begins at this place, behind a joint. */
export function beginsInstruction(source: Source, start: number, afterMark: boolean): boolean {
  const end = source.tokens.length;
  if (start >= end || skipPoliteness(source, start, end) === end) return false;
  if (afterMark && REMARKS.has(source.word(start))) return true;
  const first = skipLead(source, start, end);
  const isField = isFieldOf(source, first) && readReference(source, first) === null;
  const target = afterMark && source.word(first) === "with" ? first + 1 : first;
  return isField || beginsWithVerb(source, first) || beginsWithTarget(source, target);
}

function beginsWithVerb(source: Source, first: number): boolean {
  if (source.phrase(first, BEGINNING) > 0) return true;
  const [word, next] = [source.word(first), first + 1];
  const hasObject = source.phrase(next, OBJECT) > 0 || readReference(source, next) !== null;
  const isAlone = skipPoliteness(source, next, source.tokens.length) === source.tokens.length;
  if (isVerb(word) && (hasObject || isAlone)) return true;
  // `and rename About to Company`: what these verbs speak of has a name.
  return /^(?:rename|remove|delete|move)$/.test(word) && source.isUpper(next);
}

/** Whether words after the name of a part say what it is to be. */
export function saysWhat(source: Source, at: number): boolean {
  return source.phrase(at, SAYING) > 0;
}

/** `the color to blue`, `its text “Hi”`: an instruction whose verb was said before. */
function beginsWithTarget(source: Source, first: number): boolean {
  const part = readReference(source, first);
  if (part === null) return false;
  if (source.phrase(part.end, NEW_VALUE) > 0 || (isPart(part) && saysWhat(source, part.end))) return true;
  return readColor(source, part.end, source.tokens.length) !== null;
}

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
