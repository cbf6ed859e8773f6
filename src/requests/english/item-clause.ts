import type { CatalogueProperty } from "#src/site/catalogue.ts";
import { fieldNamed, namingField } from "#src/requests/list-fields.ts";
import { type ItemWish, type ListWish, looksLikeTarget } from "#src/requests/links.ts";
import { remainder } from "./chatter.ts";
import { type Item, isSurelyItem, placeAt, readItem } from "./item.ts";
import { spotAt } from "./list-words.ts";
import { skipPoliteness } from "./politeness.ts";
import type { Reference, Source, Span } from "./source.ts";
import type { Value } from "./value.ts";
import { MOVE, REMOVE, verbAt } from "./verbs.ts";

/** What is to be done to the items of a list. */
export interface ItemClause {
  links: ListWish[];
  /** The lists it can be about, where the words say so. */
  lists: CatalogueProperty[] | null;
  place: Reference | null;
  /** Why it has to be asked. */
  why: string;
  left: string;
  note: string;
}

/** Reads `remove the FAQ link from the menu`, `move Contact to the end of the menu`. */
export function readItemClause(source: Source, { start, end }: Span): ItemClause | null {
  const verb = verbAt(source, start);
  const item = REMOVE.has(verb) || MOVE.has(verb) ? readItem(source, { start: start + 1, end }) : null;
  if (item === null) return null;
  const spot = REMOVE.has(verb) ? null : spotAt(source, item.end, end);
  const place = item.place ?? (spot === null ? null : placeAt(source, spot.end, end));
  const isItem = isSurelyItem({ ...item, place }) || (spot !== null && item.isName);
  if (!isItem || (spot === null && MOVE.has(verb))) return null;
  const wish = spot === null ? { remove: item.words } : { move: item.words, to: spot.spot };
  const at = Math.max(item.end, spot?.end ?? 0, place?.end ?? 0);
  const rest = remainder(source, skipPoliteness(source, at, end), end);
  return { links: [wish], lists: item.noun?.lists ?? null, place, why: "", ...rest };
}

/** `Dishes in the navbar` on a site that has no navbar: most likely not all of it is the text. */
const NAMES_NO_PLACE = /\s(?:in|on|from|at|of) (?:the|our|my|your) \p{Ll}/u;

/** What a value of an item is to be: it is known once the list is, and until then its field is kept as it was said. */
export function changing(item: Item, value: Value): Omit<ItemClause, "left" | "note"> | null {
  const words = value.quoted ?? value.trailing?.text ?? value.text;
  if (words === null) return null;
  const isAddress = value.quoted === null && item.field === "" && looksLikeTarget(words);
  const isOpen = value.quoted === null && NAMES_NO_PLACE.test(words);
  return {
    links: [{ change: item.words, set: { [isAddress ? "href" : item.field]: words } }],
    lists: item.lists ?? item.noun?.lists ?? null,
    place: item.place ?? value.trailing?.place ?? null,
    why: value.doubt || (isOpen ? "I am not sure which words are the text." : ""),
  };
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
