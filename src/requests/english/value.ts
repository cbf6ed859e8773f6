import type { Why } from "#src/requests/draft.ts";
import { parseColor } from "#src/site/color.ts";
import { withoutPoliteness } from "./politeness.ts";
import type { Reference, Source, Span } from "./source.ts";
import { unformatted } from "./tokens.ts";
import { phrasesIn, wordsIn } from "./words.ts";

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
  doubt: Why;
  /** A place that the words end with, and the text without it. */
  trailing: { text: string; place: Reference } | null;
  from: string;
  /** Its first token, after `say` and its kin. */
  start: number;
  /** The first token after it; where a text without quotes goes to the end. */
  end: number;
}

const BEFORE_QUOTE = wordsIn("before-quote");
const BEFORE_COLOR = wordsIn("before-color");
const AFTER_COLOR = new Set(["color", "colour"]);
const VERBS = phrasesIn("being");
const ANNOUNCING = phrasesIn("announcing");
const SAYING = wordsIn("saying");
const LONGEST_COLOR = 4;
const AMOUNT = /^(?:[$€£¥]\d[\d.,]*|\d[\d.,]* ?[$€£¥])$/;
const ADDRESS = /^(?:https?:\/\/|www\.|[^\s@]+@)\S+$/i;

/**
 * Reads the value that begins at `start` and ends with the clause, at `end`. `free` says that a text may stand there
 * without quotes: after `to`, `say`, `with` it may, right after a name it may not.
 */
export function readValue(source: Source, { start, end }: Span, free: boolean): Value | null {
  const verb = verbLength(source, start, free);
  const first = afterAnnouncing(source, start + verb, end);
  if (first >= end) return null;
  const said = verb > 0 && SAYING.has(source.word(start + verb - 1));
  const quoted = readQuotedValue(source, { start: first, end });
  if (quoted !== null) return { ...quoted, said };
  return readBareValue(source, { start: first, end }, { said, text: free || verb > 0 });
}

/** A colour, or a text without quotes where one may stand. */
function readBareValue(
  source: Source,
  { start, end }: Span,
  may: { said: boolean; text: boolean },
): Value | null {
  const color = may.said ? null : readColor(source, start, end);
  if (color === null && !may.text) return null;
  const value = {
    ...valueFrom(source, start, color?.end ?? end),
    color: color?.color ?? null,
    said: may.said,
  };
  if (!may.text) return value;
  return { ...value, text: freeText(source, start, end) };
}

/** A value that is nothing yet, at the place of its words. */
export function valueFrom(source: Source, start: number, end: number): Value {
  const from = source.wordsBetween(start, end);
  return { quoted: null, color: null, text: null, said: false, doubt: "", trailing: null, from, start, end };
}

/** `the following:` and colons before a value only say that it comes. */
function afterAnnouncing(source: Source, start: number, end: number): number {
  const announced = source.phrase(start, ANNOUNCING);
  let at = source.mark(start + announced) === ":" ? start + announced : start;
  while (at < end && isColon(source, at)) at += 1;
  return at;
}

/** Whether words are an amount of money or an address: `€4.50`, `https://example.com`. */
export function isExact(words: string): boolean {
  return AMOUNT.test(words) || ADDRESS.test(words);
}

/** A colon before a value; those of `:)` and `:smile:` are part of it. */
function isColon(source: Source, at: number): boolean {
  const [before, colon, after, next] = [at - 1, at, at + 1, at + 2].map((each) => source.tokens[each]);
  if (colon === undefined || source.mark(at) !== ":") return false;
  if (before?.end === colon.start) return true;
  const emoji = colon.end === after?.start && next?.text === ":" && next.start === after.end;
  return after?.kind !== "mark" && !emoji;
}

/**
 * How many words of a value only say that it is one. After `to` a text may begin with such a word (`Show me more`,
 * `Have it your way`): there only `be`, `say` and `read` count, and not where they begin with a capital.
 */
function verbLength(source: Source, start: number, free: boolean): number {
  const length = source.phrase(start, VERBS);
  if (!free || source.tokens[start + length]?.kind === "quote") return length;
  return source.isLower(start) && /^(?:be|say|read)$/.test(source.word(start + length - 1)) ? length : 0;
}

/** One exact colour at this place, with the words around it that only say that it is one. */
export function readColor(source: Source, start: number, end: number): { color: string; end: number } | null {
  let at = start;
  while (at < end && BEFORE_COLOR.has(source.word(at))) at += 1;
  if (source.mark(at) === ":") at += 1;
  for (let length = Math.min(LONGEST_COLOR, end - at); length > 0; length -= 1) {
    const words = source.tokens.slice(at, at + length);
    const isBare = words.every(({ kind }) => kind === "word");
    const color = isBare ? parseColor(unformatted(source.wordsBetween(at, at + length))) : null;
    if (color !== null) {
      const after = at + length;
      return { color, end: AFTER_COLOR.has(source.word(after)) ? after + 1 : after };
    }
  }
  return null;
}

/** What stands in quotes at this place, with the words before it that only say that it comes. */
export function readQuotedValue(source: Source, { start, end }: Span): Value | null {
  let at = start;
  while (at < end && (BEFORE_QUOTE.has(source.word(at)) || source.mark(at) === ":")) at += 1;
  const token = source.tokens[at];
  if (at >= end || token?.kind !== "quote") return null;
  return { ...valueFrom(source, at, at + 1), quoted: token.text };
}

function freeText(source: Source, start: number, end: number): string {
  const text = source.wordsBetween(start, withoutPoliteness(source, start, end));
  // A text keeps its full stop, but an address or an amount that is all there is has none.
  const alone = text.replace(/[.,;!?]+$/, "");
  return ADDRESS.test(text) || AMOUNT.test(alone) ? alone : text;
}
