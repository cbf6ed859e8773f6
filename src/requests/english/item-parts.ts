import type { Why } from "#src/requests/draft.ts";
import type { Spot } from "#src/site/catalogue.ts";
import { addressField, fieldNamed, listsOf, namingField } from "#src/requests/list-fields.ts";
import { amountEnd } from "./exact.ts";
import { NAMED, nounAt, readName as wordsAt, spotAt, targetAt, TO_TARGET } from "./list-words.ts";
import { readReference, skipDeterminers } from "./reference.ts";
import type { Found, Noun, Reference, Source } from "./source.ts";
import { isExact } from "./value.ts";
import { sectionsMeant } from "./vocabulary.ts";
import { phrasesOf, wordsIn } from "./words.ts";

const WHERE = wordsIn("before-place");
const JOINTS = wordsIn("item-joints");
const ANOTHER = phrasesOf("to", "a link to", "one to", "another to");
const BEFORE_FIELD = phrasesOf("is", "of", "as", "reading", "saying", "says", "[:=→]");
/** After these words comes no name of an item: they say what it does, or where it is to be. */
const NO_NAME = /^(?:after|before|above|below|beneath|beside|between|behind|next|near|somewhere|that|which)$/;

/** The values of an item by the words for them: `""` is its name, `href` where it leads, whatever its list calls these. */
type Values = Record<string, string | null>;

/** What is known of a new item while the words about it are read. */
export interface NewItem {
  noun: Noun | null;
  /** Items before this one: `links to About (/about) and Pricing (/pricing)`. */
  done: Values[];
  values: Values;
  spot: Spot | null;
  place: Reference | null;
  why: Why;
  at: number;
  end: number;
}

/** What the field that a word names is called among the values; null where no item has it, or it has a value. */
export function fieldAmong(source: Source, { noun, values }: NewItem, word: string): string | null {
  const lists = noun?.lists ?? source.vocabulary.lists;
  const list = lists.find((each) => fieldNamed(each, word) !== null);
  if (list === undefined || (noun !== null && lists.length > 1)) return null;
  const id = fieldNamed(list, word)?.id ?? "";
  const field = id === namingField(list) ? "" : id === addressField(list) ? "href" : id;
  return values[field] === undefined ? field : null;
}

/** Reads one part of what is said about the item; false when the words have no meaning here. */
export function readPart(source: Source, state: NewItem): boolean {
  const { at } = state;
  const named = source.phrase(at, NAMED);
  // `in room 2`, where an item has a room.
  const isPlace = WHERE.has(source.word(at)) && fieldAmong(source, state, source.word(at + 1)) === null;
  return (
    (named > 0 && readName(source, state, { start: at + named, given: true })) ||
    readSpot(source, state) ||
    readTarget(source, state) ||
    readField(source, state) ||
    readPrice(source, state) ||
    (isPlace
      ? readPlace(source, state)
      : skipJoint(source, state) || readName(source, state, { start: at, given: false }))
  );
}

/** Notes what a field is to be, unless that is known. */
function take(
  state: NewItem,
  field: string | null,
  found: { words: string | null; end: number } | null,
): boolean {
  if (field === null || found === null || state.values[field] != null) return false;
  state.values[field] = found.words;
  state.at = found.end;
  return true;
}

/** `for €3.40`, `(€2.20)`: an amount is what is called so, where anything is. */
function readPrice(source: Source, state: NewItem): boolean {
  const start = /^(?:for|at|costs?|costing)$/.test(source.word(state.at)) ? state.at + 1 : state.at;
  const end = amountEnd(source, { start, end: state.end }, false);
  const quoted =
    start > state.at && source.isQuote(start) ? wordsAt(source, { start, end: state.end }) : null;
  const price = end === null ? quoted : { words: source.wordsBetween(start, end), end };
  return take(state, fieldAmong(source, state, "price"), price);
}

/** Behind a joint the next item begins, if a name or a place for one follows: `About (/about) and Pricing (/pricing)`. */
function skipJoint(source: Source, state: NewItem): boolean {
  const { at, values } = state;
  if (!JOINTS.has(source.word(at)) && !/^[,:()→-]$/.test(source.mark(at))) return false;
  state.at += 1;
  const next = state.at + source.phrase(state.at, ANOTHER);
  const isJoint = /^(?:,|and)$/.test(source.tokens[at]?.text ?? "") && source.isName(next);
  const isComplete = source.isQuote(next) || values["href"] != null || state.noun?.several === true;
  if (isJoint && isComplete && values[""] !== undefined) {
    finish(state);
    state.at = next;
  }
  return state.at < state.end;
}

export function finish(state: NewItem): void {
  if (Object.keys(state.values).length > 0) state.done.push(state.values);
  state.values = {};
}

/** A name that is given as one counts before the words before its noun: `an about link called “About us”`. */
function readName(
  source: Source,
  state: NewItem,
  { start, given }: { start: number; given: boolean },
): boolean {
  const nameless = !given && [start - 1, start].some((each) => NO_NAME.test(source.word(each)));
  const name = nameless ? null : valueAt(source, state, start);
  if (name !== null && given && /^\p{Ll}/u.test(state.values[""] ?? "")) delete state.values[""];
  return take(state, "", name);
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
function readTarget(source: Source, state: NewItem): boolean {
  const lead = source.phrase(state.at, TO_TARGET);
  const start = state.at + lead;
  const target = targetAt(source, start);
  const words = target === null && lead > 0 ? wordsAt(source, { start, end: state.end }) : null;
  return take(state, "href", target ?? (words && { ...words, words: null }));
}

/** `price $4`, `with text “Very fast”`. */
function readField(source: Source, state: NewItem, at = state.at): boolean {
  const start = at + 1 + source.phrase(at + 1, BEFORE_FIELD);
  const field = fieldAmong(source, state, source.word(at));
  return field !== null && take(state, field, targetAt(source, start) ?? valueAt(source, state, start));
}

/** Words up to where the next field of the item begins: `price $4, text Good`. */
function valueAt(source: Source, state: NewItem, start: number): Found | null {
  return wordsAt(source, { start, end: state.end }, (at) => {
    const next = /^(?:and|with|,)$/.test(source.tokens[at]?.text ?? "") ? at + 1 : at;
    const isPrice = next > at && isExact(source.word(next));
    return isPrice || fieldAmong(source, state, source.word(next)) !== null;
  });
}

/** After `to` and its kin: an address, a list, a part of the page, or what the link is called. */
function readPlace(source: Source, state: NewItem): boolean {
  const start = state.at + 1;
  const target = targetAt(source, start);
  if (target !== null) return take(state, "href", target);
  // `in the room “Hall 2”`
  if (readField(source, state, skipDeterminers(source, start))) return true;
  if (readList(source, state, start) || readSection(source, state, start)) return true;
  const isTo = /^(?:to|for)$/.test(source.word(state.at));
  return isTo && source.isName(start) && readName(source, state, { start, given: false });
}

/** `to the drinks`, `to the footer links`. */
function readList(source: Source, state: NewItem, start: number): boolean {
  const list = nounAt(source, skipDeterminers(source, start));
  if (list?.several !== true) return false;
  const known = state.noun?.lists;
  if (known === undefined ? list.lists.length > 1 : !list.lists.some((each) => known.includes(each)))
    return false;
  state.noun = { ...(state.noun ?? list), lists: list.lists };
  state.at = list.end;
  return true;
}

/** `to the menu`; `to the team`, which has one list and no other, says what is added. */
function readSection(source: Source, state: NewItem, start: number): boolean {
  const place = state.place?.located === true ? null : readReference(source, start);
  if (place === null || place.end > state.end) return false;
  const lists = place.property === null ? place.sections.flatMap(listsOf) : [];
  const menus = sectionsMeant(source.vocabulary, "navbar");
  const isMenu = place.sections.some((section) => menus.includes(section));
  const isList = isMenu || (lists.length === 1 && lists[0]?.fields !== undefined);
  if (isList && lists.length > 0) state.noun ??= { end: place.end, lists, several: true, isLink: isMenu };
  state.place = { ...place, located: true };
  state.at = place.end;
  return true;
}
