import type { Source, Span } from "./source.ts";
import { isExact } from "./value.ts";
import { phrasesOf } from "./words.ts";

const STATES = phrasesOf(
  "(?:is|are)(?: now(?: at)?)?",
  "(?:was|were|became|says|said|reads|costs?|goes|shows?)",
);
/** `I want that the footer is blue`, `it would be nice if the header was red`. */
const WISHED =
  /\b(?:want|wish|like|love|need|make|mean|nice|great|good|cool|awesome|lovely|perfect|wonderful|appreciate|happy|glad|grateful|pleased)\b.* (?:that|if)$|\bmake sure$/;

/** What is told about a part: its words and all behind them, whether it is named, and whether no word of its value can be mistaken. */
interface Told extends Span {
  isNamed: boolean;
  isSure: boolean;
}

/**
 * How many words at `at` tell what the part before them is, where that is a wish: one that is said to be, or, of a part that
 * is named, news.
 */
export function wishfulLength(source: Source, at: number, told: Told): number {
  const length = source.phrase(at, STATES);
  if (length === 0) return 0;
  const start = source.word(told.start) === "that" ? told.start + 1 : told.start;
  const isWished = WISHED.test(source.lineFrom(Math.max(0, start - 9), start));
  return isWished || isNews(source, at, told) ? length : 0;
}

/** Whether what is told of a part that is named is new: `now costs €5`, `our new head teacher is`, `my CV is https://…`. */
export function isNews(source: Source, at: number, { start, end, isNamed, isSure }: Told): boolean {
  // Behind a text without quotes they may be a part of it.
  const isNew = source.tokens
    .slice(start, isSure ? end : at + 2)
    .some(({ text }) => /^(?:now|new)$/.test(text));
  const isAddress =
    /^(?:is|are)$/.test(source.word(at)) && isExact(source.wordsBetween(at + 1, source.tokens.length));
  return isNamed && (isNew || isAddress || (isSure && source.isOrdered));
}
