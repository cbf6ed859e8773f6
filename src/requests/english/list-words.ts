import type { CatalogueProperty, Spot } from "#src/site/catalogue.ts";
import { addressField, fieldNamed } from "#src/requests/list-fields.ts";
import { targetOf } from "#src/requests/links.ts";
import { skipPoliteness } from "./politeness.ts";
import { readReference, skipDeterminers } from "./reference.ts";
import type { Found, Noun, Source, Span } from "./source.ts";
import { isExact } from "./value.ts";
import { type Vocabulary, phraseKey, singular } from "./vocabulary.ts";
import { phrasesIn, wordsIn } from "./words.ts";

const LINKS = wordsIn("links");
const MENU_ITEMS = phrasesIn("menu-items");
const ITEMS = phrasesIn("list-items");
const MOST_WORDS = 3;

/** The lists that links are added to: those of nothing but links or else of what has an address, and those called so. */
export function linkLists(vocabulary: Vocabulary): CatalogueProperty[] {
  const { lists } = vocabulary;
  const called = vocabulary.nouns.get("links");
  const hasPlain = lists.some(({ fields }) => fields === undefined);
  return lists.filter(
    (list) =>
      list.fields === undefined ||
      (!hasPlain && addressField(list) !== null) ||
      called?.includes(list) === true,
  );
}

export function nounAt(source: Source, at: number): Noun | null {
  const known = source.nouns.get(at);
  if (known !== undefined) return known;
  const noun = findNoun(source, at);
  source.nouns.set(at, noun);
  return noun;
}

/** Of two words for items the second counts: `Beans link` on a site that has a list of beans. */
function findNoun(source: Source, at: number): Noun | null {
  const noun = nounFrom(source, at);
  return noun === null || nounAt(source, noun.end) !== null ? null : noun;
}

function nounFrom(source: Source, at: number): Noun | null {
  const { lists, nouns } = source.vocabulary;
  const several = source.word(at).endsWith("s");
  if (LINKS.has(source.word(at)))
    return { end: at + 1, lists: linkLists(source.vocabulary), several, isLink: true };
  const item = source.phrase(at, MENU_ITEMS);
  for (let length = MOST_WORDS; length > 0; length -= 1) {
    const words = Array.from({ length }, (_, ahead) => source.word(at + ahead));
    const key = words.includes("") ? "" : phraseKey(words.join(" "));
    const named = nouns.get(key);
    if (named === undefined) continue;
    return { end: at + length, lists: named, several: singular(key) !== key, isLink: item > 0 };
  }
  if (item > 0) return { end: at + item, lists: linkLists(source.vocabulary), several, isLink: true };
  const items = source.phrase(at, ITEMS);
  return items === 0 ? null : { end: at + items, lists, several: false, isLink: false };
}

/** The lists whose items have a field that is called by the word at this place. */
export function fieldAt(source: Source, at: number): { word: string; lists: CatalogueProperty[] } | null {
  const word = source.word(at).replace(/'s?$/, "");
  const lists = word === "" ? [] : source.vocabulary.lists.filter((list) => fieldNamed(list, word) !== null);
  return lists.length === 0 ? null : { word, lists };
}

/** `the price of`: the value of an item is spoken of. */
export function isFieldOf(source: Source, start: number): boolean {
  const at = skipDeterminers(source, start);
  // `the answer to “Why?”`, where no part of the page is called answer.
  const isTo = source.word(at + 1) === "to" && source.isQuote(at + 2);
  const isOf = /^(?:of|for)$/.test(source.word(at + 1)) || (isTo && readReference(source, at) === null);
  return isOf && fieldAt(source, at) !== null;
}

const ENDS = phrasesIn("spot-first", "spot-last");
const AT_FIRST = phrasesIn("spot-first");
const BESIDE = phrasesIn("spot-before", "spot-after");
const BEFORE = phrasesIn("spot-before");

/** A place in a list: `to the end`, `at the top`, `first`, `before Blog`. */
export function spotAt(source: Source, at: number, end: number): { spot: Spot; end: number } | null {
  const ends = at + source.phrase(at, ENDS);
  // `First question` is a name, and `to the top menu` a part of the page.
  const isName = source.isUpper(at) || (readReference(source, ends - 1)?.end ?? 0) > ends;
  if (ends > at && ends <= end && (!isName || source.word(ends) === "of"))
    return { spot: source.phrase(at, AT_FIRST) > 0 ? "first" : "last", end: ends };
  const behind = at + source.phrase(at, BESIDE);
  return behind === at ? null : besideAt(source, { start: behind, end }, source.phrase(at, BEFORE) > 0);
}

function besideAt(
  source: Source,
  { start, end }: Span,
  isBefore: boolean,
): { spot: Spot; end: number } | null {
  // `before Services` on a site that has a list of services.
  const isNoun = (at: number) => nounAt(source, at) !== null;
  const name = readName(source, { start: skipDeterminers(source, start), end }, isNoun);
  if (name === null) return null;
  const spot = isBefore ? { before: name.words } : { after: name.words };
  return { spot, end: (nounAt(source, name.end) ?? name).end };
}

/** Before what an item is called. */
export const NAMED = phrasesIn("before-label");
/** Before where a link leads. */
export const TO_TARGET = phrasesIn("before-target");
const WHERE = wordsIn("before-place");
const LONGEST_NAME = 8;

/** The address as it was typed, not in lower case. */
export function targetAt(source: Source, at: number): Found | null {
  const token = source.tokens[at];
  const words = token === undefined ? null : targetOf(source.words, token, source.tokens[at + 1]);
  return words === null ? null : { words, end: at + 1 };
}

/**
 * The name of an item from one token on, as it was typed, up to what says more about the item or `stops` it; what stands in
 * quotes is one. null for what cannot be one.
 */
export function readName(
  source: Source,
  { start, end }: Span,
  stops: (at: number) => boolean = () => false,
): Found | null {
  const token = source.tokens[start];
  if (token === undefined || start >= end) return null;
  if (token.kind === "quote") return { words: token.text, end: start + 1 };
  const last = Math.min(end, start + LONGEST_NAME + 1);
  let at = start;
  while (at < last && !endsName(source, at, { start, end }) && !(at > start && stops(at))) at += 1;
  if (at === start || at - start > LONGEST_NAME) return null;
  return { words: source.wordsBetween(start, at), end: at };
}

function endsName(source: Source, at: number, { start, end }: Span): boolean {
  const { kind, text } = source.tokens[at] ?? {};
  // `R&D`, `Q-and-A` are words.
  if (kind !== "word" && text !== "," && text !== "&") return true;
  if (saysMore(source, at) || (/^(?:,|and|&)$/.test(text ?? "") && saysMore(source, at + 1))) return true;
  if (at === start) return false;
  return (
    skipPoliteness(source, at, end) === end || spotAt(source, at, end) !== null || isBeforePlace(source, at)
  );
}

function isBeforePlace(source: Source, at: number): boolean {
  if (!canLeadToPlace(source, at)) return false;
  return targetAt(source, at + 1) !== null || readReference(source, at + 1) !== null;
}

/** `in the menu`, and not `the Log in link`: one link is no place to be in. */
export function canLeadToPlace(source: Source, at: number): boolean {
  return WHERE.has(source.word(at)) && nounAt(source, at + 1)?.several !== false;
}

/** An address, or words that announce one or a name. */
function saysMore(source: Source, at: number): boolean {
  const isPriced = /^(?:for|at)$/.test(source.word(at)) && isExact(source.wordsBetween(at + 1, at + 2));
  const isAnnounced = [TO_TARGET, NAMED].some((words) => source.phrase(at, words) > 0);
  return isPriced || isAnnounced || targetAt(source, at) !== null;
}
