import type { Why } from "#src/requests/draft.ts";
import type { CatalogueProperty, Spot } from "#src/site/catalogue.ts";
import { amountEnd } from "./exact.ts";
import { addressField, fieldNamed, namingField } from "#src/requests/list-fields.ts";
import { NAMED, nounAt, readName, spotAt, targetAt, TO_TARGET } from "./list-words.ts";
import { readReference, skipDeterminers } from "./reference.ts";
import type { Noun, Reference, Source } from "./source.ts";
import { phrasesOf, wordsIn } from "./words.ts";

const WHERE = wordsIn("before-place");
const JOINTS = wordsIn("item-joints");
const ANOTHER = phrasesOf("to", "a link to", "one to", "another to");
/** After these words comes no name of an item: they say what it does, or where it is to be. */
const NO_NAME = /^(?:after|before|above|below|beneath|beside|between|behind|next|near|somewhere|that|which)$/;

export type Values = Record<string, string | null>;

/** What is known of a new item while the words about it are read. */
export interface NewItem {
  noun: Noun | null;
  lists: CatalogueProperty[];
  /** Items before this one: `links to About (/about) and Pricing (/pricing)`. */
  done: Values[];
  values: Values;
  spot: Spot | null;
  place: Reference | null;
  /** The part whose name stands before the noun: `a footer link`. */
  before: Reference | null;
  why: Why;
  at: number;
  end: number;
}

/** What the name and the address of an item are called in its list; those of links, where there are several lists. */
export function keysOf({ lists: [only, second] }: Pick<NewItem, "lists">): {
  name: string;
  address: string | null;
} {
  return only === undefined || second !== undefined
    ? { name: "label", address: "href" }
    : { name: namingField(only), address: addressField(only) };
}

/** The field that a word names and that has no value yet. */
export function fieldAmong({ lists: [only, second], values }: NewItem, word: string): string | null {
  const id = only === undefined || second !== undefined ? undefined : fieldNamed(only, word)?.id;
  return id === undefined || values[id] !== undefined ? null : id;
}

/** Reads one part of what is said about the item; false when the words have no meaning here. */
export function readPart(source: Source, state: NewItem): boolean {
  const { at } = state;
  const [named, target] = [source.phrase(at, NAMED), source.phrase(at, TO_TARGET)];
  if (named > 0 && readNameFrom(source, state, { start: at + named, given: true })) return true;
  if (readSpot(source, state)) return true;
  if (target > 0) return readTarget(source, state, at + target);
  if (targetAt(source, at) !== null) return readTarget(source, state, at);
  if (readField(source, state) || readPrice(source, state)) return true;
  const isField = fieldAmong(state, source.word(at + 1)) !== null;
  if (WHERE.has(source.word(at)) && !isField) return readPlace(source, state) || skipJoint(source, state);
  return skipJoint(source, state) || readNameFrom(source, state, { start: at, given: false });
}

/** `for €3.40`, `(€2.20)`: an amount is what is called so, where anything is. */
function readPrice(source: Source, state: NewItem): boolean {
  const start = /^(?:for|at|costs?|costing)$/.test(source.word(state.at)) ? state.at + 1 : state.at;
  const field = fieldAmong(state, "price");
  const end = field === null ? null : amountEnd(source, { start, end: state.end }, false);
  if (field === null || end === null) return false;
  state.values[field] = source.wordsBetween(start, end);
  state.at = end;
  return true;
}

function skipJoint(source: Source, state: NewItem): boolean {
  const isIn = source.word(state.at) === "in" && fieldAmong(state, source.word(state.at + 1)) !== null;
  if (!isIn && !JOINTS.has(source.word(state.at)) && !/^[,:()→-]$/.test(source.mark(state.at))) return false;
  if (/^(?:,|and)$/.test(source.tokens[state.at]?.text ?? "")) readAnother(source, state);
  state.at += 1;
  return state.at < state.end;
}

/** `About (/about) and Pricing (/pricing)`: after a joint the next item begins, if a name or a place for one follows. */
function readAnother(source: Source, state: NewItem): void {
  const { name, address } = keysOf(state);
  const next = state.at + 1 + source.phrase(state.at + 1, ANOTHER);
  const isQuote = source.tokens[next]?.kind === "quote";
  const isComplete =
    isQuote || (address !== null && state.values[address] != null) || state.noun?.several === true;
  if (state.values[name] === undefined || !isComplete || !(isQuote || source.isUpper(next))) return;
  finish(state);
  state.at = next - 1;
}

export function finish(state: NewItem): void {
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
  const nameless = !given && [start - 1, start].some((each) => NO_NAME.test(source.word(each)));
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
  if (target === null && source.word(start - 1) === "at") return false;
  const name = target === null ? readName(source, { start, end: state.end }) : null;
  if (target === null && name === null) return false;
  if (target !== null) state.values[address] = target;
  state.at = name?.end ?? start + 1;
  return true;
}

/** `price $4`, `with text “Very fast”`. */
function readField(source: Source, state: NewItem): boolean {
  const field = fieldAmong(state, source.word(state.at));
  if (field === null) return false;
  let start = state.at + 1;
  while (/^(?:is|of|as|reading|saying|says)$/.test(source.word(start)) || /^[:=→]$/.test(source.mark(start)))
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
  const next = /^(?:and|with)$/.test(source.word(at)) || source.mark(at) === "," ? at + 1 : at;
  return fieldAmong(state, source.word(next)) !== null;
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
  const isName = source.isUpper(at + 1) || source.tokens[at + 1]?.kind === "quote";
  return (
    /^(?:to|for)$/.test(source.word(at)) &&
    isName &&
    readNameFrom(source, state, { start: at + 1, given: false })
  );
}
