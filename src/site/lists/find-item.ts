import type { Item } from "#src/site/catalogue.ts";
import { nearest } from "#src/site/nearest.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import { shorten } from "#src/site/shorten.ts";
import { type Sentence, inARow, sentence } from "#src/words/sentence.ts";

/** A list as people know it. */
export interface NamedList {
  label: string;
  items: Item[];
  /** The field that names an item. */
  naming: string;
}

export type FoundItem = { ok: true; at: number } | Refusal;

const MOST_SHOWN = 8;
/** Discord shows no more in a select. */
const MOST_CHOICES = 25;

/**
 * The one item that is called by these words: by its name, else by another of its fields, else by its place (`#2`, `#last`).
 * Case, spaces and what decorates a name (`→ About`) do not matter. Several are asked about; none is told with the nearest.
 */
export function findItem(list: NamedList, words: string): FoundItem {
  const { items, naming } = list;
  const key = keyOf(words);
  const ways: ((item: Item) => boolean)[] = [
    (item) => item[naming] === words,
    (item) => keyOf(item[naming] ?? "") === key,
    (item) => Object.values(item).some((value) => keyOf(value) === key),
    (item) => undecorated(keyOf(item[naming] ?? "")) === undecorated(key),
  ];
  for (const way of ways) {
    const found = items.flatMap((item, at) => (way(item) ? [at] : []));
    const [only] = found;
    if (only !== undefined) return found.length === 1 ? { ok: true, at: only } : several(list, words, found);
  }
  const [, place] = /^#([1-9]\d{0,3}|last)$/.exec(words.trim()) ?? [];
  const number = place === "last" ? items.length : Number(place ?? NaN);
  return number >= 1 && number <= items.length ? { ok: true, at: number - 1 } : missing(list, words);
}

/** How an item is called in a sentence. */
export function nameOfItem(item: Item, naming: string): string {
  return shorten(item[naming] ?? Object.values(item)[0] ?? "", 60);
}

function keyOf(words: string): string {
  return words.normalize("NFC").replaceAll(/\s+/g, " ").trim().toLowerCase();
}

/** `→ about`, `contact »`: without the marks that spaces set apart. */
function undecorated(key: string): string {
  return key.replaceAll(/^(?:[^\p{L}\p{N}\s]+ )+|(?: [^\p{L}\p{N}\s]+)+$/gu, "");
}

function several({ label, items, naming }: NamedList, words: string, found: number[]): Refusal {
  const choices = found.slice(0, MOST_CHOICES).map((at) => {
    const others = Object.entries(items[at] ?? {}).flatMap(([field, value]) =>
      field === naming || value === "" ? [] : [value],
    );
    const own = others.find(
      (value) => items.filter((item) => Object.values(item).includes(value)).length === 1,
    );
    const called = nameOfItem(items[at] ?? {}, naming);
    return own === undefined
      ? { value: `#${at + 1}`, label: sentence("choice.item", { item: called, position: at + 1 }) }
      : { value: own, label: `${called} (${shorten(own, 60)})` };
  });
  const why = sentence("list.several-items", {
    list: label,
    count: found.length,
    words: shorten(words, 60),
    items: choices.slice(0, MOST_SHOWN).map((choice) => choice.label),
  });
  return { ...refuse("several-items", why), which: { words, choices } };
}

function missing({ label, items, naming }: NamedList, words: string): Refusal {
  const names = items.map((item) => item[naming] ?? "").filter((name) => name !== "");
  const near = nearest(words, names);
  const shown = names.slice(0, MOST_SHOWN).map((name) => `“${shorten(name, 40)}”`);
  const none = sentence("list.no-item", { list: label, words: shorten(words, 60) });
  const suggestion = near === null ? [] : [sentence("list.suggestion", { name: shorten(near, 60) })];
  return refuse("no-item", inARow(none, ...suggestion, has(shown, names.length - MOST_SHOWN)));
}

function has(shown: string[], more: number): Sentence {
  if (shown.length === 0) return sentence("list.empty");
  const items = shown.join(", ");
  return more > 0 ? sentence("list.has-more", { items, more }) : sentence("list.has", { items });
}
