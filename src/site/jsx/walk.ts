import type { Node } from "@babel/types";
import type { Range } from "#src/site/markup/element.ts";

/** The nearest nodes below a node that are of the wanted kind; what is inside of them is not looked at. */
export function nearest<Wanted extends Node>(node: Node, isWanted: (node: Node) => node is Wanted): Wanted[] {
  const found: Wanted[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) value.forEach(look);
    else if (isNode(value)) visit(value);
  };
  const visit = (child: Node): void => void (isWanted(child) ? found.push(child) : lookBelow(child));
  const lookBelow = (parent: Node): void => {
    // Without lists of keys and values: a large file has some hundred thousand nodes.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are its own, but are typed as strings
    for (const key in parent) if (!NOT_CHILDREN.has(key)) look(parent[key as keyof Node]);
  };
  lookBelow(node);
  return found;
}

/** The child of a node that a range is in. */
export function childAround(node: Node, { start, end }: Range): Node | null {
  const isAround = (child: Node): boolean => (child.start ?? end) <= start && end <= (child.end ?? start);
  let found: Node | null = null;
  const look = (value: unknown): void => {
    if (found !== null || typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) value.forEach(look);
    else if (isNode(value) && isAround(value)) found = value;
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are its own, but are typed as strings
  for (const key in node) if (!NOT_CHILDREN.has(key)) look(node[key as keyof Node]);
  return found;
}

/** Beside what is no child, the fields of every node that are no objects. */
const NOT_CHILDREN = new Set([
  "type",
  "start",
  "end",
  "loc",
  "extra",
  "leadingComments",
  "innerComments",
  "trailingComments",
  "comments",
  "errors",
  "tokens",
]);

function isNode(value: object): value is Node {
  return "type" in value && typeof value.type === "string";
}
