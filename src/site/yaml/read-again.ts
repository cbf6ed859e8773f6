import { isCollection, isNode, isPair, isScalar, type Document, type YAMLMap, type YAMLSeq } from "yaml";
import type { Range } from "#src/site/markup/element.ts";
import { applyWithin, type Splice } from "#src/site/splice.ts";
import { parseYaml } from "./parse-yaml.ts";

type Collection = YAMLMap | YAMLSeq;

/** A part of a document that was read a second time: the node of the whole that it takes the place of. */
export interface Reread {
  instead: unknown;
  node: unknown;
  /** The text that the node's positions belong to. */
  text: string;
}

/** An item of a block collection, and the whole lines it stands on. */
interface Item extends Range {
  collection: Collection;
  index: number;
}

/**
 * Reads only the item of a block collection that all splices are in. An item is complete by itself when its lines alone
 * are read as one item of the same kind at the same column: the line behind it is not indented deeper, so that nothing
 * in it goes on there. null where that cannot be said; then the whole file has to be read.
 */
export function readAgain({ contents }: Document, text: string, splices: Splice[]): Reread | null {
  const start = Math.min(...splices.map((splice) => splice.start));
  const end = Math.max(...splices.map((splice) => splice.end));
  const item = innermost(contents, { start, end }, text);
  if (item === null) return null;
  const lines = applyWithin(text, item, splices);
  return lines === null || DEPENDS_ON_ITS_PLACE.test(lines) ? null : readItem(item, lines);
}

/** Aliases, blocks that name their indentation, and marks between documents mean something only where they stand. */
const DEPENDS_ON_ITS_PLACE = /[|>][-+]?\d|(?:^|[\s,[{])\*\S|^(?:---|\.\.\.|%)/m;

function innermost(node: unknown, edited: Range, text: string): Item | null {
  let found: Item | null = null;
  let within: Range = { start: 0, end: text.length };
  for (let next = node; isCollection(next) && next.flow !== true;) {
    const item = itemAround(next, edited, { within, text });
    if (item === null) break;
    found = item;
    within = item;
    const held = next.items[item.index];
    next = isPair(held) ? held.value : held;
  }
  return found;
}

/** The item on whose lines the edit is, where each item begins a line of its own. */
function itemAround(
  collection: Collection,
  edited: Range,
  { within, text }: { within: Range; text: string },
): Item | null {
  const index = collection.items.findLastIndex((item) => (startOf(item) ?? Infinity) <= edited.start);
  const start = lineOfItem(collection.items[index], text);
  const isLast = index === collection.items.length - 1;
  const end = isLast ? within.end : lineOfItem(collection.items[index + 1], text);
  if (start === null || end === null || edited.start < start || edited.end >= end) return null;
  return { collection, index, start, end };
}

function startOf(item: unknown): number | undefined {
  const node = isPair(item) ? item.key : item;
  return isScalar(node) || isCollection(node) ? node.range?.[0] : undefined;
}

/** Where the line of an item begins, when nothing but its mark is before it on that line. */
function lineOfItem(item: unknown, text: string): number | null {
  const start = startOf(item);
  if (start === undefined) return null;
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const before = text.slice(line, start);
  return (isPair(item) ? /^ *$/ : /^ *- +$/).test(before) ? line : null;
}

function readItem({ collection, index }: Item, lines: string): Reread | null {
  const after = onlyItem(lines, collection);
  const before: unknown = collection.items[index];
  if (isPair(before) !== isPair(after)) return null;
  if (!isPair(before) || !isPair(after))
    return isNode(before) && isNode(after) ? { instead: before, node: after, text: lines } : null;
  const isSame = isNode(before.value) && isSameName(before.key, after.key);
  return isSame ? { instead: before.value, node: after.value, text: lines } : null;
}

/** The one item that the lines are, in a collection of the same kind. */
function onlyItem(lines: string, { constructor }: Collection): unknown {
  const { contents, errors } = parseYaml(lines);
  const isOne = errors.length === 0 && isCollection(contents) && contents.items.length === 1;
  return isOne && contents.flow !== true && contents.constructor === constructor ? contents.items[0] : null;
}

function isSameName(before: unknown, after: unknown): boolean {
  return isScalar(before) && isScalar(after) && before.value === after.value;
}
