import { parseColor } from "#src/site/color.ts";
import { fieldNamed, listsOf } from "#src/requests/list-fields.ts";
import { amountEnd } from "./exact.ts";
import { fieldAt, isFieldOf, NAMED, nounAt, readName } from "./list-words.ts";
import { CHANGE } from "./verbs.ts";
import { isPart, readReference, skipDeterminers } from "./reference.ts";
import type { Item, Noun, Reference, Source, Span } from "./source.ts";
import { isExact } from "./value.ts";
import { propertiesMeant } from "./vocabulary.ts";
import { phrasesOf, wordsIn } from "./words.ts";

/** Whether the words can only be about an item of a list: a word for items is said, or a part that has a list. */
export function isSurelyItem({ noun, place }: Item): boolean {
  return noun !== null || (place?.sections.some((section) => listsOf(section).length > 0) ?? false);
}

/** An item whose value can be changed: `the About link`, `the price of Espresso`, `Espresso’s price`, and `About` behind `rename`. */
export function changedItemAt(source: Source, span: Span): Item | null {
  if (source.vocabulary.lists.length === 0) return null;
  const at = skipDeterminers(source, span.start);
  const item =
    fieldOfAt(source, at, span.end) ?? ownedAt(source, at, span.end) ?? pricedAt(source, at, span.end);
  if (item === null) return calledAt(source, span);
  const lists = item.lists?.filter((list) => item.noun?.lists.includes(list) ?? true) ?? null;
  return isSurelyItem(item) || item.isName ? { ...item, lists } : null;
}

/** `the price of Espresso`. */
function fieldOfAt(source: Source, at: number, end: number): Item | null {
  const field = isFieldOf(source, at) ? fieldAt(source, at) : null;
  const start = skipDeterminers(source, at + 2);
  const item = field === null ? null : readItem(source, { start, end });
  if (item === null || field === null) return null;
  const known = { ...item, field: field.word, lists: field.lists };
  if (item.noun !== null || item.place !== null || !source.isUpper(start)) return known;
  // `the price of Espresso was $4`: a name that nothing follows ends with its last capital.
  let last = item.end;
  while (last > start + 1 && source.isLower(last - 1)) last -= 1;
  return { ...known, words: source.wordsBetween(start, last), end: last };
}

const LONGEST_PRICED = 3;
const TO_PRICE = phrasesOf(
  "(?:to|is|costs|now|now costs|costs now|is now|should be|should cost|must be|goes to|goes up to|has to go up to|:|=|→)",
);

/** `Espresso to €2.80`, where a list has prices: a name before an amount. */
function pricedAt(source: Source, start: number, end: number): Item | null {
  const lists = source.vocabulary.lists.filter((list) => fieldNamed(list, "price") !== null);
  if (lists.length === 0 || !source.isUpper(start) || isPart(readReference(source, start))) return null;
  for (let at = start + 1; at <= Math.min(end, start + LONGEST_PRICED); at += 1) {
    const amount = at + source.phrase(at, TO_PRICE);
    const isPrice = amount > at && amountEnd(source, { start: amount, end }, false) !== null;
    const words = source.wordsBetween(start, at);
    if (isPrice) return { words, noun: null, place: null, end: at, isName: true, field: "price", lists };
    if (source.word(at) === "") return null;
  }
  return null;
}

function calledAt(source: Source, { start, end }: Span): Item | null {
  const before = source.word(start - 1);
  // `a link “Press”` is a new one.
  const isKnown = /^(?:the|our|my|your|this)$/.test(source.word(start)) || CHANGE.has(before);
  if (!isKnown && source.tokens[start]?.kind !== "quote") return null;
  const called = readItem(source, { start, end });
  if (called === null || (isKnown && called.noun !== null)) return called;
  const isRenamed = /^(?:rename|retitle)$/.test(before) || source.phrase(called.end, CALLED) > 0;
  return isRenamed && (isSurelyItem(called) || called.isName) ? called : null;
}

/** `Espresso's price`. */
function ownedAt(source: Source, start: number, end: number): Item | null {
  const at = [start, start + 1, start + 2].find((each) => /.'s$/.test(source.word(each)));
  const field = at === undefined ? null : fieldAt(source, at + 1);
  if (at === undefined || field === null || isPart(readReference(source, start))) return null;
  const isName = source.isUpper(start) && source.isUpper(at);
  if (at > start && !isName) return null;
  const words = source.wordsBetween(start, at + 1).replace(/['’‘]s$/, "");
  const place = placeAt(source, at + 2, end);
  return {
    words,
    noun: null,
    place,
    end: place?.end ?? at + 2,
    isName,
    field: field.word,
    lists: field.lists,
  };
}

/** `the About link in the menu`, `the link called About`, `Contact`, `the second question`. */
export function readItem(source: Source, { start, end }: Span): Item | null {
  const at = skipDeterminers(source, start);
  const before = nounAt(source, at);
  const first = behindNoun(source, at, before);
  const stops = (each: number) =>
    ENDS.has(source.word(each)) || isExact(source.word(each)) || nounAt(source, each) !== null;
  const name = readName(source, { start: first, end }, stops);
  if (name === null || before?.several === true) return null;
  const { noun, end: after } = nounBehind(source, name.end, before);
  if (source.tokens[first]?.kind !== "quote") {
    const isItem =
      canBeName(source, { start: first, end: name.end }, noun) && !namesAnother(source, at, after);
    if (!isItem) return null;
    name.words = numbered(name.words, noun);
  }
  const place = placeAt(source, after, end);
  const isName = source.tokens[first]?.kind === "quote" || source.isUpper(first);
  return { words: name.words, noun, place, end: place?.end ?? after, isName, field: "", lists: null };
}

/** `link called About`, `link to About`: where the name begins behind the noun. */
function behindNoun(source: Source, start: number, noun: Noun | null): number {
  if (noun === null) return start;
  const { end } = noun;
  const named = end + source.phrase(end, NAMED);
  return /^(?:to|for)$/.test(source.word(named)) ? named + 1 : named;
}

/** `About link`, `Chai from the drinks`: a word for one item, or the name of the list in the place of a part. */
function nounBehind(source: Source, start: number, before: Noun | null): { noun: Noun | null; end: number } {
  if (before !== null) return { noun: before, end: start };
  const from = /^(?:from|in|of)$/.test(source.word(start));
  const noun = nounAt(source, from ? skipDeterminers(source, start + 1) : start);
  return noun === null || noun.several !== from ? { noun: null, end: start } : { noun, end: noun.end };
}

const CALLED = phrasesOf(
  "(?:(?:should|must) (?:now )?be|(?:is|has|needs|ought)(?: now)? to be) (?:called|named|labell?ed|renamed(?: to)?)",
);
const ENDS = wordsIn("item-ends");
const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const NO_NAME =
  /^(?:all|every|each|any|some|both|these|those|no|it|them|him|her|us|me|you|this|that|everything|something|one|another|old|new|broken)(?:\s|$)/i;

/** `the second question` is the item at that place. */
function numbered(words: string, noun: Noun | null): string {
  const name = words.toLowerCase();
  const place = ORDINALS.indexOf(name);
  if (noun === null || (place < 0 && name !== "last")) return words;
  return name === "last" ? "#last" : `#${place + 1}`;
}

/** What names a part of the site is one, unless a word for items stands beside it. Words that describe name nothing. */
function canBeName(source: Source, { start, end }: Span, noun: Noun | null): boolean {
  const words = source.words.slice(source.tokens[start]?.start, source.tokens[end - 1]?.end);
  if (NO_NAME.test(words) || parseColor(words) !== null) return false;
  if (noun !== null) return true;
  const part = readReference(source, start);
  return part === null || !isPart(part) || part.end < end || source.isUpper(start);
}

/** `the order page` where a property is called so: no item of the pages. */
function namesAnother(source: Source, start: number, end: number): boolean {
  const part = readReference(source, start);
  if (part === null || part.end < end || !isPart(part)) return false;
  if (part.property === null) return true;
  const meant = propertiesMeant(source.vocabulary, part.property);
  // `the CV link` where an address is called CV.
  if (meant.some(({ property }) => property.value === "url")) return true;
  // `the navbar link` is all of its links, and `the FAQ link` one of them, although there is a section called FAQ.
  return part.sections.length > 0
    ? meant.some(({ section }) => part.sections.includes(section))
    : meant.some(({ property }) => property.value !== "links");
}

export function placeAt(source: Source, start: number, end: number): Reference | null {
  if (!/^(?:from|in|on|of|inside|within|among)$/.test(source.word(start))) return null;
  const at = source.word(start) === "from" ? start + 1 : start;
  const place = readReference(source, at);
  if (place === null || place.end > end) return null;
  const meant = propertiesMeant(source.vocabulary, place.property ?? "");
  const lists = meant.filter(({ property }) => property.value === "links");
  const sections = place.sections.length > 0 ? place.sections : lists.map(({ section }) => section);
  return sections.length > 0 ? { ...place, sections, property: null } : null;
}
