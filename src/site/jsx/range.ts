import type { Range } from "#src/site/markup/element.ts";

interface Positioned {
  start?: number | null;
  end?: number | null;
}

/** Where a node is in the text that is read. */
export type RangeOf = (node: Positioned) => Range;

/** Nodes that come from a parser always have positions; their types allow for those that are made by hand. */
export function rangeOf(node: Positioned): Range {
  if (typeof node.start !== "number" || typeof node.end !== "number")
    throw new Error("a node without a position");
  return { start: node.start, end: node.end };
}
