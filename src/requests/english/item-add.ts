import type { CatalogueProperty, Spot } from "#src/site/catalogue.ts";
import { addressField, fieldNamed, namingField } from "#src/requests/list-fields.ts";
import type { ItemWish } from "#src/requests/links.ts";
import { remainder } from "./chatter.ts";
import { skipDeterminers } from "./item.ts";
import { endOfItemName } from "./item-name.ts";
import type { LinkClause } from "./link-clause.ts";
import { NAMED, targetAt } from "./link-words.ts";
import { type Noun, nounAt, spotAt } from "./list-words.ts";
import { phraseAt } from "./phrase-at.ts";
import { skipPoliteness } from "./politeness.ts";
import { isDeterminer, readReference } from "./reference.ts";
import { type Reference, type Source, type Span, isUpper, markAt, wordAt } from "./source.ts";
import { ADD } from "./verbs.ts";
import { verbAt } from "./verb-at.ts";
import { wordsIn } from "./words.ts";

const ADJECTIVES = wordsIn("link-adjectives");
const LINKS = wordsIn("links");
const JOINT = /^(?:with|and|its|the|a|an|of|as|is|says|saying|reading|whose|that|which|has|having)$/;

/** What is known of a new item while the words after its noun are read. */
interface NewItem {
  list: CatalogueProperty;
  values: Record<string, string | null>;
  spot: Spot | null;
  place: Reference | null;
  at: number;
  end: number;
}

/** The list that an instruction adds an item to, by what the site calls it: `add a card …`. Links are read as links. */
export function listAddedTo(source: Source, span: Span): { list: CatalogueProperty; at: number } | null {
  if (!ADD.has(verbAt(source, span.start))) return null;
  let at = span.start + 1;
  while (at < span.end && (isDeterminer(wordAt(source, at)) || isAdjective(source, at))) at += 1;
  const noun = LINKS.has(wordAt(source, at)) ? null : nounAt(source, at);
  const [list, second] = (noun?.lists ?? []).filter(({ fields }) => fields !== undefined);
  if (noun === null || list === undefined || second !== undefined || noun.lists.length > 1) return null;
  return { list, at: noun.end };
}

function isAdjective(source: Source, at: number): boolean {
  return /^(?:a|an)$/.test(wordAt(source, at)) || ADJECTIVES.has(wordAt(source, at));
}

/** Reads `add a card with title “Fast” and text “Very fast” at the end`, and `add “Pesto” to the specials`. */
export function readItemAdded(source: Source, span: Span): LinkClause | null {
  const added = listAddedTo(source, span);
  if (added === null) return readAddedTo(source, span);
  const state: NewItem = { ...added, values: {}, spot: null, place: null, end: span.end };
  // `add a card Fast`: a name behind its noun.
  if (isUpper(source, state.at))
    readValueOf(source, state, { field: namingField(state.list), start: state.at });
  return readParts(source, state);
}

function readAddedTo(source: Source, { start, end }: Span): LinkClause | null {
  const name = ADD.has(verbAt(source, start)) ? endOfItemName(source, { start: start + 1, end }) : null;
  if (name === null || !/^(?:to|into)$/.test(wordAt(source, name.end))) return null;
  const noun =
    nounAt(source, skipDeterminers(source, name.end + 1)) ?? onlyListAt(source, start + 1, name.end + 1);
  const [list, second] = noun?.several === true ? noun.lists : [];
  if (noun === null || list?.fields === undefined || second !== undefined) return null;
  const values = { [namingField(list)]: name.words };
  return readParts(source, { list, values, spot: null, place: null, at: noun.end, end });
}

/** `add Rita to the team`, which has a list of people and no other. */
function onlyListAt(source: Source, name: number, at: number): Noun | null {
  const isName = source.tokens[name]?.kind === "quote" || isUpper(source, name);
  const place = isName ? readReference(source, at) : null;
  if (place === null || place.property !== null || place.sections.length !== 1) return null;
  const lists = place.sections.flatMap(({ properties }) =>
    properties.filter(({ value }) => value === "links"),
  );
  return { end: place.end, lists, several: true };
}

function readParts(source: Source, state: NewItem): LinkClause {
  while (state.at < state.end && readPart(source, state));
  return clauseOf(source, state);
}

function clauseOf(source: Source, { list, values, spot, place, at, end }: NewItem): LinkClause {
  const add: ItemWish = {
    add: { [namingField(list)]: null, ...values },
    ...(spot === null ? {} : { to: spot }),
  };
  return {
    links: [add],
    lists: [list],
    place,
    why: "",
    ...remainder(source, skipPoliteness(source, at, end), end),
  };
}

/** Reads one part of what follows the noun; false when the words have no meaning here. */
function readPart(source: Source, state: NewItem): boolean {
  const { at } = state;
  const value = valueStart(source, state);
  if (value !== null) return readValueOf(source, state, value);
  if (readPlace(source, state)) return true;
  const isJoint = JOINT.test(wordAt(source, at)) || /^[,:-]$/.test(markAt(source, at));
  return isJoint && took(state, { at: at + 1 });
}

/** The field that is given next, and where its value begins; a text in quotes without one is the name. */
function valueStart(source: Source, { at, list, values }: NewItem): { field: string; start: number } | null {
  const naming = namingField(list);
  const named = phraseAt(source, at, NAMED);
  const isName = named > 0 || source.tokens[at]?.kind === "quote";
  if (isName && values[naming] === undefined) return { field: naming, start: at + named };
  const address = addressField(list);
  const isTarget = /^(?:to|at)$/.test(wordAt(source, at)) && targetAt(source, at + 1) !== null;
  if (isTarget && address !== null && values[address] === undefined) return { field: address, start: at + 1 };
  const field = fieldNamed(list, wordAt(source, at));
  return field === null || values[field.id] !== undefined
    ? null
    : { field: field.id, start: afterJoints(source, at + 1) };
}

function readPlace(source: Source, state: NewItem): boolean {
  const { at, end } = state;
  const spot = state.spot === null ? spotAt(source, at, end) : null;
  if (spot !== null) return took(state, { spot: spot.spot, at: spot.end });
  const isNext = state.place === null && /^(?:to|in|on|into|of)$/.test(wordAt(source, at));
  const place = isNext ? placeAt(source, at, end) : null;
  return place !== null && took(state, { place, at: place.end });
}

function took(state: NewItem, part: Partial<NewItem>): true {
  Object.assign(state, part);
  return true;
}

function readValueOf(
  source: Source,
  state: NewItem,
  { field, start }: { field: string; start: number },
): boolean {
  const target = targetAt(source, start);
  if (target !== null && source.tokens[start]?.kind !== "quote") {
    state.values[field] = target;
    return took(state, { at: start + 1 });
  }
  const value = endOfItemName(source, { start, end: state.end }, (at) => endsValue(source, state, at));
  if (value === null) return false;
  state.values[field] = value.words;
  return took(state, { at: value.end });
}

/** Whether words go on with the item that an instruction before them adds: `… and text “Very fast”`. */
export function continuesItem(source: Source, span: Span, at: number): boolean {
  const added = listAddedTo(source, span);
  return added !== null && fieldNamed(added.list, wordAt(source, at)) !== null;
}

/** `price $4, text Good`: where the next field of the item begins. */
function endsValue(source: Source, { list, values }: NewItem, at: number): boolean {
  const next = /^(?:and|with)$/.test(wordAt(source, at)) ? at + 1 : at;
  const field = fieldNamed(list, wordAt(source, next));
  return field !== null && values[field.id] === undefined;
}

function afterJoints(source: Source, start: number): number {
  let at = start;
  while (/^(?:is|of|as|reading|saying|says)$/.test(wordAt(source, at)) || /^[:=→]$/.test(markAt(source, at)))
    at += 1;
  return at;
}

function placeAt(source: Source, start: number, end: number): Reference | null {
  const at = /^(?:to|into)$/.test(wordAt(source, start)) ? start + 1 : start;
  const place = readReference(source, at);
  return place !== null && place.end <= end && place.sections.length > 0
    ? { ...place, property: null }
    : null;
}
