import type { Node } from "@babel/types";

/** The nearest nodes below a node that are of the wanted kind; what is inside of them is not looked at. */
export function nearest<Wanted extends Node>(node: Node, isWanted: (node: Node) => node is Wanted): Wanted[] {
  return childNodes(node).flatMap((child) => (isWanted(child) ? [child] : nearest(child, isWanted)));
}

const NOT_CHILDREN = new Set([
  "loc",
  "extra",
  "leadingComments",
  "innerComments",
  "trailingComments",
  "comments",
  "errors",
  "tokens",
]);

function childNodes(node: Node): Node[] {
  return Object.entries(node)
    .filter(([key]) => !NOT_CHILDREN.has(key))
    .flatMap(([, value]): unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
