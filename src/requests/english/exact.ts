import { looksLikeTarget } from "#src/requests/links.ts";
import { isRelative } from "./looks.ts";
import { skipPoliteness } from "./politeness.ts";
import type { Reference, Source, Span } from "./source.ts";
import { isExact } from "./value.ts";
import { propertiesMeant } from "./vocabulary.ts";
import { phrasesOf, wordsIn } from "./words.ts";

const LONGEST_LISTED = 4;
const UNIT = /^(?:[ap]m|[ap]\.m|[$€£¥]|euros?|dollars?|pounds?|px|r?em)$/;
const BETWEEN_FIGURES = /^(?:to|[-–→(),/+])$/;
const LONGEST_UNIT = 3;
/** What joins or limits (`17 and`, `17 only`) is no unit. */
const AFTER_FIGURES = new Set(
  (["between", "joints", "prepositions", "limiting"] as const).flatMap((list) => [...wordsIn(list)]),
);

/**
 * Where words end that are a value by themselves or for the part named before them: an amount, an address, what the site
 * lists for one of its properties, or figures.
 */
export function exactEnd(source: Source, span: Span, part: Reference | null): number | null {
  return (
    amountEnd(source, span, part?.item !== undefined) ??
    listedEnd(source, span) ??
    (part === null ? figuresAhead(source, span) : figuresEnd(source, span, part))
  );
}

const IS_NEW = phrasesOf("is (?:the|our|my) new", "is what");

/** `11:00 is the new check-out time`: figures of which the words behind them say what they are for. */
function figuresAhead(source: Source, span: Span): number | null {
  const to = source.hasDigit(span.start) ? lastFigure(source, span) : span.start;
  return to > span.start && source.phrase(to, IS_NEW) > 0 ? to : null;
}

export function amountEnd(source: Source, { start, end }: Span, ofItem: boolean): number | null {
  const after = [start + 2, start + 1].find((each) => {
    const isWords = [start, each - 1].every((at) => source.word(at) !== "");
    const words = source.wordsBetween(start, each);
    return each <= end && isWords && (isExact(words) || (ofItem && looksLikeTarget(words)));
  });
  return after ?? null;
}

function listedEnd(source: Source, { start, end }: Span): number | null {
  for (let to = Math.min(end, start + LONGEST_LISTED); to > start; to -= 1)
    if (source.vocabulary.listed.has(source.wordsBetween(start, to).toLowerCase())) return to;
  return null;
}

/** `0161 496 0733`, `10:00 to 11:30`: words with digits, and what joins them, for a text or an item that is named. */
function figuresEnd(source: Source, { start, end }: Span, part: Reference): number | null {
  const meant = part.property === null ? [] : propertiesMeant(source.vocabulary, part.property);
  const isText = meant.length > 0 && meant.every(({ property }) => property.value === "text");
  // `(303) 555-0199` begins with a mark.
  const first = source.mark(start) === "(" ? start + 1 : start;
  if (!(isText || part.item !== undefined) || !source.hasDigit(first)) return null;
  const figures = { start: lastFigure(source, { start: first, end }), end };
  const to = figures.start + unitLength(source, figures);
  return isRelative(source.wordsBetween(start, to)) ? null : to;
}

function lastFigure(source: Source, { start, end }: Span): number {
  let last = start;
  for (let at = start; at < end; at += 1) {
    if (source.hasDigit(at) || UNIT.test(source.word(at))) last = at + 1;
    else if (!BETWEEN_FIGURES.test(source.tokens[at]?.text ?? "")) break;
  }
  return last;
}

/** `7 September 2026`, `12 Mill Lane`: what is counted or named so, up to the end of the words. */
function unitLength(source: Source, { start, end }: Span): number {
  let at = start;
  while (at < end && at - start < LONGEST_UNIT && (at === start || isNameOrYear(source, at))) {
    const isOver = source.word(at) === "" || AFTER_FIGURES.has(source.word(at));
    if (isOver || skipPoliteness(source, at, end) > at) break;
    at += 1;
  }
  return source.mark(at) === "," || skipPoliteness(source, at, end) === end ? at - start : 0;
}

const isNameOrYear = (source: Source, at: number): boolean =>
  source.isUpper(at) || (source.isUpper(at - 1) && source.hasDigit(at));
