import { sentence } from "#src/words/sentence.ts";
import { parseColor } from "#src/site/color.ts";
import { listsOf, namingField } from "#src/requests/list-fields.ts";
import type { ListWish } from "#src/requests/links.ts";
import { echo } from "#src/requests/naming.ts";
import { remainder } from "./chatter.ts";
import type { ItemClause } from "./item-clause.ts";
import { canLeadToPlace, isLinkWord, linkLists, nounAt, readName, targetAt } from "./list-words.ts";
import { skipPoliteness } from "./politeness.ts";
import { isDeterminer, isPart, readReference, skipDeterminers } from "./reference.ts";
import type { Noun, Reference, Source, Span } from "./source.ts";
import { ADD, USE } from "./verbs.ts";
import { sectionsMeant } from "./vocabulary.ts";
import { wordsIn } from "./words.ts";
import { type NewItem, type Values, fieldAmong, finish, keysOf, readPart } from "./item-parts.ts";

const ADJECTIVES = wordsIn("link-adjectives");
const HAVING = wordsIn("having");
const DESCRIBING =
  /^(?:no|any|following|big|small|large|bold|nice|good|few|couple|several|useful|broken|simple|social|missing|right|all)\b/;
const LONGEST_BEFORE = 10;

/** Reads `add a card called “Fast” with text “Very fast”`, `an About link to /about in the menu`, `add Pesto to the drinks`. */
export function readItemAdded(source: Source, span: Span): ItemClause | null {
  const state = begun(source, span);
  if (state === null) return null;
  while (state.at < state.end && readPart(source, state));
  finish(state);
  const leads = state.done.some((values) => values[keysOf(state).address ?? ""] != null);
  // What has no word for it and leads nowhere may be anything: `add Hello to the header`.
  return state.noun === null && !leads ? null : clauseOf(source, state, span);
}

/** Whether words go on with the item that an instruction before them adds: `… and text “Very fast”`. */
export function continuesItem(source: Source, span: Span, at: number): boolean {
  const state = ADD.has(source.verb(span.start)) ? begun(source, span) : null;
  return state?.noun != null && fieldAmong(state, source.word(at)) !== null;
}

/** What stands before the parts that readPart knows: a verb, a place, the word for the item, a name. */
function begun(source: Source, { start, end }: Span): NewItem | null {
  const adds = ADD.has(source.verb(start));
  const { place, at: first } = headOf(source, { start, end }, adds);
  const at = nounIn(source, { start: first, end });
  const state: NewItem = { ...EMPTY, done: [], values: {}, place, at: first, end };
  if (at === null) return adds && place === null ? readNamed(source, state) : null;
  // `put the Contact link at the end` speaks of one that is there.
  const isKnown =
    /^(?:put|place)$/.test(source.word(start)) &&
    source.word(first) === "the" &&
    skipAdjectives(source, first) < at;
  const isAsked = !isKnown && (first > start || isAlone(source, { start, end }, at));
  return isAsked && knowNoun(source, state, { at, adds }) ? state : null;
}

/** A verb that asks for an item, and a place before it. */
function headOf(source: Source, span: Span, adds: boolean): { place: Reference | null; at: number } {
  const verb = source.verb(span.start);
  const takes = adds || USE.has(verb) || /^(?:get|have)$/.test(verb);
  return placeFirst(source, span, adds) ?? { place: null, at: takes ? span.start + 1 : span.start };
}

const EMPTY = { noun: null, lists: [], spot: null, before: null, why: "" };

/** Reads the noun and the words before it; false where it is no word for one item of one list. */
function knowNoun(source: Source, state: NewItem, { at, adds }: { at: number; adds: boolean }): boolean {
  const noun = nounAt(source, at);
  const isLink = isLinkWord(source, at);
  const isNew = adds || source.word(at - 1) === "new";
  if (noun === null || (!isLink && (!isNew || noun.lists.length > 1))) return false;
  const before = { start: skipAdjectives(source, state.at), end: at };
  const lists = isLink ? linkLists(source.vocabulary) : noun.lists;
  // `menu item`, `footer link`: the part is named before the word for the item.
  const part = partBefore(source, before) ?? partBefore(source, { start: at, end: noun.end - 1 });
  Object.assign(state, { noun, lists, before: part, at: noun.end });
  if (before.start >= at) return true;
  if (part !== null || !isName(source, before, isLink)) return isLink;
  for (const name of namesIn(source, before, noun.several)) {
    finish(state);
    state.values[keysOf(state).name] = name;
  }
  return true;
}

/** `a link to About in the menu` after `I would like`, or as the second of two; `new link “Press” to /press`. */
function isAlone(source: Source, { start, end }: Span, noun: number): boolean {
  if (/^(?:a|an|another|one)$/.test(source.word(start))) return true;
  if (source.word(start) === "new" && noun === start + 1 && !isLinkWord(source, noun)) return true;
  const isFirst = skipAdjectives(source, start) === noun && !isDeterminer(source.word(noun + 1));
  return isFirst && source.tokens.slice(start, end).some((_, at) => targetAt(source, start + at) !== null);
}

/** `the navbar should have a link to About`, `add to the menu an About link`: the place comes first. */
function placeFirst(
  source: Source,
  { start, end }: Span,
  adds: boolean,
): { place: Reference; at: number } | null {
  const asks = adds || /^(?:can|could)$/.test(source.word(start));
  const first = asks ? start + 1 : start;
  const place = readReference(source, /^(?:to|in|into)$/.test(source.word(first)) ? first + 1 : first);
  if (place === null || place.sections.length === 0 || place.property !== null || place.end >= end)
    return null;
  let at = place.end;
  while (HAVING.has(source.word(at))) at += 1;
  const isPlace = (adds || at > place.end) && /^(?:a|an|another)$/.test(source.word(at));
  return isPlace ? { place, at } : null;
}

/** Where the word for the item stands, soon after the verb. */
function nounIn(source: Source, { start, end }: Span): number | null {
  for (let at = start; at < Math.min(end, start + LONGEST_BEFORE); at += 1) {
    const noun = nounAt(source, at);
    // Of the words before a noun, the last that is one counts: `Beans link` on a site that has a list of beans.
    if (noun !== null && nounAt(source, noun.end) === null) return at;
    if (canLeadToPlace(source, at)) return null;
  }
  return null;
}

function skipAdjectives(source: Source, start: number): number {
  let at = start;
  while (isDeterminer(source.word(at)) || ADJECTIVES.has(source.word(at))) at += 1;
  return at;
}

/** A part of the page whose name these words are, with a small letter: `About` is a name. */
function partBefore(source: Source, { start, end }: Span): Reference | null {
  const part = readReference(source.withTokens(source.tokens.slice(0, end)), start);
  const isPlace = part !== null && isPart(part) && part.end >= end && source.isLower(start);
  return isPlace ? { ...part, property: null } : null;
}

/** `about` may be the text of a link; `red`, `big About` and `the following` say something about it. */
function isName(source: Source, { start, end }: Span, isLink: boolean): boolean {
  if (source.tokens[start]?.kind === "quote") return true;
  const name = source.wordsBetween(start, end);
  if (!source.isLower(start)) return !/^\d+$/.test(name);
  return isLink && !/\p{Lu}/u.test(name) && parseColor(name) === null && !DESCRIBING.test(name);
}

/** One name, or each of several: `About, Pricing and Contact`. */
function namesIn(source: Source, { start, end }: Span, several: boolean): string[] {
  const isJoint = (at: number) => several && /^(?:,|and|&)$/.test(source.tokens[at]?.text ?? "");
  const joints = source.tokens.flatMap((_, at) => (at >= start && at < end && isJoint(at) ? [at] : []));
  return [...joints, end].flatMap((to, index) => {
    const from = (joints[index - 1] ?? start - 1) + 1;
    const quote = source.tokens.slice(from, to).find(({ kind }) => kind === "quote");
    return from >= to
      ? []
      : [quote !== undefined && to === from + 1 ? quote.text : source.wordsBetween(from, to)];
  });
}

/** `add Pricing to the menu`, `add Pesto to the drinks`, `add Docs (/docs)`: the name comes first. */
function readNamed(source: Source, state: NewItem): NewItem | null {
  const { at: start, end } = state;
  const name = readName(source, { start, end }, (at) => listAfter(source, at) !== null);
  const isName = source.tokens[start]?.kind === "quote" || /^[\p{Lu}\p{N}]/u.test(name?.words ?? "");
  if (name === null || !isName) return null;
  const list = listBehind(source, name.end);
  const known = { ...state, noun: list, lists: list?.lists ?? linkLists(source.vocabulary), at: name.end };
  // `Terms and Conditions` is one link and `Docs, Pricing` are two: words alone do not tell.
  const isOpen = source.tokens[start]?.kind !== "quote" && /,|\s(?:and|&|or)\s/.test(name.words);
  if (isOpen) return { ...known, why: sentence("doubt.one-item", { words: echo(name.words) }) };
  return { ...known, values: { [keysOf(known).name]: name.words } };
}

/** `to the drinks`, `for €3.40 to the drinks`. */
const listBehind = (source: Source, at: number): Noun | null =>
  listAfter(source, at) ?? listAfter(source, at + 2);

/** `to the menu`, `to the drinks`, `to the team`, which has one list and no other. */
function listAfter(source: Source, at: number): Noun | null {
  if (!/^(?:to|in|into)$/.test(source.word(at))) return null;
  const noun = nounAt(source, skipDeterminers(source, at + 1));
  if (noun?.several === true && noun.lists.length === 1) return noun;
  const place = readReference(source, at + 1);
  if (place === null || place.property !== null) return null;
  const lists = place.sections.flatMap(listsOf);
  const menus = sectionsMeant(source.vocabulary, "navbar");
  const isMenu = place.sections.some((section) => menus.includes(section));
  return isMenu || (lists.length === 1 && lists[0]?.fields !== undefined)
    ? { end: place.end, lists, several: true }
    : null;
}

function clauseOf(source: Source, state: NewItem, { start, end }: Span): ItemClause {
  const { lists, noun, done } = state;
  const links = (done.length > 0 ? done : [{}]).map((values) => wishFor(values, state));
  const isUnnamed = links.some((wish) => "label" in wish && wish.label === null);
  const why = state.why || (isUnnamed ? sentence("doubt.link-says") : "");
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
    const placed = place?.located === true || /^(?:to|into)$/.test(source.word(at - 1));
    if (place !== null && placed && place.end <= end && place.sections.length > 0) return place;
  }
  return null;
}
