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
import type { Item, Source, Span } from "./source.ts";
import type { Value } from "./value.ts";
import { MOVE, REMOVE } from "./verbs.ts";
import { phrasesOf } from "./words.ts";

/** What is to be done to the items of a list. */
export type ItemClause = Omit<Extract<Clause, { kind: "links" }>, "kind" | "from" | "fresh"> & {
  note: string;
};

const TAKE = "(?:take|throw|kick|cross)";
const TAKES = new RegExp(`^${TAKE}$`);
const AWAY = phrasesOf("get rid of", "do away with", `${TAKE} (?:out|off)`);
const OUT = phrasesOf("out|off|away");
const STANDS = phrasesOf("(?:should|must|has to|needs to) (?:come|go|be|stand|move)", "belongs");

/** Reads `remove the FAQ link from the menu`, `take Visit out of the menu`, `move Contact to the end of the menu`. */
export function readItemClause(source: Source, { start, end }: Span): ItemClause | null {
  const verb = source.verb(start);
  const away = source.phrase(start, AWAY);
  const removes = REMOVE.has(verb) || away > 0;
  const moves = MOVE.has(verb) || /^(?:put|place)$/.test(verb);
  if (!removes && !moves && !TAKES.test(verb)) return readPlaced(source, { start, end });
  const item = readItem(source, { start: start + Math.max(away, 1), end });
  if (item === null || moves) return item && moving(source, item, { start: item.end, end });
  const out = source.phrase(item.end, OUT);
  if (!removes && out === 0) return null;
  return clauseAbout(source, item, { wish: { remove: item.words }, at: item.end + out, end });
}

/** `Contact should come last`, `in the menu, Visit belongs before Beans`. */
function readPlaced(source: Source, { start, end }: Span): ItemClause | null {
  const place = placeAt(source, start, end);
  const behind = place?.end ?? start;
  const item = readItem(source, { start: source.mark(behind) === "," ? behind + 1 : behind, end });
  const stands = item === null ? 0 : source.phrase(item.end, STANDS);
  if (item === null || stands === 0) return null;
  return moving(source, { ...item, place: item.place ?? place }, { start: item.end + stands, end });
}

function moving(source: Source, item: Item, { start, end }: Span): ItemClause | null {
  const to = spotAt(source, start, end);
  return to && clauseAbout(source, item, { wish: { move: item.words, to: to.spot }, at: to.end, end });
}

/** What is to be done to an item, whose place may follow; a name is one only where it is moved: of a text this cannot be said. */
function clauseAbout(
  source: Source,
  item: Item,
  { wish, at, end }: { wish: ItemWish; at: number; end: number },
): ItemClause | null {
  const behind = source.word(at - 1) === "off" ? readReference(source, at) : placeAt(source, at, end);
  const place = item.place ?? behind;
  if (!isSurelyItem({ ...item, place }) && !(item.isName && "move" in wish)) return null;
  const rest = remainder(source, skipPoliteness(source, behind?.end ?? at, end), end);
  return { links: [wish], lists: item.lists, place, why: "", ...rest };
}

/** `Dishes in the navbar` on a site that has no navbar: most likely not all of it is the text. */
const NAMES_NO_PLACE = /\s(?:in|on|from|at|of) (?:the|our|my|your) \p{Ll}/u;

/** What a value of an item is to be: it is known once the list is, and until then its field is kept as it was said. */
export function changing(item: Item, value: Value): Omit<ItemClause, "left" | "note"> | null {
  const { quoted, text, trailing } = value;
  const unquoted = trailing ?? { text, place: null };
  const words = quoted ?? unquoted.text;
  if (words === null || mayBeAny(item, value)) return null;
  const isAddress = quoted === null && item.field === "" && looksLikeTarget(words);
  const isOpen = quoted === null && NAMES_NO_PLACE.test(words);
  return {
    links: [{ change: item.words, set: { [isAddress ? "href" : item.field]: words } }],
    lists: item.lists,
    place: item.place ?? unquoted.place,
    why: value.doubt || (isOpen ? sentence("doubt.which-words") : ""),
  };
}

/** What a card `says` may be its title or its text. */
function mayBeAny({ field, noun }: Item, { said }: Value): boolean {
  return said && field === "" && (noun?.lists.some(({ fields }) => fields !== undefined) ?? false);
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
