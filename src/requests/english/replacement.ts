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
const BEFORE_VALUE = phrasesOf(
  `(?:${phrasesIn("before-quote").source}|:)(?: (?:${phrasesIn("before-quote").source}|:))*`,
);
/** Other words between these have a meaning of their own, which is not known here. */
const AROUND = phrasesOf(
  phrasesIn("before-quote", "generic").source,
  "sentence",
  "line",
  "paragraph",
  "from",
  "it",
  "says",
  ",",
  ":",
);

/**
 * The replacements that words can mean, when all of their words are part of it: in quotes there is one, and
 * `change 7 to 18 to 8 to 20` can be cut at each `to`. None when anything else is said.
 */
export function replacementsIn(source: Source): Replacement[] {
  const end = source.tokens.length;
  const said: Said = { sentence: false, every: false, places: [] };
  let at = skipAround(source, skipLead(source, 0, end), said);
  const isAsked = CHANGE.has(source.verb(at));
  if (isAsked) at = skipAround(source, at + 1, said);
  if (source.tokens[at]?.kind === "quote") return quoted(source, at, { said, isAsked });
  return isAsked ? numbers(source, at, said) : [];
}

/** Skips names of parts, `every`, and words that only lead to a text; notes what they say. */
function skipAround(source: Source, start: number, said: Said): number {
  let at = start;
  for (;;) {
    const next = wordAfter(source, at, said);
    if (next === at) return at;
    at = next;
  }
}

function wordAfter(source: Source, at: number, said: Said): number {
  const [beginning, every] = [source.phrase(at, BEGINNING), source.phrase(at, EVERY)];
  said.sentence ||= beginning > 0;
  said.every ||= every > 0;
  if (beginning + every > 0) return at + Math.max(beginning, every);
  const reference = readReference(source, at);
  if (reference === null || !isPart(reference)) return at + source.phrase(at, AROUND);
  said.places.push(reference);
  return reference.end;
}

/** `change “A” to “B”`, `“A” should be “B”`. */
function quoted(
  source: Source,
  at: number,
  { said, isAsked }: { said: Said; isAsked: boolean },
): Replacement[] {
  const joint = source.phrase(at + 1, isAsked ? ASKED_JOINT : JOINT);
  const to = at + 1 + joint + source.phrase(at + 1 + joint, BEFORE_VALUE);
  const [old, value] = [source.tokens[at], source.tokens[to]];
  const isWhole = joint > 0 && value?.kind === "quote" && endsAfter(source, to + 1, said);
  return isWhole && old !== undefined ? [{ ...said, old: old.text, value: value.text }] : [];
}

/** Whether nothing follows but a place and thanks. */
function endsAfter(source: Source, start: number, said: Said): boolean {
  const end = source.tokens.length;
  const at = skipPoliteness(source, start, end);
  return skipPoliteness(source, skipAround(source, at, said), end) === end;
}

/** Without quotes, only what has a digit in it is taken by its words, and only for its like. */
function numbers(source: Source, start: number, said: Said): Replacement[] {
  if (!hasDigit(source, start)) return [];
  const found: Replacement[] = [];
  for (let at = start + 1; at < source.tokens.length; at += 1) {
    const to = at + source.phrase(at, ASKED_JOINT);
    const end = to === at ? to : endOfLike(source, to, { start, end: at });
    const own = { ...said, places: [...said.places] };
    if (end === to || !endsAfter(source, end, own)) continue;
    found.push({ ...own, old: source.wordsBetween(start, at), value: source.wordsBetween(to, end) });
  }
  return found;
}

/** How far words go that have a digit or stand in the old text as well, which the first of them has to have. */
function endOfLike(source: Source, start: number, old: Span): number {
  if (!hasDigit(source, start)) return start;
  const known = new Set(source.tokens.slice(old.start, old.end).map(({ text }) => text));
  let at = start;
  while (at < source.tokens.length && (hasDigit(source, at) || known.has(source.tokens[at]?.text ?? "")))
    at += 1;
  return at;
}

const hasDigit = (source: Source, at: number): boolean => /\d/.test(source.word(at));
