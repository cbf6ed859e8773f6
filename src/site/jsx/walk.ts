import type { Node } from "@babel/types";

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
