import { parseTree, type Node, type ParseError } from "jsonc-parser";
import type { DataEntry, DataNode } from "#src/site/data/data-node.ts";
import { NUMBER, TRUTH } from "#src/site/data/forms.ts";
import { parseErrorText } from "./parse-error.ts";

/** The data of a JSON file, with comments and trailing commas where its tools allow them. Throws a SyntaxError. */
export function readJson(text: string): DataNode {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (root !== undefined && error === undefined) return nodeOf(root, text);
  const line = text.slice(0, error?.offset ?? 0).split("\n").length;
  throw new SyntaxError(`${error === undefined ? "it is empty" : parseErrorText(error)}, line ${line}`);
}

function nodeOf(node: Node, text: string): DataNode {
  const range = { start: node.offset, end: node.offset + node.length };
  const children = node.children ?? [];
  if (node.type === "object")
    return { ...range, kind: "map", entries: children.map((each) => entryOf(each, text)) };
  if (node.type === "array")
    return { ...range, kind: "list", items: children.map((each) => nodeOf(each, text)) };
  const quoted = (value: string) => ({ ...range, text: JSON.stringify(value) });
  if (node.type === "string") return { ...range, kind: "scalar", value: String(node.value), put: quoted };
  if (node.type === "null") return { ...range, kind: "scalar", value: null, put: quoted };
  const form = node.type === "number" ? NUMBER : TRUTH;
  const value = text.slice(range.start, range.end);
  return { ...range, kind: "scalar", value, form, put: (next) => ({ ...range, text: next }) };
}

function entryOf({ children: [key, value] = [] }: Node, text: string): DataEntry {
  if (key === undefined || value === undefined) throw new SyntaxError("an entry without a value");
  return { key: String(key.value), value: nodeOf(value, text) };
}
