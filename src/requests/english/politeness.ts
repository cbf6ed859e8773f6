import type { Source, Span } from "./source.ts";
import { phrasesIn } from "./words.ts";

/** Of a time these only say what is so anyway. At the end of a text without quotes they are hardly a part of it. */
const ASIDES = phrasesIn("asides");
const MARKS = "[,.!?;:…)-]";
const anyOf = (...patterns: RegExp[]): string => [MARKS, ...patterns.map(({ source }) => source)].join("|");
const THANKS = phrasesIn("thanks", "long-thanks");
const POLITE_PHRASE = `(?:${anyOf(THANKS, ASIDES, phrasesIn("afterthoughts"))})(?= )`;
/** No thanks are longer; the limit keeps a row of thanks from taking time at each of its words. */
const POLITE = new RegExp(`${POLITE_PHRASE}(?: ${POLITE_PHRASE}){0,39}`, "uy");
const ONLY_THANKS = new RegExp(`^(?:${THANKS.source})(?: (?:${anyOf(THANKS)}))* $`, "u");

/** Where the clause goes on after thanks and marks that change nothing in it. */
export function skipPoliteness(source: Source, start: number, end: number): number {
  const at = Math.max(start, Math.min(end, start + source.phrase(start, POLITE)));
  return isSigned(source, { start, end: at }, end) ? end : at;
}

/** `Many thanks, Ines` at the end of all: who sends it. */
function isSigned(source: Source, { start, end: at }: Span, end: number): boolean {
  const apart = at - start > 1 && source.mark(at - 1) !== "" && source.word(at - 2) !== "";
  if (!apart || end !== source.tokens.length || end - at > 2) return false;
  return source.tokens
    .slice(at, end)
    .every((token, index) => token.kind === "word" && source.isUpper(at + index));
}

/**
 * Where a text without quotes ends when thanks follow it. `please` is no part of a text, but `Many thanks` is one:
 * other thanks have to be set apart by a mark.
 */
export function withoutPoliteness(source: Source, start: number, end: number): number {
  for (let at = Math.max(start + 1, end - 6); at < end; at += 1) {
    const apart = source.tokens[at]?.kind === "mark" && source.tokens[at + 1]?.kind === "word";
    if (apart && isThanks(source, at + 1, end)) return at + (keepsMark(source, at) ? 1 : 0);
  }
  return end - start > 1 && /^(?:please|pls|plz)$/.test(source.word(end - 1)) ? end - 1 : end;
}

/** `Hello thanks`, `Call me, now`, `Hello if possible`: whether a text ends in words that may be none of it. */
export function endsInPoliteness(source: Source, start: number, end: number): boolean {
  if (skipPoliteness(source, start, end) === end) return false;
  for (let at = Math.max(start + 1, end - 8); at < end; at += 1) {
    if (source.tokens[at]?.kind !== "word" || skipPoliteness(source, at, end) < end) continue;
    const apart = source.tokens[at - 1]?.kind === "mark";
    if (apart || isThanks(source, at, end) || source.phrase(at, ASIDES) > 0) return true;
  }
  return false;
}

function isThanks(source: Source, start: number, end: number): boolean {
  return start < end && ONLY_THANKS.test(`${source.lineFrom(start, end)} `);
}

/** An exclamation mark and an ellipsis belong to the text before them, a comma or a dash does not. */
function keepsMark(source: Source, at: number): boolean {
  return /[!?…)]/.test(source.mark(at)) || (source.mark(at) === "." && source.mark(at - 1) === ".");
}
