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

const BEFORE_COLOR = wordsIn("before-color");
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
  const behind = start + verbLength(source, start, free);
  const colon = behind + source.phrase(behind, ANNOUNCING);
  const first = isColon(source, colon) ? colon + 1 : behind;
  if (first >= end) return null;
  const said = behind > start && SAYING.has(source.word(behind - 1));
  const quoted = readQuotedValue(source, { start: first, end });
  if (quoted !== null) return { ...quoted, said };
  return readBareValue(source, { start: first, end }, { said, isText: free || behind > start });
}

/** A colour, or a text without quotes where one may stand. */
function readBareValue(
  source: Source,
  { start, end }: Span,
  { said, isText }: { said: boolean; isText: boolean },
): Value | null {
  const color = said ? null : readColor(source, start, end);
  if (color === null && !isText) return null;
  const text = isText ? source.wordsBetween(start, withoutPoliteness(source, start, end)) : null;
  return { ...valueFrom(source, start, color?.end ?? end), color: color?.color ?? null, text, said };
}

/**
 * How many words of a value only say that it is one. After `to` a text may begin with such a word (`Show me more`,
 * `Have it your way`): there only `be`, `say` and `read` count, and not where they begin with a capital.
 */
function verbLength(source: Source, start: number, free: boolean): number {
  const length = source.phrase(start, VERBS);
  const counts =
    !free || (source.isLower(start) && /^(?:be|say|read)$/.test(source.word(start + length - 1)));
  return counts ? length : 0;
}

/** A colon before a value; those of `:)` and `:smile:` are part of it. */
function isColon(source: Source, at: number): boolean {
  const [before, colon, after] = [at - 1, at, at + 1].map((each) => source.tokens[each]);
  return source.mark(at) === ":" && (before?.end === colon?.start || after?.start !== colon?.end);
}

/** A value that is nothing yet, at the place of its words. */
export function valueFrom(source: Source, start: number, end: number): Value {
  const from = source.wordsBetween(start, end);
  return { quoted: null, color: null, text: null, said: false, doubt: "", trailing: null, from, start, end };
}

/** Whether words are an amount of money or an address: `€4.50`, `https://example.com`. */
export function isExact(words: string): boolean {
  return AMOUNT.test(words) || ADDRESS.test(words);
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
      return { color, end: /^colou?r$/.test(source.word(after)) ? after + 1 : after };
    }
  }
  return null;
}

/** What stands in quotes at this place, with the words before it that only say that it comes. */
export function readQuotedValue(source: Source, { start, end }: Span): Value | null {
  const token = source.tokens[start];
  if (start >= end || token?.kind !== "quote") return null;
  return {
    ...valueFrom(source, start, start + 1),
    quoted: token.text,
    said: SAYING.has(source.word(start - 1)),
  };
}
