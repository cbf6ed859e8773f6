import type { Range } from "#src/site/markup/element.ts";

/** Nodes that come from a parser always have positions; their types allow for those that are made by hand. */
export function rangeOf(node: { start?: number | null; end?: number | null }): Range {
  if (typeof node.start !== "number" || typeof node.end !== "number")
    throw new Error("a node without a position");
  return { start: node.start, end: node.end };
}
