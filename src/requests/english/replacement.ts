import { skipLead } from "./lead.ts";
import { skipPoliteness } from "./politeness.ts";
import { isPart, readReference } from "./reference.ts";
import {
  type Reference,
  type Source,
  type Span,
  markAt,
  phraseAt,
  verbAt,
  wordAt,
  wordsBetween,
} from "./source.ts";
import { CHANGE, MODALS } from "./verbs.ts";
import { phrasesIn, phrasesOf, wordsIn } from "./words.ts";

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

const JOINTS = phrasesOf("to", "with", "by", "into", "for");
const PASSIVE = phrasesIn("passive", "belonging");
const BEFORE_QUOTE = wordsIn("before-quote");
const GENERIC = wordsIn("generic");
const BEGINNING = phrasesOf(
  ...["starts", "begins"].flatMap((verb) => [`that ${verb} with`, `which ${verb} with`]),
  "starting with",
  "beginning with",
);
const EVERY = phrasesOf("every", "each", "all", "everywhere", "all the", "every single", "on every page");
/** Other words between these have a meaning of their own, which is not known here. */
const AROUND = new Set([...BEFORE_QUOTE, ...GENERIC, "sentence", "line", "paragraph", "from", "it", "says"]);

/**
 * The replacements that words can mean, when all of their words are part of it: in quotes there is one, and
 * `change 7 to 18 to 8 to 20` can be cut at each `to`. None when anything else is said.
 */
export function replacementsIn(source: Source): Replacement[] {
  const end = source.tokens.length;
  const said: Said = { sentence: false, every: false, places: [] };
  let at = skipAround(source, skipLead(source, 0, end), said);
  const isAsked = CHANGE.has(verbAt(source, at));
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
  const beginning = phraseAt(source, at, BEGINNING);
  if (beginning > 0) said.sentence = true;
  const every = phraseAt(source, at, EVERY);
  if (every > 0) said.every = true;
  if (beginning + every > 0) return at + Math.max(beginning, every);
  const reference = readReference(source, at);
  if (reference !== null && isPart(reference)) {
    said.places.push(reference);
    return reference.end;
  }
  return AROUND.has(wordAt(source, at)) || [",", ":"].includes(markAt(source, at)) ? at + 1 : at;
}

/** `change “A” to “B”`, `“A” should be “B”`. */
function quoted(
  source: Source,
  at: number,
  { said, isAsked }: { said: Said; isAsked: boolean },
): Replacement[] {
  const joint = jointAt(source, at + 1, isAsked);
  if (joint === at + 1) return [];
  let to = joint;
  while (BEFORE_QUOTE.has(wordAt(source, to)) || markAt(source, to) === ":") to += 1;
  const [old, value] = [source.tokens[at], source.tokens[to]];
  if (old === undefined || value?.kind !== "quote" || !endsAfter(source, to + 1, said)) return [];
  return [{ ...said, old: old.text, value: value.text }];
}

/** Where a joint ends that begins here; the same place when none does. */
function jointAt(source: Source, at: number, isAsked: boolean): number {
  if (markAt(source, at) === "→") return at + 1;
  const passive = MODALS.has(wordAt(source, at)) ? at + 1 : at;
  const length = phraseAt(source, passive, PASSIVE);
  if (length > 0) return passive + length;
  return at + Math.max(isAsked ? phraseAt(source, at, JOINTS) : 0, phraseAt(source, at, PASSIVE));
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
    const to = jointAt(source, at, true);
    const end = to === at ? to : endOfLike(source, to, { start, end: at });
    const own = { ...said, places: [...said.places] };
    if (end === to || !endsAfter(source, end, own)) continue;
    found.push({ ...own, old: wordsBetween(source, start, at), value: wordsBetween(source, to, end) });
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

const hasDigit = (source: Source, at: number): boolean => /\d/.test(wordAt(source, at));
