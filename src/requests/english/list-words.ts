import type { CatalogueProperty, Spot } from "#src/site/catalogue.ts";
import { addressField, fieldNamed } from "#src/requests/list-fields.ts";
import { readName } from "./item-name.ts";
import { isDeterminer, readReference } from "./reference.ts";
import { type Source, isLower, wordAt, phraseAt } from "./source.ts";
import { type Vocabulary, phraseKey } from "./vocabulary.ts";
import { phrasesIn, wordsIn, phrasesOf } from "./words.ts";

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
      list.fields === undefined || (!hasPlain && addressField(list) !== null) || called?.has(list) === true,
  );
}

/** A word for an item of a list: `link`, `menu item`, and what the site's own lists are called (`cards`, `card`). */
export interface Noun {
  end: number;
  /** The lists that are called so; all of them for a word that says nothing about which. */
  lists: CatalogueProperty[];
  /** Whether it speaks of more than one. */
  several: boolean;
}

export function nounAt(source: Source, at: number): Noun | null {
  const { lists, nouns } = source.vocabulary;
  for (let length = MOST_WORDS; length > 0; length -= 1) {
    const words = Array.from({ length }, (_, ahead) => wordAt(source, at + ahead));
    const named = words.includes("") ? undefined : nouns.get(phraseKey(words.join(" ")));
    if (named !== undefined)
      return { end: at + length, lists: [...named.keys()], several: [...named.values()].every(Boolean) };
  }
  const items = phraseAt(source, at, ITEMS);
  if (items > 0) return { end: at + items, lists, several: false };
  const length = LINKS.has(wordAt(source, at)) ? 1 : phraseAt(source, at, MENU_ITEMS);
  const several = wordAt(source, at).endsWith("s");
  return length === 0 ? null : { end: at + length, lists: linkLists(source.vocabulary), several };
}

/** `link`, `menu item`: words for what has a text and an address. */
export function isLinkWord(source: Source, at: number): boolean {
  return LINKS.has(wordAt(source, at)) || phraseAt(source, at, MENU_ITEMS) > 0;
}

/** The lists whose items have a field that is called by the word at this place. */
export function fieldAt(source: Source, at: number): { word: string; lists: CatalogueProperty[] } | null {
  const word = wordAt(source, at).replace(/'s?$/, "");
  const lists = word === "" ? [] : source.vocabulary.lists.filter((list) => fieldNamed(list, word) !== null);
  return lists.length === 0 ? null : { word, lists };
}

/** `the price of`: the value of an item is spoken of. */
export function isFieldOf(source: Source, start: number): boolean {
  let at = start;
  while (isDeterminer(wordAt(source, at))) at += 1;
  return fieldAt(source, at) !== null && /^(?:of|for)$/.test(wordAt(source, at + 1));
}

const FIRST =
  "first, the first place, the first position, the top, the very top, the beginning, the start, the front, top, front";
const LAST =
  "last, the last place, the last position, the end, the very end, the bottom, the back, end, bottom";
/** `first` alone says so, too, where it is not the beginning of a name. */
const AT_FIRST = phrasesOf(...withPlaces(FIRST));
const AT_LAST = phrasesOf(...withPlaces(LAST));
const BEFORE = phrasesOf("before", "in front of", "ahead of", "above", "right before", "directly before");
const AFTER = phrasesOf("after", "behind", "below", "right after", "directly after");

function withPlaces(list: string): string[] {
  const ends = list.split(", ");
  return ends.flatMap((end) => [`to ${end}`, `at ${end}`, `as ${end}`, `as the ${end}`]);
}

/** A place in a list: `to the end`, `at the top`, `before Blog`. */
export function spotAt(source: Source, at: number, end: number): { spot: Spot; end: number } | null {
  return endAt(source, at, end) ?? besideAt(source, at, end);
}

function endAt(source: Source, at: number, end: number): { spot: Spot; end: number } | null {
  const bare = isLower(source, at) ? wordAt(source, at) : "";
  const first = bare === "first" ? 1 : phraseAt(source, at, AT_FIRST);
  const last = bare === "last" ? 1 : phraseAt(source, at, AT_LAST);
  const ends = at + Math.max(first, last);
  // `to the top menu` is a part of the page.
  const isPlace = [at, at + 1].some((each) => (readReference(source, each)?.end ?? 0) > ends);
  if (ends === at || ends > end || isPlace) return null;
  return { spot: first > last ? "first" : "last", end: ends };
}

function besideAt(source: Source, at: number, end: number): { spot: Spot; end: number } | null {
  const [before, after] = [phraseAt(source, at, BEFORE), phraseAt(source, at, AFTER)];
  let start = at + Math.max(before, after);
  if (start === at) return null;
  while (isDeterminer(wordAt(source, start))) start += 1;
  const name = readName(
    source,
    { start, end },
    // `before Services` on a site that has a list of services.
    (each) => nounAt(source, each) !== null,
  );
  if (name === null) return null;
  const spot = before > 0 ? { before: name.words } : { after: name.words };
  return { spot, end: nounAt(source, name.end)?.end ?? name.end };
}
