import { parseColor } from "#src/site/color.ts";
import { doubtAboutText } from "./doubtful-text.ts";
import { withoutPoliteness } from "./politeness.ts";
import type { Reference } from "./reference.ts";
import { isLower, markAt, phraseAt, phrases, type Token, wordAt, wordsBetween } from "./tokens.ts";

/**
 * What words in the place of a value can be. Which of it counts is decided by the property: `red` is a colour for
 * one and a text for another.
 */
export interface Value {
  /** What stood in quotes: never looked into. */
  quoted: string | null;
  /** One exact colour. */
  color: string | null;
  /** The words as given to the end of the clause; null where words without quotes cannot be a text. */
  text: string | null;
  /** Whether it is to be said or shown: then it is a text, whatever it sounds like. */
  said: boolean;
  /** Why the words may not be the text that is wanted. */
  doubt: string;
  /** A place that the words end with, and the text without it. */
  trailing: { text: string; place: Reference } | null;
  from: string;
  /** Its first token, after `say` and its kin. */
  start: number;
  /** The first token after it; where a text without quotes goes to the end. */
  end: number;
}

const BEFORE_QUOTE = new Set([
  "the",
  "a",
  "an",
  "text",
  "words",
  "word",
  "phrase",
  "following",
  "just",
  "simply",
  "this",
  "title",
  "value",
  "exactly",
]);
const BEFORE_COLOR = new Set(["the", "a", "an", "in", "color", "colour", "hex", "code", "be", "shade", "of"]);
const AFTER_COLOR = new Set(["color", "colour"]);
const VERBS = phrases(
  "be",
  "say",
  "read",
  "become",
  "show",
  "display",
  "have",
  "now say",
  "now read",
  "turn",
  "instead say",
);
const ANNOUNCING = phrases("the following", "this", "the text", "the words", "the color", "the colour");
const SAYING = new Set(["say", "read", "show", "display"]);
const LONGEST_COLOR = 4;
const AMOUNT = /^(?:[$€£¥]\d[\d.,]*|\d[\d.,]*[$€£¥])$/;
const ADDRESS = /^(?:https?:\/\/|www\.|[^\s@]+@)\S+$/i;

/**
 * Reads the value that begins at `start` and ends with the clause, at `end`. `free` says that a text may stand there
 * without quotes: after `to`, `say`, `with` it may, right after a name it may not.
 */
export function readValue(
  words: string,
  tokens: Token[],
  start: number,
  end: number,
  free: boolean,
): Value | null {
  const verb = verbLength(words, tokens, start, free);
  let first = start + verb;
  const announced = phraseAt(tokens, first, ANNOUNCING);
  if (markAt(tokens, first + announced) === ":") first += announced;
  while (first < end && isColon(tokens, first)) first += 1;
  if (first >= end) return null;
  const said = verb > 0 && SAYING.has(wordAt(tokens, start + verb - 1));
  const quoted = readQuotedValue(words, tokens, first, end);
  if (quoted !== null) return { ...quoted, said };
  const color = said ? null : readColor(tokens, words, first, end);
  const text = free || verb > 0 ? freeText(words, tokens, first, end) : null;
  if (color === null && text === null) return null;
  const colorEnd = color?.end ?? end;
  return {
    quoted: null,
    color: color?.color ?? null,
    text,
    said,
    doubt: text === null ? "" : doubtAboutText(words, tokens, first, end),
    trailing: null,
    start: first,
    from: wordsBetween(words, tokens, first, color === null ? end : colorEnd),
    end: colorEnd,
  };
}

/** Whether a word is an amount of money: `€4.50`. */
export function isAmount(word: string): boolean {
  return AMOUNT.test(word);
}

/** A colon before a value; those of `:)` and `:smile:` are part of it. */
function isColon(tokens: Token[], at: number): boolean {
  if (markAt(tokens, at) !== ":") return false;
  const [before, colon, after, next] = tokens.slice(Math.max(0, at - 1), at + 3);
  if (before?.end === colon?.start) return true;
  const emoji = colon?.end === after?.start && next?.text === ":" && next.start === after?.end;
  return after?.kind !== "mark" && !emoji;
}

/**
 * How many words of a value only say that it is one. After `to` a text may begin with such a word (`Show me more`,
 * `Have it your way`): there only `be`, `say` and `read` count, and not where they begin with a capital.
 */
function verbLength(words: string, tokens: Token[], start: number, free: boolean): number {
  const length = phraseAt(tokens, start, VERBS);
  if (!free || tokens[start + length]?.kind === "quote") return length;
  return isLower(words, tokens, start) && /^(?:be|say|read)$/.test(wordAt(tokens, start + length - 1))
    ? length
    : 0;
}

/** One exact colour at this place, with the words around it that only say that it is one. */
export function readColor(
  tokens: Token[],
  words: string,
  start: number,
  end: number,
): { color: string; end: number } | null {
  let at = start;
  while (at < end && BEFORE_COLOR.has(wordAt(tokens, at))) at += 1;
  if (markAt(tokens, at) === ":") at += 1;
  for (let length = Math.min(LONGEST_COLOR, end - at); length > 0; length -= 1) {
    const color = onlyWords(tokens, at, length)
      ? parseColor(wordsBetween(words, tokens, at, at + length))
      : null;
    if (color !== null) {
      const after = at + length;
      return { color, end: AFTER_COLOR.has(wordAt(tokens, after)) ? after + 1 : after };
    }
  }
  return null;
}

function readQuotedValue(words: string, tokens: Token[], start: number, end: number): Value | null {
  let at = start;
  while (at < end && (BEFORE_QUOTE.has(wordAt(tokens, at)) || markAt(tokens, at) === ":")) at += 1;
  const token = tokens[at];
  if (at >= end || token?.kind !== "quote") return null;
  return {
    quoted: token.text,
    color: null,
    text: null,
    said: false,
    doubt: "",
    trailing: null,
    start: at,
    from: words.slice(token.start, token.end),
    end: at + 1,
  };
}

function freeText(words: string, tokens: Token[], start: number, end: number): string {
  const text = wordsBetween(words, tokens, start, withoutPoliteness(tokens, start, end));
  // A text keeps its full stop, but an address or an amount that is all there is has none.
  const alone = text.replace(/[.,;!?]+$/, "");
  return ADDRESS.test(text) || isAmount(alone) ? alone : text;
}

function onlyWords(tokens: Token[], start: number, length: number): boolean {
  return tokens.slice(start, start + length).every((token) => token.kind === "word");
}
