import type { Why } from "#src/requests/draft.ts";
import { sentence } from "#src/words/sentence.ts";
import type { CatalogueProperty } from "#src/site/catalogue.ts";
import type { Clause } from "./clause.ts";
import { fieldNamed, namingField } from "#src/requests/list-fields.ts";
import { type ItemWish, type ListWish, looksLikeTarget } from "#src/requests/links.ts";
import { remainder } from "./chatter.ts";
import { isSurelyItem, placeAt, readItem } from "./item.ts";
import { spotAt } from "./list-words.ts";
import { skipPoliteness } from "./politeness.ts";
import { readReference } from "./reference.ts";
import type { Item, Reference, Source, Span } from "./source.ts";
import type { Value } from "./value.ts";
import { MOVE, REMOVE } from "./verbs.ts";
import { phrasesOf } from "./words.ts";

/** What is to be done to the items of a list. */
export type ItemClause = Omit<Extract<Clause, { kind: "links" }>, "kind" | "from" | "fresh"> & {
  note: string;
};

/** Reads `remove the FAQ link from the menu`, `move Contact to the end of the menu`. */
export function readItemClause(source: Source, { start, end }: Span): ItemClause | null {
  const told = readPlaced(source, { start, end });
  if (told !== null) return told;
  const verb = source.verb(start);
  const away = source.phrase(start, AWAY);
  const removes = REMOVE.has(verb) || away > 0;
  const moves = MOVE.has(verb) || /^(?:put|place)$/.test(verb);
  if (!removes && !moves && !TAKING.test(verb)) return null;
  const item = readItem(source, { start: start + Math.max(away, 1), end });
  if (item === null) return null;
  if (removes) return isSurelyItem(item) ? removing(source, item, { at: item.end, end }) : null;
  return moves ? readMove(source, item, end) : readTaken(source, item, end);
}

const removing = (source: Source, item: Item, { at, end }: { at: number; end: number }): ItemClause =>
  clauseAbout(source, item, { wish: { remove: item.words }, at, end });

const STANDS = phrasesOf("(?:(?:should|must|has to|needs to) )(?:come|go|be|stand|move)", "belongs");

/** `Contact should come last`, `in the menu, Visit belongs before Beans`. */
function readPlaced(source: Source, { start, end }: Span): ItemClause | null {
  const before = placeAt(source, start, end);
  const comma = before !== null && source.mark(before.end) === "," ? 1 : 0;
  const first = before === null ? start : before.end + comma;
  const item = readItem(source, { start: first, end });
  const stands = item === null ? 0 : source.phrase(item.end, STANDS);
  if (item === null || stands === 0) return null;
  return readMove(source, { ...item, place: item.place ?? before, end: item.end + stands }, end);
}

const TAKE = "(?:take|throw|kick|cross)";
const TAKING = new RegExp(`^${TAKE}$`);
const AWAY = phrasesOf("get rid of", "do away with", `${TAKE} (?:out|off)`);
const OUT = phrasesOf("out", "off", "away");

/** `take Visit out of the menu`, `throw the FAQ link out`. */
function readTaken(source: Source, item: Item, end: number): ItemClause | null {
  const out = source.phrase(item.end, OUT);
  if (out === 0) return null;
  const off = source.word(item.end) === "off" ? readReference(source, item.end + 1) : null;
  const place = off ?? placeAt(source, item.end + out, end);
  const whole = { ...item, place: item.place ?? place };
  const at = Math.max(place?.end ?? 0, item.end + out);
  return isSurelyItem(whole) ? removing(source, whole, { at, end }) : null;
}

function readMove(source: Source, item: Item, end: number): ItemClause | null {
  const to = spotAt(source, item.end, end);
  if (to === null) return null;
  const behind = placeAt(source, to.end, end);
  const whole = { ...item, place: item.place ?? behind };
  const wish = { move: item.words, to: to.spot };
  return isSurelyItem(whole) || item.isName
    ? clauseAbout(source, whole, { wish, at: behind?.end ?? to.end, end })
    : null;
}

function clauseAbout(
  source: Source,
  { noun, place }: Item,
  { wish, at, end }: { wish: ItemWish; at: number; end: number },
): ItemClause {
  const rest = remainder(source, skipPoliteness(source, at, end), end);
  return { links: [wish], lists: noun?.lists ?? null, place, why: "", ...rest };
}

/** `Dishes in the navbar` on a site that has no navbar: most likely not all of it is the text. */
const NAMES_NO_PLACE = /\s(?:in|on|from|at|of) (?:the|our|my|your) \p{Ll}/u;

/** What a value of an item is to be: it is known once the list is, and until then its field is kept as it was said. */
export function changing(item: Item, value: Value): Omit<ItemClause, "left" | "note"> | null {
  const { words, place, open } = said(value);
  if (words === null || mayBeAny(item, value)) return null;
  const isAddress = value.quoted === null && item.field === "" && looksLikeTarget(words);
  return {
    links: [{ change: item.words, set: { [isAddress ? "href" : item.field]: words } }],
    lists: item.lists ?? item.noun?.lists ?? null,
    place: item.place ?? place,
    why: value.doubt || open,
  };
}

/** What a card `says` may be its title or its text. */
function mayBeAny({ field, noun }: Item, value: Value): boolean {
  const hasFields = noun?.lists.some(({ fields }) => fields !== undefined) ?? false;
  return value.said && field === "" && hasFields;
}

function said({ quoted, text, trailing }: Value): {
  words: string | null;
  place: Reference | null;
  open: Why;
} {
  if (quoted !== null) return { words: quoted, place: null, open: "" };
  const { text: words, place } = trailing ?? { text, place: null };
  const isOpen = words !== null && NAMES_NO_PLACE.test(words);
  return { words, place, open: isOpen ? sentence("doubt.which-words") : "" };
}

/** The wish with its fields as the list calls them; null where the list has no such field. */
export function inList(wish: ItemWish, list: CatalogueProperty): ListWish | null {
  if ("change" in wish) {
    const set = fieldsIn(list, wish.set);
    return set && { ...wish, set };
  }
  if (!("add" in wish)) return wish;
  const add = fieldsIn(list, { "": null, ...wish.add });
  if (add === null || list.fields !== undefined) return add && { ...wish, add };
  const { label = null, href = null } = add;
  const link = { label, href };
  return wish.to === undefined || label === null ? link : { ...wish, add: link };
}

function fieldsIn(list: CatalogueProperty, said: Record<string, string | null>): typeof said | null {
  const fields: typeof said = {};
  for (const [word, value] of Object.entries(said)) {
    const field = word === "" ? namingField(list) : fieldNamed(list, word)?.id;
    if (field === undefined) return null;
    fields[field] = value;
  }
  return fields;
}
