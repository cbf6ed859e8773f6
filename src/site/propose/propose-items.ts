import type { DataMap, DataNode } from "#src/site/data/data-node.ts";
import { groupOf, keyOf, pointerOf, textOf, withoutWrappers } from "./data-path.ts";
import { joinedId, type WrittenField, type WrittenProperty } from "./proposal.ts";
import { looksLikeAddressName } from "#src/site/address-names.ts";
import { LABELS, TARGETS, meantForPeople } from "./words-for-people.ts";

/** One text, and where it leads or what is below it. */
export function isLink(node: DataMap, path: string[]): boolean {
  const texts = node.entries.filter(
    ({ key, value }) =>
      value.kind === "scalar" &&
      value.form === undefined &&
      meantForPeople([...path, key ?? ""], value.value ?? "", false) === "text",
  );
  const isInner = node.entries.some(({ value }) => value.kind === "list" && value.items.some(isEntry));
  return texts.length === 1 && (isInner || keyOf(node, TARGETS) !== null);
}

/** An entry of a menu below another one: words, and where they lead. */
function isEntry(node: DataNode): boolean {
  return node.kind === "map" && keyOf(node, LABELS) !== null && keyOf(node, TARGETS) !== null;
}

/** What the list of a menu is called where it is one of plain texts. */
const MENU = /^(?:nav|menu|links?|legal)|(?:nav|navigation|menu|links|items)$/i;

/** A list of links, of texts or of cards, to add to, to change and to take from. */
export function itemsAt(items: DataNode[], path: string[]): { path: string[]; property: WrittenProperty }[] {
  // A list in an entry of a list has no name that people could ask for it by.
  if (items.length < 2 || path.some((part) => /^\d+$/.test(part))) return [];
  const found = linksAt(items, path) ?? textsAt(items, path) ?? cardsAt(items, path);
  if (found === null) return [];
  const own = withoutWrappers(path).slice(groupOf([...path, found.id]) === null ? 0 : 1);
  const last = own.at(-1);
  const id = joinedId(last === found.id ? own : [...own, found.id]);
  const property: WrittenProperty = { kind: "list", pointer: pointerOf(path), ...found, id };
  return [{ path: [...path, found.id], property }];
}

type Items = { id: string; fields?: Record<string, string | WrittenField> };

function linksAt(items: DataNode[], path: string[]): Items | null {
  const maps = items.flatMap((item) => (item.kind === "map" && isLink(item, [...path, "0"]) ? [item] : []));
  const isMenu = path.slice(-2).some((part) => MENU.test(part));
  const called = items.flatMap((item) => (item.kind === "map" && keyOf(item, LABELS) !== null ? [item] : []));
  const shown = isMenu && maps.length > 0 ? called : maps;
  const label = shown.map((map) => keyOf(map, LABELS))[0] ?? null;
  const target = shown.map((map) => keyOf(map, TARGETS)).find((key) => key !== null) ?? null;
  if (label === null || target === null || shown.length < 2) return null;
  const href = targetField(items, target);
  return { id: "links", fields: { label, href, ...others(shown, [label, target]) } };
}

function targetField(items: DataNode[], at: string): string | WrittenField {
  const isUrl = looksLikeAddressName(at);
  if (isUrl && isEverywhere(items, at)) return at;
  return {
    at,
    ...(!isUrl && { value: "url" }),
    ...(!isEverywhere(items, at) && { optional: true as const }),
  };
}

/** Texts without names are entries of a menu where the list is called so. */
function textsAt(items: DataNode[], path: string[]): Items | null {
  const isText = items.every((item) => item.kind === "scalar" && item.form === undefined);
  return isText && MENU.test(path.at(-1) ?? "") ? { id: "links" } : null;
}

/** Objects alike that are called something and say something more: cards, questions, people. */
function cardsAt(items: DataNode[], path: string[]): Items | null {
  const [first] = items;
  if (first?.kind !== "map" || !items.every(({ kind }) => kind === "map")) return null;
  const label = keyOf(first, [...LABELS, "question"]);
  if (label === null || !isEverywhere(items, label)) return null;
  const texts = first.entries.flatMap(({ key, value }) => {
    const isText = value.kind === "scalar" && value.form === undefined && key !== null && key !== label;
    return isText && meantForPeople([...path, key], value.value ?? "", true) === "text" ? [key] : [];
  });
  const fields = Object.fromEntries(
    texts.flatMap((key) => {
      const id = joinedId([key]);
      return id === "" ? [] : [[id, isEverywhere(items, key) ? key : { at: key, optional: true as const }]];
    }),
  );
  return {
    id: "items",
    fields: { [joinedId([label])]: label, ...fields, ...others(items, [label, ...texts]) },
  };
}

function isEverywhere(items: DataNode[], key: string): boolean {
  return items.every((item) => item.kind === "map" && item.entries.some((entry) => entry.key === key));
}

/** What else is different in each item has to be said of a new one, too. What all have alike is copied. */
function others(items: DataNode[], taken: string[]): Record<string, string> {
  const [first] = items;
  if (first?.kind !== "map") return {};
  const fields = first.entries.flatMap(({ key, value }) => {
    const isText = key !== null && value.kind === "scalar" && value.form === undefined;
    const id = isText && !taken.includes(key) && isEverywhere(items, key) ? joinedId([key]) : "";
    if (id === "" || key === null) return [];
    const values = items.map((item) => (item.kind === "map" ? textOf(item, key) : null));
    return new Set(values).size === 1 ? [] : [[id, key] as const];
  });
  return Object.fromEntries(fields);
}
