import type { CatalogueProperty } from "#src/site/catalogue.ts";
import { fieldNamed, namingField } from "#src/requests/list-fields.ts";
import { type ItemWish, looksLikeTarget } from "#src/requests/links.ts";
import { remainder } from "./chatter.ts";
import { type Item, isSurelyItem, placeAt, placeEnd, readItem, skipDeterminers } from "./item.ts";
import type { LinkClause } from "./link-clause.ts";
import { TO_TARGET, targetAt } from "./link-words.ts";
import { fieldAt, isFieldOf, spotAt } from "./list-words.ts";
import { phraseAt } from "./phrase-at.ts";
import { skipPoliteness } from "./politeness.ts";
import { isPart, readReference } from "./reference.ts";
import { type Reference, type Source, type Span, isUpper, markAt, wordAt } from "./source.ts";
import { readValue } from "./value.ts";
import { valueInContext } from "./value-in-context.ts";
import { CHANGE, GIVE, MAKE, MODALS, MOVE, REMOVE, isVerb } from "./verbs.ts";
import { verbAt } from "./verb-at.ts";

/** `Dishes in the navbar` on a site that has no navbar: most likely not all of it is the text. */
const NAMES_NO_PLACE = /\s(?:in|on|from|at|of) (?:the|our|my|your) \p{Ll}/u;

type Read = Pick<LinkClause, "links" | "lists" | "place"> & { at: number; why?: string };

/** Reads an instruction about an item that a list has: removing, moving, renaming it, changing one of its values. */
export function readItemClause(source: Source, { start, end }: Span): LinkClause | null {
  const read = readByVerb(source, { start, end });
  if (read === null) return null;
  const { links, lists, at, place, why = "" } = read;
  return { links, lists, place, why, ...remainder(source, skipPoliteness(source, at, end), end) };
}

function readByVerb(source: Source, { start, end }: Span): Read | null {
  const verb = verbAt(source, start);
  const rest = { start: start + 1, end };
  if (REMOVE.has(verb)) return readRemoval(source, rest);
  if (MOVE.has(verb)) return readMove(source, rest);
  if (isFieldOf(source, start)) return readField(source, { start, end });
  const target = isVerb(verb) ? null : readTarget(source, { start, end });
  if (target !== null) return target;
  const changes = CHANGE.has(verb) || MAKE.has(verb) || GIVE.has(verb);
  return changes ? (readField(source, rest) ?? readRename(source, { ...rest, verb })) : null;
}

function readRemoval(source: Source, span: Span): Read | null {
  const item = readItem(source, span);
  if (item === null || !isSurelyItem(item)) return null;
  return { links: [{ remove: item.words }], ...about(item), at: item.end };
}

function readMove(source: Source, span: Span): Read | null {
  const item = readItem(source, span);
  const spot = item === null ? null : spotAt(source, item.end, span.end);
  if (item === null || spot === null) return null;
  const place = item.place ?? placeAt(source, spot.end, span.end);
  const whole = { ...item, place };
  if (!isSurelyItem(whole) && !item.isName) return null;
  return { links: [{ move: item.words, to: spot.spot }], ...about(whole), at: placeEnd(place, spot.end) };
}

/** `rename About to Company`, `change the About link to Company`, `change the About link to /about-us`. */
function readRename(source: Source, { start, end, verb }: Span & { verb: string }): Read | null {
  const item = readItem(source, { start, end });
  if (item === null || !/^(?:to|as|into|with|by)$/.test(wordAt(source, item.end))) return null;
  const isRename = /^(?:rename|retitle)$/.test(verb) && (isSurelyItem(item) || item.isName);
  const given = item.noun !== null || isRename ? givenAt(source, { start: item.end + 1, end }) : null;
  if (given === null) return null;
  const field = !given.quoted && looksLikeTarget(given.words) ? "href" : "";
  return changing(item, { field, given });
}

/** `the Blog link in the menu should go to /news`. */
function readTarget(source: Source, { start, end }: Span): Read | null {
  const item = readItem(source, { start, end });
  if (item === null || item.noun === null) return null;
  // `The Blog link goes to /news` only tells.
  const at = item.end + 1;
  const given = MODALS.has(wordAt(source, item.end)) ? at + phraseAt(source, at, TO_TARGET) : at;
  const words = given > at ? targetAt(source, given) : null;
  if (words === null) return null;
  return changing(item, {
    field: "href",
    given: { words, quoted: false, why: "", place: null, end: given + 1 },
  });
}

/** `the price of Espresso to $4`, `Espresso's price to $4`. */
function readField(source: Source, { start, end }: Span): Read | null {
  const at = skipDeterminers(source, start);
  const field = isFieldOf(source, at) ? fieldAt(source, at) : null;
  const item = field === null ? null : readItem(source, { start: at + 2, end });
  if (field !== null) return item && readFieldValue(source, { item, field, end });
  const owned = fieldAt(source, at + 1);
  const owner = owned === null ? null : ownerAt(source, at, end);
  return owned && owner && readFieldValue(source, { item: owner, field: owned, end });
}

/** `Espresso's price`. */
function ownerAt(source: Source, at: number, end: number): Item | null {
  const token = source.tokens[at];
  if (token === undefined || !/.'s$/.test(wordAt(source, at)) || isPart(readReference(source, at)))
    return null;
  const words = source.words.slice(token.start, token.end).replace(/['’‘]s$/, "");
  const place = placeAt(source, at + 2, end);
  return { words, noun: null, place, end: placeEnd(place, at + 2), isName: isUpper(source, at) };
}

function readFieldValue(
  source: Source,
  { item, field, end }: { item: Item; field: NonNullable<ReturnType<typeof fieldAt>>; end: number },
): Read | null {
  const isMarked = /^(?:to|as|into|=|→)$/.test(wordAt(source, item.end) || markAt(source, item.end));
  const isItem = isSurelyItem(item) || item.isName;
  const given = isMarked && isItem ? givenAt(source, { start: item.end + 1, end }) : null;
  if (given === null) return null;
  const lists = field.lists.filter((list) => item.noun?.lists.includes(list) ?? true);
  return changing({ ...item, noun: { end: 0, several: false, lists } }, { field: field.word, given });
}

/** A value as it was given, why it may be none, and the place behind it. */
interface Given {
  words: string;
  quoted: boolean;
  why: string;
  place: Reference | null;
  end: number;
}

function givenAt(source: Source, { start, end }: Span): Given | null {
  const value = valueInContext(source, readValue(source, { start, end }, true), { start, end });
  if (value === null) return null;
  if (value.quoted !== null)
    return { words: value.quoted, quoted: true, why: "", place: null, end: value.end };
  const words = value.trailing?.text ?? value.text ?? value.color;
  const place = value.trailing?.place ?? null;
  if (words === null) return null;
  const why = value.doubt || (NAMES_NO_PLACE.test(words) ? "I am not sure which words are the text." : "");
  return { words, quoted: false, why, place, end };
}

/** The field is known once the list is: until then it is kept as it was said. */
function changing(item: Item, { field, given }: { field: string; given: Given }): Read {
  const { lists, place } = about(item);
  const links = [{ change: item.words, set: { [field]: given.words } }];
  return { links, lists, place: place ?? given.place, why: given.why, at: given.end };
}

function about({ noun, place }: Item): Pick<Read, "lists" | "place"> {
  return { lists: noun?.lists ?? null, place };
}

/** The wish with its fields as the list calls them; null where the list has no such field. */
export function inList(wish: ItemWish, list: CatalogueProperty): ItemWish | null {
  if (!("change" in wish)) return wish;
  const set: Record<string, string | null> = {};
  for (const [word, value] of Object.entries(wish.set)) {
    const field = word === "" ? namingField(list) : fieldNamed(list, word)?.id;
    if (field === undefined) return null;
    set[field] = value;
  }
  return { ...wish, set };
}
