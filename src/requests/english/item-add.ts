import { parseColor } from "#src/site/color.ts";
import type { CatalogueProperty, Spot } from "#src/site/catalogue.ts";
import { addressField, fieldNamed, namingField } from "#src/requests/list-fields.ts";
import type { ListWish } from "#src/requests/links.ts";
import { echo } from "#src/requests/naming.ts";
import { remainder } from "./chatter.ts";
import type { ItemClause } from "./item-clause.ts";
import { NAMED, TO_TARGET, readName, targetAt } from "./item-name.ts";
import { type Noun, isLinkWord, linkLists, nounAt, spotAt } from "./list-words.ts";
import { skipPoliteness } from "./politeness.ts";
import { isDeterminer, isPart, readReference } from "./reference.ts";
import { skipDeterminers } from "./item.ts";
import {
  type Reference,
  type Source,
  type Span,
  isUpper,
  markAt,
  withTokens,
  wordAt,
  wordsBetween,
  phraseAt,
} from "./source.ts";
import { ADD, USE, verbAt } from "./verbs.ts";
import { sectionsMeant } from "./vocabulary.ts";
import { wordsIn, phrasesOf } from "./words.ts";

const ADJECTIVES = wordsIn("link-adjectives");
const HAVING = wordsIn("having");
const WHERE = wordsIn("before-place");
const JOINTS = wordsIn("item-joints");
const ANOTHER = phrasesOf("to", "a link to", "one to", "another to");
/** After these words comes no name of an item: they say what it does, or where it is to be. */
const NO_NAME = /^(?:after|before|above|below|beneath|beside|between|behind|next|near|somewhere|that|which)$/;
const DESCRIBING =
  /^(?:no|any|following|big|small|large|bold|nice|good|few|couple|several|useful|broken|simple|social|missing|right|all)\b/;
const LONGEST_BEFORE = 10;

type Values = Record<string, string | null>;

/** What is known of a new item while the words about it are read. */
interface NewItem {
  noun: Noun | null;
  lists: CatalogueProperty[];
  /** Items before this one: `links to About (/about) and Pricing (/pricing)`. */
  done: Values[];
  values: Values;
  spot: Spot | null;
  place: Reference | null;
  /** The part whose name stands before the noun: `a footer link`. */
  before: Reference | null;
  why: string;
  at: number;
  end: number;
}

/** Reads `add a card called “Fast” with text “Very fast”`, `an About link to /about in the menu`, `add Pesto to the drinks`. */
export function readItemAdded(source: Source, span: Span): ItemClause | null {
  const state = begun(source, span);
  if (state === null) return null;
  while (state.at < state.end && readPart(source, state));
  const leads = [...state.done, state.values].some((values) => values[keysOf(state).address ?? ""] != null);
  // What has no word for it and leads nowhere may be anything: `add Hello to the header`.
  return state.noun === null && !leads ? null : clauseOf(source, state, span);
}

/** Whether words go on with the item that an instruction before them adds: `… and text “Very fast”`. */
export function continuesItem(source: Source, span: Span, at: number): boolean {
  const state = ADD.has(verbAt(source, span.start)) ? begun(source, span) : null;
  return state?.noun != null && fieldAmong(state, wordAt(source, at)) !== null;
}

/** What stands before the parts that readPart knows: a verb, a place, the word for the item, a name. */
function begun(source: Source, { start, end }: Span): NewItem | null {
  const verb = verbAt(source, start);
  const adds = ADD.has(verb);
  const takes = adds || USE.has(verb) || /^(?:get|have)$/.test(verb);
  const placed = placeFirst(source, { start, end }, adds);
  const first = placed?.at ?? (takes ? start + 1 : start);
  const at = nounIn(source, { start: first, end });
  const noun = at === null ? null : nounAt(source, at);
  const empty = {
    noun,
    lists: [],
    done: [],
    values: {},
    spot: null,
    place: placed?.place ?? null,
    before: null,
    why: "",
    end,
  };
  if (at === null || noun === null)
    return adds && placed === null ? readNamed(source, { ...empty, at: first }) : null;
  const isLink = isLinkWord(source, at);
  const lists = isLink ? linkLists(source.vocabulary) : noun.lists;
  const state: NewItem = { ...empty, lists, before: partIn(source, at, noun.end), at: noun.end };
  if (!isLink && (!adds || noun.lists.length > 1)) return null;
  if (!takes && placed === null && !isAlone(source, { start, end }, at)) return null;
  return readBefore(source, state, { start: first, end: at }) || isLink ? state : null;
}

/** `a link to About in the menu` after `I would like`, or as the second of two; `new link “Press” to /press`. */
function isAlone(source: Source, { start, end }: Span, noun: number): boolean {
  if (/^(?:a|an|another|one)$/.test(wordAt(source, start))) return true;
  const isFirst = skipAdjectives(source, start) === noun;
  return isFirst && source.tokens.slice(start, end).some((_, at) => targetAt(source, start + at) !== null);
}

/** `the navbar should have a link to About`, `add to the menu an About link`: the place comes first. */
function placeFirst(
  source: Source,
  { start, end }: Span,
  adds: boolean,
): { place: Reference; at: number } | null {
  const asks = adds || /^(?:can|could)$/.test(wordAt(source, start));
  const first = asks ? start + 1 : start;
  const place = readReference(source, /^(?:to|in|into)$/.test(wordAt(source, first)) ? first + 1 : first);
  if (place === null || place.sections.length === 0 || place.property !== null || place.end >= end)
    return null;
  let at = place.end;
  while (HAVING.has(wordAt(source, at))) at += 1;
  const isPlace = (adds || at > place.end) && /^(?:a|an|another)$/.test(wordAt(source, at));
  return isPlace ? { place, at } : null;
}

/** Where the word for the item stands, soon after the verb. */
function nounIn(source: Source, { start, end }: Span): number | null {
  for (let at = start; at < Math.min(end, start + LONGEST_BEFORE); at += 1) {
    const noun = nounAt(source, at);
    // Of the words before a noun, the last that is one counts: `Beans link` on a site that has a list of beans.
    if (noun !== null && nounAt(source, noun.end) === null) return at;
    // `add a Log in link`: one link is no place to be in.
    if (WHERE.has(wordAt(source, at)) && nounAt(source, at + 1)?.several !== false) return null;
  }
  return null;
}

/** `menu item`: the part is named by the word for the item. */
function partIn(source: Source, at: number, end: number): Reference | null {
  return readReference(withTokens(source, source.tokens.slice(0, end - 1)), at);
}

function skipAdjectives(source: Source, start: number): number {
  let at = start;
  while (isDeterminer(wordAt(source, at)) || ADJECTIVES.has(wordAt(source, at))) at += 1;
  return at;
}

/** The words before the noun: names (`About and Contact links`), or a part of the page (`a footer link`); else false. */
function readBefore(source: Source, state: NewItem, { start, end }: Span): boolean {
  const first = skipAdjectives(source, start);
  if (first >= end) return true;
  const place = readReference(source, first);
  const name = wordsBetween(source, first, end);
  const lower = /^\p{Ll}/u.test(name);
  if (place !== null && isPart(place) && lower && place.end >= end) {
    state.before = { ...place, property: null };
    return false;
  }
  const isQuoted = source.tokens[first]?.kind === "quote";
  const describes = lower
    ? /\p{Lu}/u.test(name) || parseColor(name) !== null || DESCRIBING.test(name) || !isLinkWord(source, end)
    : /^\d+$/.test(name);
  if (describes && !isQuoted) return false;
  let from = first;
  for (let at = first; at <= end; at += 1) {
    const joint =
      state.noun?.several === true && (markAt(source, at) === "," || /^(?:and|&)$/.test(wordAt(source, at)));
    if (at < end && !joint) continue;
    finish(source, state);
    if (at > from) state.values[keysOf(state).name] = nameIn(source, { start: from, end: at });
    from = at + 1;
  }
  return true;
}

const nameIn = (source: Source, { start, end }: Span): string | null => {
  const token = source.tokens[start];
  return token?.kind === "quote" && end === start + 1 ? token.text : wordsBetween(source, start, end);
};

/** `add Pricing to the menu`, `add Pesto to the drinks`, `add Docs (/docs)`: the name comes first. */
function readNamed(source: Source, state: NewItem): NewItem | null {
  const { at: start, end } = state;
  const name = readName(source, { start, end }, (at) => listAfter(source, at) !== null);
  const isName = source.tokens[start]?.kind === "quote" || /^[\p{Lu}\p{N}]/u.test(name?.words ?? "");
  if (name === null || !isName) return null;
  const list = listAfter(source, name.end);
  const known = { ...state, noun: list, lists: list?.lists ?? linkLists(source.vocabulary), at: name.end };
  // `Terms and Conditions` is one link and `Docs, Pricing` are two: words alone do not tell.
  const isOpen = source.tokens[start]?.kind !== "quote" && /,|\s(?:and|&|or)\s/.test(name.words);
  if (isOpen) return { ...known, why: `I am not sure whether “${echo(name.words)}” is one item.` };
  return { ...known, values: { [keysOf(known).name]: name.words } };
}

/** `to the menu`, `to the drinks`, `to the team`, which has one list and no other. */
function listAfter(source: Source, at: number): Noun | null {
  if (!/^(?:to|in|into)$/.test(wordAt(source, at))) return null;
  const noun = nounAt(source, skipDeterminers(source, at + 1));
  if (noun?.several === true && noun.lists.length === 1) return noun;
  const place = readReference(source, at + 1);
  if (place === null || place.property !== null) return null;
  const lists = place.sections.flatMap(({ properties }) =>
    properties.filter(({ value }) => value === "links"),
  );
  const menus = sectionsMeant(source.vocabulary, "navbar");
  const isMenu = place.sections.some((section) => menus.includes(section));
  return isMenu || (lists.length === 1 && lists[0]?.fields !== undefined)
    ? { end: place.end, lists, several: true }
    : null;
}

/** What the name and the address of an item are called in its list; those of links, where there are several lists. */
function keysOf({ lists: [only, second] }: Pick<NewItem, "lists">): { name: string; address: string | null } {
  return only === undefined || second !== undefined
    ? { name: "label", address: "href" }
    : { name: namingField(only), address: addressField(only) };
}

/** The field that a word names and that has no value yet. */
function fieldAmong({ lists: [only, second], values }: NewItem, word: string): string | null {
  const id = only === undefined || second !== undefined ? undefined : fieldNamed(only, word)?.id;
  return id === undefined || values[id] !== undefined ? null : id;
}

/** Reads one part of what is said about the item; false when the words have no meaning here. */
function readPart(source: Source, state: NewItem): boolean {
  const { at } = state;
  const [named, target] = [phraseAt(source, at, NAMED), phraseAt(source, at, TO_TARGET)];
  if (named > 0 && readNameFrom(source, state, { start: at + named, given: true })) return true;
  if (readSpot(source, state)) return true;
  if (target > 0) return readTarget(source, state, at + target);
  if (targetAt(source, at) !== null) return readTarget(source, state, at);
  if (readField(source, state)) return true;
  if (WHERE.has(wordAt(source, at))) return readPlace(source, state) || skipJoint(source, state);
  return skipJoint(source, state) || readNameFrom(source, state, { start: at, given: false });
}

function skipJoint(source: Source, state: NewItem): boolean {
  if (!JOINTS.has(wordAt(source, state.at)) && !/^[,:()→-]$/.test(markAt(source, state.at))) return false;
  if (/^(?:,|and)$/.test(source.tokens[state.at]?.text ?? "")) readAnother(source, state);
  state.at += 1;
  return state.at < state.end;
}

/** `About (/about) and Pricing (/pricing)`: after a joint the next item begins, if a name or a place for one follows. */
function readAnother(source: Source, state: NewItem): void {
  const { name, address } = keysOf(state);
  const next = state.at + 1 + phraseAt(source, state.at + 1, ANOTHER);
  const isQuote = source.tokens[next]?.kind === "quote";
  const isComplete =
    isQuote || (address !== null && state.values[address] != null) || state.noun?.several === true;
  if (state.values[name] === undefined || !isComplete || !(isQuote || isUpper(source, next))) return;
  finish(source, state);
  state.at = next - 1;
}

function finish(_: Source, state: NewItem): void {
  if (Object.keys(state.values).length > 0) state.done.push(state.values);
  state.values = {};
}

/** A name that is given as one counts before the words before its noun: `an about link called “About us”`. */
function readNameFrom(
  source: Source,
  state: NewItem,
  { start, given }: { start: number; given: boolean },
): boolean {
  const { name: key } = keysOf(state);
  const known = state.values[key];
  const isFree = known === undefined || (given && /^\p{Ll}/u.test(known ?? ""));
  const nameless = !given && [start - 1, start].some((each) => NO_NAME.test(wordAt(source, each)));
  const name =
    isFree && !nameless
      ? readName(source, { start, end: state.end }, (at) => endsValue(source, state, at))
      : null;
  if (name === null) return false;
  state.values[key] = name.words;
  state.at = name.end;
  return true;
}

/** `at the end of the menu`, `before Blog`. */
function readSpot(source: Source, state: NewItem): boolean {
  const found = state.spot === null ? spotAt(source, state.at, state.end) : null;
  if (found === null) return false;
  state.spot = found.spot;
  state.at = found.end;
  return true;
}

/** An address, or words in its place (`pointing to our contact page`), which leave the address to be asked. */
function readTarget(source: Source, state: NewItem, start: number): boolean {
  const { address } = keysOf(state);
  if (address === null || state.values[address] != null) return false;
  const target = targetAt(source, start);
  // `at the end` is no place that a link leads to.
  if (target === null && wordAt(source, start - 1) === "at") return false;
  const name = target === null ? readName(source, { start, end: state.end }) : null;
  if (target === null && name === null) return false;
  if (target !== null) state.values[address] = target;
  state.at = name?.end ?? start + 1;
  return true;
}

/** `price $4`, `with text “Very fast”`. */
function readField(source: Source, state: NewItem): boolean {
  const field = fieldAmong(state, wordAt(source, state.at));
  if (field === null) return false;
  let start = state.at + 1;
  while (
    /^(?:is|of|as|reading|saying|says)$/.test(wordAt(source, start)) ||
    /^[:=→]$/.test(markAt(source, start))
  )
    start += 1;
  const target = targetAt(source, start);
  const value =
    target === null
      ? readName(source, { start, end: state.end }, (at) => endsValue(source, state, at))
      : { words: target, end: start + 1 };
  if (value === null) return false;
  state.values[field] = value.words;
  state.at = value.end;
  return true;
}

/** `price $4, text Good`: where the next field of the item begins. */
function endsValue(source: Source, state: NewItem, at: number): boolean {
  const next = /^(?:and|with)$/.test(wordAt(source, at)) || markAt(source, at) === "," ? at + 1 : at;
  return fieldAmong(state, wordAt(source, next)) !== null;
}

/** After `to` and its kin: an address, a part of the page, or what the link is called. */
function readPlace(source: Source, state: NewItem): boolean {
  const { at } = state;
  if (targetAt(source, at + 1) !== null) return readTarget(source, state, at + 1);
  const noun = nounAt(source, skipDeterminers(source, at + 1));
  if (noun?.several === true && noun.lists.some((list) => state.lists.includes(list))) {
    state.lists = noun.lists;
    state.at = noun.end;
    return true;
  }
  const place = state.place === null ? readReference(source, at + 1) : null;
  if (place !== null && place.end <= state.end) {
    state.place = { ...place, located: true };
    state.at = place.end;
    return true;
  }
  const isName = isUpper(source, at + 1) || source.tokens[at + 1]?.kind === "quote";
  return (
    /^(?:to|for)$/.test(wordAt(source, at)) &&
    isName &&
    readNameFrom(source, state, { start: at + 1, given: false })
  );
}

function clauseOf(source: Source, state: NewItem, { start, end }: Span): ItemClause {
  const { lists, noun } = state;
  const all = [
    ...state.done,
    ...(state.done.length > 0 && Object.keys(state.values).length === 0 ? [] : [state.values]),
  ];
  const links = all.map((values) => wishFor(values, state));
  const isUnnamed = links.some((wish) => "label" in wish && wish.label === null);
  const why = state.why || (isUnnamed ? "I am not sure what the link should say." : "");
  const rest = remainder(source, skipPoliteness(source, state.at, end), end);
  const place = state.place ?? state.before ?? (rest.left === "" ? null : lastPlace(source, { start, end }));
  return { links, lists: noun === null && place !== null ? null : lists, place, why, ...rest };
}

function wishFor(values: Values, { lists: [only, second], spot }: NewItem): ListWish {
  if (only?.fields !== undefined && second === undefined)
    return { add: { [namingField(only)]: null, ...values }, ...(spot === null ? {} : { to: spot }) };
  const link = { label: values["label"] ?? null, href: values["href"] ?? null };
  return spot === null || link.label === null ? link : { add: link, to: spot };
}

/** When some words about an item are not understood, where it is to be can still be clear. */
function lastPlace(source: Source, { start, end }: Span): Reference | null {
  for (let at = end - 1; at > Math.max(start, end - 12); at -= 1) {
    const place = readReference(source, at);
    const placed = place?.located === true || /^(?:to|into)$/.test(wordAt(source, at - 1));
    if (place !== null && placed && place.end <= end && place.sections.length > 0) return place;
  }
  return null;
}
