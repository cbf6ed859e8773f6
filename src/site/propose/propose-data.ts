import type { DataMap, DataNode, DataScalar } from "#src/site/data/data-node.ts";
import { groupOf, keyOf, pointerOf, textOf, withoutWrappers } from "./data-path.ts";
import { isLink, itemsAt } from "./propose-items.ts";
import { idOf, joinedId, nameFrom, withNames, type WrittenProperty } from "./proposal.ts";
import { LABELS, PRICE, TARGETS, meantForPeople } from "./words-for-people.ts";

/** Texts of data that belong together, under the name of the branch they stand in; null for the top. */
export interface DataGroup {
  name: string | null;
  properties: WrittenProperty[];
}

interface Found {
  path: string[];
  property: WrittenProperty;
}

/** The texts of a tree of data that people read, group by group. In content all texts are; in settings those that are named so. */
export function proposeData(root: DataNode, isContent: boolean): DataGroup[] {
  const groups = new Map<string | null, WrittenProperty[]>();
  for (const { path, property } of textsIn(root, [], isContent)) {
    const name = groupOf(path);
    const known = groups.get(name) ?? [];
    if (known.every(({ id }) => id !== property.id)) groups.set(name, [...known, property]);
  }
  return [...groups].map(([name, properties]) => ({
    name,
    properties: named(name, properties.map(plainly)),
  }));
}

const COMPOUNDS: [RegExp, string][] = [
  [/^(?:button|cta|btn|action)-?(?:text|label|title|name)$/, "button-text"],
  [/^(?:button|cta|btn|action)-?(?:link|url|href|target|path)$/, "button-link"],
  [/^phone-?(?:number|formatted|display|text|label)$/, "phone"],
  [/^key$/, "menu-link"],
  [/^(?:sub-?title|sub-?heading|tag-?line)$/, "subtitle"],
];

/** `buttontext` and `ctaLabel` are the text of the button. */
function plainly(property: WrittenProperty): WrittenProperty {
  const id = COMPOUNDS.find(([written]) => written.test(property.id))?.[1] ?? property.id;
  return { ...property, id };
}

/** A part of the page without a text of its own has another one that people mean by it. */
function named(name: string | null, all: WrittenProperty[]): WrittenProperty[] {
  if (name === null || all.some(({ id }) => id === "text")) return all;
  const texts = all.filter(
    ({ id, kind, value }) =>
      kind === "value" && value !== "url" && !/^button|-link$|^(?:title|name)$/.test(id),
  );
  const meant =
    texts.find(({ id }) => /^(?:subtitle|description|summary|content|body)$/.test(id)) ?? texts[0];
  return all.map((each) => (each === meant ? { ...each, names: [...(each.names ?? []), "text"] } : each));
}

function textsIn(node: DataNode, path: string[], isContent: boolean): Found[] {
  if (node.kind === "scalar")
    return node.form === undefined ? scalarAt(node.value ?? "", path, isContent) : dateAt(node, path);
  if (node.kind === "list")
    return [
      ...itemsAt(node.items, path),
      ...node.items.flatMap((item, at) => itemAt(item, [...path, String(at)], isContent)),
    ];
  if (node.kind !== "map") return [];
  return node.entries.flatMap(({ key, value }) =>
    key === null ? [] : textsIn(value, [...path, key], isContent),
  );
}

/** When a post or an event is. */
function dateAt({ value }: DataScalar, path: string[]): Found[] {
  const isDate =
    /^(?:date|published|start|end)$/i.test(path.at(-1) ?? "") && /^\d{4}-\d{2}-\d{2}/.test(value ?? "");
  return isDate ? found(path, { id: propertyId(path), value: "text" }) : [];
}

/** A name without a value may be meant for one, too: an empty description. */
function scalarAt(value: string, path: string[], isContent: boolean): Found[] {
  const meant = meantForPeople(path, value, isContent);
  const names = PRICE.test(value) ? ["price"] : [];
  return meant === null ? [] : found(path, { id: propertyId(path), value: meant, names });
}

/** An entry of a list: a link of a menu by its label, a card by its place and its title. */
function itemAt(node: DataNode, path: string[], isContent: boolean): Found[] {
  if (node.kind !== "map") return textsIn(node, path, isContent);
  const label = keyOf(node, LABELS);
  const title = label === null ? null : textOf(node, label);
  if (label !== null && title !== null && isLink(node, path))
    return linkAt(node, { path, label, target: keyOf(node, TARGETS), title });
  // What has only a picture is called by it: the links to other networks.
  const pictured = keyOf(node, ["icon", "network", "platform", "service"]);
  const shown = title ?? (pictured === null ? null : textOf(node, pictured));
  const called = shown === null ? null : nameFrom(shown);
  return textsIn(node, path, isContent).map(({ path: inner, property }) => {
    const field = inner.at(-1) ?? "";
    const branch = inner.slice(path.length, -1).findLast((part) => !/^\d+$/.test(part));
    const meant = (property.names ?? []).includes("price") ? ["price"] : [];
    const fields = [...meant, field, ...(branch === undefined ? [] : [branch])].map((each) =>
      each.toLowerCase(),
    );
    const names = called === null ? [] : fields.map((each) => `${called} ${each}`);
    return { path: inner, property: withNames(property, names) };
  });
}

interface LinkAt {
  path: string[];
  label: string;
  target: string | null;
  title: string;
}

function linkAt(node: DataMap & DataNode, { path, label, target, title }: LinkAt): Found[] {
  const called = nameFrom(title);
  const place = Number(path.at(-1)) + 1;
  const id = called === null ? `item ${place}` : called;
  const href = target === null ? null : textOf(node, target);
  const leads = href !== null && meantForPeople([...path, "href"], href, true) === "url";
  return [
    ...found([...path, label], {
      id: joinedId([id, "link"]),
      value: "text",
      names: called === null ? [] : [called],
    }),
    ...(leads && target !== null
      ? found([...path, target], { id: joinedId([id, "target"]), value: "url" })
      : []),
    ...node.entries.flatMap(({ key, value }) =>
      value.kind === "list" && key !== null ? textsIn(value, [...path, key], true) : [],
    ),
  ];
}

/** `tiles/0/text` → `tile-1-text`: places are counted from 1, as people do. */
function propertyId(path: string[]): string {
  const inner = withoutWrappers(path);
  const own = groupOf(path) === null ? inner : inner.slice(1);
  const parts = (own.length === 0 ? inner : own).map((part, at, all) =>
    /^\d+$/.test(all[at + 1] ?? "") ? part.replace(/ies$/, "y").replace(/s$/, "") : part,
  );
  const counted = parts.map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part));
  return joinedId(/^\d+$/.test(counted[0] ?? "") ? ["item", ...counted] : counted);
}

function found(
  path: string[],
  { id, value, names = [] }: { id: string; value: "text" | "url"; names?: string[] },
): Found[] {
  const pointer = pointerOf(path);
  const own = idOf(id);
  if (own === "" || pointer === "") return [];
  const property: WrittenProperty = { id: own, kind: "value", pointer, ...(value === "url" && { value }) };
  return [
    {
      path,
      property: withNames(
        property,
        names.filter((name) => name !== own),
      ),
    },
  ];
}
