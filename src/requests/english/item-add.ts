import { parseColor } from "#src/site/color.ts";
import { echo } from "#src/requests/naming.ts";
import { sentence } from "#src/words/sentence.ts";
import { remainder } from "./chatter.ts";
import type { ItemClause } from "./item-clause.ts";
import { type NewItem, fieldAmong, finish, readPart } from "./item-parts.ts";
import { canLeadToPlace, linkLists, nounAt, readName, targetAt } from "./list-words.ts";
import { skipPoliteness } from "./politeness.ts";
import { isDeterminer, isPart, readReference } from "./reference.ts";
import type { Found, Noun, Reference, Source, Span } from "./source.ts";
import { ADD, USE } from "./verbs.ts";
import { phrasesIn, phrasesOf, wordsIn } from "./words.ts";

const ADJECTIVES = wordsIn("link-adjectives");
const BEFORE_PLACE = phrasesOf("to|into|can|could");
const HAS = phrasesIn("having").source;
const HAVING = phrasesOf(`${HAS}(?: ${HAS})*`);
const DESCRIBING =
  /^(?:no|any|following|big|small|large|bold|nice|good|few|couple|several|useful|broken|simple|social|missing|right|all)\b/;

/** Reads `add a card called “Fast” with text “Very fast”`, `an About link to /about in the menu`, `add Pesto to the drinks`. */
export function readItemAdded(source: Source, span: Span): ItemClause | null {
  const state = begun(source, span);
  if (state === null) return null;
  while (state.at < state.end && readPart(source, state));
  finish(state);
  // What has no word for it and leads nowhere may be anything: `add Hello to the header`.
  const isItem = state.noun !== null || state.done.some(({ href }) => href != null);
  return isItem ? clauseOf(source, state, span) : null;
}

/** Whether words go on with the item that an instruction before them adds: `… and text “Very fast”`. */
export function continuesItem(source: Source, span: Span, at: number): boolean {
  const state = ADD.has(source.verb(span.start)) ? begun(source, span) : null;
  return state?.noun != null && fieldAmong(source, state, source.word(at)) !== null;
}

/** What stands before the parts that readPart knows: a verb, a place, and the word for the item or its name, or both. */
function begun(source: Source, span: Span): NewItem | null {
  const { place, at } = headOf(source, span);
  const before = beforeNoun(source, { start: at, end: span.end });
  const noun = nounAt(source, before.end);
  const head = { done: [], values: {}, spot: null, why: "" };
  const state: NewItem = { ...head, noun, place, at: noun?.end ?? before.end, end: span.end };
  const adds = ADD.has(source.verb(span.start));
  if (noun === null) return adds && place === null ? withName(source, state, before) : null;
  const isNew = noun.lists.length === 1 && (adds || source.word(before.start - 1) === "new");
  const isAsked = at > span.start || isAlone(source, span, before);
  return isAsked && (isNew || noun.isLink) ? withNoun(source, { ...state, noun }, before) : null;
}

/** Behind a verb that asks for an item, and a place before it: `the navbar should have a`, `add to the menu an`. */
function headOf(source: Source, { start, end }: Span): { place: Reference | null; at: number } {
  const verb = source.verb(start);
  const asks = ADD.has(verb) || USE.has(verb) || /^(?:get|have)$/.test(verb);
  const first = asks ? start + 1 : start;
  const place = readReference(source, first + source.phrase(first, BEFORE_PLACE));
  const isPlace = place !== null && place.sections.length > 0 && place.property === null;
  const at = isPlace ? place.end + source.phrase(place.end, HAVING) : end;
  const isFirst = isPlace && at < end && /^(?:a|an|another)$/.test(source.word(at));
  return isFirst ? { place: { ...place, located: true }, at } : { place: null, at: first };
}

/** The words between a verb and the word for the item; none where a place or nothing like a name stands there. */
function beforeNoun(source: Source, { start, end }: Span): Found & Span {
  let at = start;
  while (isDeterminer(source.word(at)) || ADJECTIVES.has(source.word(at))) at += 1;
  const ends = (each: number) => nounAt(source, each) !== null || canLeadToPlace(source, each);
  const name = ends(at) ? null : readName(source, { start: at, end }, ends);
  return { words: "", end: at, ...name, start: at };
}

/** `a link to About in the menu` after `I would like`, or as the second of two; `new card “Fast”`, `link “Press” to /press`. */
function isAlone(source: Source, { start, end }: Span, before: Span): boolean {
  if (/^(?:a|an|another|one|new)$/.test(source.word(start))) return true;
  const isFirst = before.start === before.end && !isDeterminer(source.word(before.end + 1));
  return isFirst && source.tokens.slice(start, end).some((_, at) => targetAt(source, start + at) !== null);
}

/** `About link`, `About, Pricing and Contact links`; `menu item`, `footer link`, where the part is named before the noun. */
function withNoun(source: Source, state: NewItem & { noun: Noun }, before: Found & Span): NewItem | null {
  const { isLink, several } = state.noun;
  const part = partBefore(source, before) ?? partBefore(source, { start: before.end, end: state.at - 1 });
  state.place ??= part;
  if (before.start === before.end || part !== null) return state;
  if (!mayBeName(source, before, isLink)) return isLink ? state : null;
  const isOne = !several || source.isQuote(before.start);
  for (const name of isOne ? [before.words] : before.words.split(/\s*,\s*|\s+(?:and|&)\s+/)) {
    finish(state);
    state.values[""] = name;
  }
  return state;
}

/** A part of the page whose name these words are, with a small letter: `About` is a name. */
function partBefore(source: Source, { start, end }: Span): Reference | null {
  const part = readReference(source.withTokens(source.tokens.slice(0, end)), start);
  const isPlace = part !== null && isPart(part) && part.end >= end && source.isLower(start);
  return isPlace ? { ...part, property: null } : null;
}

/** `about` may be the text of a link; `red`, `big About` and `the following` say something about it. */
function mayBeName(source: Source, { words, start }: Found & Span, isLink: boolean): boolean {
  if (source.isQuote(start)) return true;
  if (!source.isLower(start)) return !/^\d+$/.test(words);
  return isLink && !/\p{Lu}/u.test(words) && parseColor(words) === null && !DESCRIBING.test(words);
}

/** `add Pricing to the menu`, `add Pesto to the drinks`, `add Docs (/docs)`: the name comes first. */
function withName(source: Source, state: NewItem, { words, start }: Found & Span): NewItem | null {
  const isQuote = source.isQuote(start);
  if (!isQuote && !/^[\p{Lu}\p{N}]/u.test(words)) return null;
  // `Terms and Conditions` is one link and `Docs, Pricing` are two: words alone do not tell.
  const isOpen = !isQuote && /,|\s(?:and|&|or)\s/.test(words);
  if (isOpen) return { ...state, why: sentence("doubt.one-item", { words: echo(words) }) };
  return { ...state, values: { "": words } };
}

function clauseOf(source: Source, state: NewItem, { start, end }: Span): ItemClause {
  const { noun, done, spot, why } = state;
  const links = (done.length > 0 ? done : [{}]).map((add) => (spot === null ? { add } : { add, to: spot }));
  const rest = remainder(source, skipPoliteness(source, state.at, end), end);
  const place = state.place ?? (rest.left === "" ? null : lastPlace(source, { start, end }));
  const lists = noun?.lists ?? (place === null ? linkLists(source.vocabulary) : null);
  return { links, lists, place, why, ...rest };
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
