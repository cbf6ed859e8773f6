import { skipLead } from "./lead.ts";
import { skipPoliteness } from "./politeness.ts";
import { isDeterminer, readReference } from "./reference.ts";
import { markAt, type Token, wordAt } from "./tokens.ts";
import { readColor } from "./value.ts";
import { isVerb, MODALS, NEGATIONS } from "./verbs.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** One instruction of a request: the tokens from `start` up to `end`. */
export interface Segment {
  start: number;
  end: number;
  /** Whether what was said before is over: after a full stop or `but`, `don't` no longer reaches. */
  fresh: boolean;
}

const JOINTS = new Set(["and", "then", "but", "also", "plus", "&", "or", "nor", "while"]);
const FRESH = new Set(["but", "instead", "just", "only", "rather"]);
/** After a mark these begin a remark about what was said, and no part of a text. */
const REMARKS = new Set([
  "i",
  "i'm",
  "i'd",
  "i'll",
  "we",
  "we'd",
  "we're",
  "it",
  "it's",
  "that",
  "that's",
  "this",
  "they",
  "because",
  "since",
  "if",
  "unless",
  "when",
  "until",
  "so",
  "which",
  "as",
  "actually",
  "wait",
  "instead",
  "sorry",
  "oh",
  "nope",
  "ignore",
  "rather",
  "otherwise",
  "however",
  "everything",
]);

const TAKING_BACK = new Set([
  "kidding",
  "joking",
  "jk",
  "lol",
  "haha",
  "nvm",
  "nevermind",
  "forget",
  "scratch",
  "cancel",
]);

/** Cuts a request where a new instruction begins. A joint inside a text (`Fish and chips`) cuts nothing. */
export function segmentsOf(words: string, tokens: Token[], vocabulary: Vocabulary): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let fresh = true;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isJoint(tokens, at)) continue;
    const next = afterJoints(tokens, at);
    if (
      at > start &&
      beginsInstruction(words, tokens, next, /[^:]/.test(markAt(tokens, next - 1)), vocabulary)
    ) {
      segments.push({ start, end: at, fresh });
      fresh = isFresh(tokens, at, next);
      start = next;
    }
    at = next - 1;
  }
  segments.push({ start, end: tokens.length, fresh });
  return segments.filter((segment) => segment.end > segment.start);
}

function isJoint(tokens: Token[], at: number): boolean {
  return JOINTS.has(wordAt(tokens, at)) || /[,;.!?:(-]/.test(markAt(tokens, at));
}

function afterJoints(tokens: Token[], start: number): number {
  let at = start;
  while (at < tokens.length && isJoint(tokens, at)) at += 1;
  return at;
}

function isFresh(tokens: Token[], from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) {
    if (FRESH.has(wordAt(tokens, at)) || /[.;!?]/.test(markAt(tokens, at))) return true;
  }
  return false;
}

function beginsInstruction(
  words: string,
  tokens: Token[],
  start: number,
  afterMark: boolean,
  vocabulary: Vocabulary,
): boolean {
  if (start >= tokens.length) return false;
  if (skipPoliteness(tokens, start, tokens.length) === tokens.length) return false;
  if (afterMark && REMARKS.has(wordAt(tokens, start))) return true;
  const first = skipLead(tokens, start, tokens.length);
  const word = wordAt(tokens, first);
  if (TAKING_BACK.has(word)) return true;
  if (NEGATIONS.has(word) || isLink(tokens, first)) return true;
  if (isVerb(word) && isObject(tokens, first + 1, vocabulary)) return true;
  return beginsWithTarget(words, tokens, first, vocabulary);
}

/** `an About link and a Contact link`. */
function isLink(tokens: Token[], at: number): boolean {
  if (!/^(?:a|an|another)$/.test(wordAt(tokens, at))) return false;
  return [1, 2, 3, 4].some((ahead) => wordAt(tokens, at + ahead) === "link");
}

/** Whether words after the name of a part say what it is to be. */
export function saysWhat(tokens: Token[], at: number): boolean {
  return (
    /^(?:to|as|is|should|must|says?|reads?)$/.test(wordAt(tokens, at)) || /[=:→]/.test(markAt(tokens, at))
  );
}

function isObject(tokens: Token[], at: number, vocabulary: Vocabulary): boolean {
  const word = wordAt(tokens, at);
  return (
    isDeterminer(word) ||
    tokens[at]?.kind === "quote" ||
    /^(?:all|every|some|another|link|links|new)$/.test(word) ||
    readReference(tokens, at, vocabulary) !== null
  );
}

/** `the color to blue`, `its text “Hi”`: an instruction whose verb was said before. */
export function beginsWithTarget(
  words: string,
  tokens: Token[],
  first: number,
  vocabulary: Vocabulary,
): boolean {
  const reference = readReference(tokens, first, vocabulary);
  if (reference === null) return false;
  const next = wordAt(tokens, reference.end);
  if (next === "as" && wordAt(tokens, reference.end + 1) === "well") return false;
  const named = reference.property !== null || reference.sections.length > 0;
  if (/^(?:to|as|into|with)$/.test(next) || MODALS.has(next)) return true;
  if (named && saysWhat(tokens, reference.end)) return true;
  if (tokens[reference.end]?.kind === "quote") return true;
  return readColor(tokens, words, reference.end, tokens.length) !== null;
}
