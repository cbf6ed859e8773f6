import { skipLead } from "./lead.ts";
import { skipPoliteness } from "./politeness.ts";
import { isPart, readReference } from "./reference.ts";
import type { Reference, Source, Span } from "./source.ts";
import { CHANGE } from "./verbs.ts";
import { phrasesIn, phrasesOf } from "./words.ts";

/** Words that ask for what stands on the site to give way to something else: `change “7 to 18” to “8 to 20”`. */
export interface Replacement {
  /** What stands there now, as it was written. */
  old: string;
  /** All of a sentence that begins with `old`, not only these words. */
  sentence: boolean;
  value: string;
  /** Whether every place is meant: `replace every 2026`. */
  every: boolean;
  /** Where, if that was said. */
  places: Reference[];
}

/** What is said about a replacement besides its two texts. */
type Said = Pick<Replacement, "sentence" | "every" | "places">;

/** `should be`, `must be changed to`, and, of what is to be changed, `to`. */
const GIVES_WAY = ["→", `(?:${phrasesIn("modals").source} )?${phrasesIn("passive", "belonging").source}`];
const JOINT = phrasesOf(...GIVES_WAY);
const ASKED_JOINT = phrasesOf(...GIVES_WAY, "to", "with", "by", "into", "for");
const BEGINNING = phrasesOf("(?:that|which) (?:starts|begins) with", "(?:starting|beginning) with");
const EVERY = phrasesOf("every(?: single)?", "each", "all(?: the)?", "everywhere", "on every page");
const LEADING = phrasesIn("before-quote").source;
const BEFORE_VALUE = phrasesOf(`(?:${LEADING}|:)(?: (?:${LEADING}|:))*`);
/** Other words between these have a meaning of their own, which is not known here. */
const AROUND = phrasesOf(LEADING, phrasesIn("generic").source, "sentence|line|paragraph|from|it|says|,|:");

/**
 * The replacements that words can mean, when all of their words are part of it: in quotes there is one, and
 * `change 7 to 18 to 8 to 20` can be cut at each `to`. None when anything else is said.
 */
export function replacementsIn(source: Source): Replacement[] {
  const end = source.tokens.length;
  const said: Said = { sentence: false, every: false, places: [] };
  let start = skipAround(source, skipLead(source, 0, end), said);
  const isAsked = CHANGE.has(source.verb(start));
  if (isAsked) start = skipAround(source, start + 1, said);
  const isQuote = source.isQuote(start);
  // Without quotes, only what has a digit in it is taken by its words.
  if (!isQuote && !(isAsked && source.hasDigit(start))) return [];
  const cuts = isQuote ? [start + 1] : source.tokens.keys().drop(start + 1);
  return [...cuts].flatMap((at) => {
    const value = newText(source, { start, end: at }, isAsked ? ASKED_JOINT : JOINT);
    const own = { ...said, places: [...said.places] };
    if (value === null || !endsAfter(source, value.end, own)) return [];
    return [{ ...own, old: textIn(source, { start, end: at }), value: textIn(source, value) }];
  });
}

/** Skips names of parts, `every`, and words that only lead to a text; notes what they say. */
function skipAround(source: Source, start: number, said: Said): number {
  let at = start;
  for (let length = 1; length > 0; at += length) {
    const [beginning, every] = [source.phrase(at, BEGINNING), source.phrase(at, EVERY)];
    const part = beginning + every > 0 ? null : readReference(source, at);
    said.sentence ||= beginning > 0;
    said.every ||= every > 0;
    if (part !== null && isPart(part)) said.places.push(part);
    length = part !== null && isPart(part) ? part.end - at : beginning || every || source.phrase(at, AROUND);
  }
  return at;
}

/** What is to stand in the place of an old text: in quotes like it, or as far as words have a digit or stand in it, too. */
function newText(source: Source, old: Span, joints: RegExp): Span | null {
  const joint = old.end + source.phrase(old.end, joints);
  if (joint === old.end) return null;
  const quote = joint + source.phrase(joint, BEFORE_VALUE);
  if (source.isQuote(old.start)) return source.isQuote(quote) ? { start: quote, end: quote + 1 } : null;
  if (!source.hasDigit(joint)) return null;
  const known = new Set(source.tokens.slice(old.start, old.end).map(({ text }) => text));
  const isLike = (at: number) => source.hasDigit(at) || known.has(source.tokens[at]?.text ?? "");
  let end = joint;
  while (end < source.tokens.length && isLike(end)) end += 1;
  return { start: joint, end };
}

/** Whether nothing follows but a place and thanks. */
function endsAfter(source: Source, start: number, said: Said): boolean {
  const end = source.tokens.length;
  const at = skipPoliteness(source, start, end);
  return skipPoliteness(source, skipAround(source, at, said), end) === end;
}

const textIn = (source: Source, { start, end }: Span): string =>
  source.isQuote(start) ? (source.tokens[start]?.text ?? "") : source.wordsBetween(start, end);
