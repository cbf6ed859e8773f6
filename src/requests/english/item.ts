import { parseColor } from "#src/site/color.ts";
import { looksLikeTarget } from "#src/requests/links.ts";
import { fieldNamed, listsOf } from "#src/requests/list-fields.ts";
import { amountEnd } from "./exact.ts";
import { fieldAt, isFieldOf, NAMED, nounAt, readName } from "./list-words.ts";
import { isDeterminer, isPart, readReference, skipDeterminers } from "./reference.ts";
import type { Found, Item, Noun, Reference, Source, Span } from "./source.ts";
import { isExact } from "./value.ts";
import { CHANGE, MODALS, isVerb } from "./verbs.ts";
import { propertiesMeant } from "./vocabulary.ts";
import { phrasesOf, wordsIn } from "./words.ts";

const NAME = { noun: null, place: null, isName: true, field: "", lists: null };

/** Whether the words can only be about an item of a list: a word for items is said, or a part that has a list. */
export function isSurelyItem({ noun, place }: Item): boolean {
  return noun !== null || (place?.sections.some((section) => listsOf(section).length > 0) ?? false);
}

/** An item whose value can be changed: `the About link`, `the price of Espresso`, `Espresso’s price`, and `About` behind `rename`. */
export function changedItemAt(source: Source, span: Span): Item | null {
  if (source.vocabulary.lists.length === 0) return null;
  const own = { start: skipDeterminers(source, span.start), end: span.end };
  const item = fieldOfAt(source, own) ?? ownedAt(source, own) ?? pricedAt(source, own);
  if (item === null) return calledAt(source, span);
  return isSurelyItem(item) || item.isName ? item : null;
}

const ENDS = wordsIn("item-ends");

/** `the price of Espresso`. */
function fieldOfAt(source: Source, { start, end }: Span): Item | null {
  const field = isFieldOf(source, start) ? fieldAt(source, start) : null;
  const item = field === null ? null : readItem(source, { start: start + 2, end });
  if (item === null || field === null) return null;
  const lists = field.lists.filter((list) => item.noun?.lists.includes(list) ?? true);
  const known = { ...item, field: field.word, lists };
  if (item.noun !== null || item.place !== null || !item.isName) return known;
  // `the price of Flat white needs to be $4`: what is said about the value ends the name.
  const first = skipDeterminers(source, start + 2);
  let last = first + 1;
  while (last < item.end && !isSaid(source.word(last))) last += 1;
  return last === item.end ? known : { ...known, words: source.wordsBetween(first, last), end: last };
}

const isSaid = (word: string): boolean =>
  MODALS.has(word) || isDeterminer(word) || /^(?:was|were)$/.test(word);

/** `Espresso's price`. */
const OWNER = phrasesOf("[^ ]+'s", "[^ ]+ [^ ]+'s", "[^ ]+ [^ ]+ [^ ]+'s");

function ownedAt(source: Source, { start }: Span): Item | null {
  const at = start + source.phrase(start, OWNER);
  const field = at === start ? null : fieldAt(source, at);
  if (field === null || isPart(readReference(source, start))) return null;
  const isName = source.isUpper(start);
  const words = source.wordsBetween(start, at).replace(/['’‘]s$/, "");
  return { ...NAME, words, isName, field: field.word, lists: field.lists, end: at + 1 };
}

const TO_PRICE = phrasesOf(
  "(?:to|is|costs|now|now costs|costs now|is now|should be|should cost|must be|goes to|goes up to|has to go up to|:|=|→)",
);

/** `Espresso to €2.80`, where a list has prices: a name before an amount. */
function pricedAt(source: Source, span: Span): Item | null {
  const lists = source.vocabulary.lists.filter((list) => fieldNamed(list, "price") !== null);
  const isName = source.isUpper(span.start) && !isVerb(source.verb(span.start));
  if (lists.length === 0 || !isName || isPart(readReference(source, span.start))) return null;
  const name = readName(source, span, (at) => source.phrase(at, TO_PRICE) > 0);
  const joint = name === null ? 0 : source.phrase(name.end, TO_PRICE);
  if (name === null || joint === 0) return null;
  const start = name.end + joint;
  const price = amountEnd(source, { start, end: span.end }, false);
  const isPrice = price !== null && !looksLikeTarget(source.wordsBetween(start, price));
  return isPrice ? { ...NAME, ...name, field: "price", lists } : null;
}

const CALLED = phrasesOf(
  "(?:(?:should|must) (?:now )?be|(?:is|has|needs|ought)(?: now)? to be) (?:called|named|labell?ed|renamed(?: to)?)",
);

/** `the About link`, `“About”`; without a word for items only what is to be called otherwise. */
function calledAt(source: Source, { start, end }: Span): Item | null {
  const before = source.word(start - 1);
  // `a link “Press”` is a new one.
  const isKnown = /^(?:the|our|my|your|this)$/.test(source.word(start)) || CHANGE.has(before);
  const called = isKnown || source.isQuote(start) ? readItem(source, { start, end }) : null;
  if (called === null || (isKnown && called.noun !== null)) return called;
  const isRenamed = /^(?:rename|retitle)$/.test(before) || source.phrase(called.end, CALLED) > 0;
  return isRenamed && (called.isName || isSurelyItem(called)) ? called : null;
}

/** `the About link in the menu`, `the link called About`, `Contact`, `the second question`. */
export function readItem(source: Source, { start, end }: Span): Item | null {
  const at = skipDeterminers(source, start);
  const before = nounAt(source, at);
  const first = behindNoun(source, at, before);
  const isEnd = (each: number) =>
    ENDS.has(source.word(each)) || isExact(source.word(each)) || nounAt(source, each) !== null;
  const name = readName(source, { start: first, end }, isEnd);
  if (name === null || before?.several === true) return null;
  const noun = before === null ? nounBehind(source, name.end) : { ...before, end: name.end };
  if (!mayBeItem(source, { ...name, start: first }, noun)) return null;
  const place = placeAt(source, (noun ?? name).end, end);
  const words = source.isQuote(first) ? name.words : numbered(name.words, noun);
  const lists = noun === null ? null : noun.lists;
  const { end: after } = place ?? noun ?? name;
  return { ...NAME, words, noun, lists, place, end: after, isName: source.isName(first) };
}

/** `link called About`, `link to About`: where the name begins behind the noun. */
function behindNoun(source: Source, start: number, noun: Noun | null): number {
  if (noun === null) return start;
  const named = noun.end + source.phrase(noun.end, NAMED);
  return /^(?:to|for)$/.test(source.word(named)) ? named + 1 : named;
}

/** `About link`, `Chai from the drinks`: a word for one item, or the name of the list in the place of a part. */
function nounBehind(source: Source, start: number): Noun | null {
  const from = /^(?:from|in|of)$/.test(source.word(start));
  const noun = nounAt(source, from ? skipDeterminers(source, start + 1) : start);
  return noun !== null && noun.several === from ? noun : null;
}

const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const NO_NAME =
  /^(?:all|every|each|any|some|both|these|those|no|it|them|him|her|us|me|you|this|that|everything|something|one|another|old|new|broken)(?:\s|$)/i;

/** `the second question` is the item at that place. */
function numbered(words: string, noun: Noun | null): string {
  const name = words.toLowerCase();
  const place = name === "last" ? name : ORDINALS.indexOf(name) + 1;
  return noun === null || place === 0 ? words : `#${place}`;
}

/** What names a part of the site is one, unless a word for items stands beside it. Words that describe name nothing. */
function mayBeItem(source: Source, { words, start, end }: Found & Span, noun: Noun | null): boolean {
  if (source.isQuote(start)) return true;
  if (NO_NAME.test(words) || parseColor(words) !== null) return false;
  const part = readReference(source, start);
  if (part === null || !isPart(part) || part.end < end) return true;
  if (noun === null) return source.isUpper(start) && !isAll(source, part);
  return noun.end === end || part.end < noun.end || !isAll(source, part);
}

/** `the navbar link` is all of its links, and `the order page` a property; `the FAQ link` is one link, although there is a section called FAQ. */
function isAll({ vocabulary }: Source, { sections, property: key }: Reference): boolean {
  const meant = propertiesMeant(vocabulary, key ?? "").some(({ section, property }) =>
    sections.length > 0 ? sections.includes(section) : property.value !== "links",
  );
  return key === null || meant;
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
