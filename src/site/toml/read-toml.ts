import { ParseError, parseTOML, type AST } from "toml-eslint-parser";
import type { DataMap, DataNode, ValueForm } from "#src/site/data/data-node.ts";
import { DATE, INTEGER, NUMBER, TIME, TRUTH } from "#src/site/data/forms.ts";
import type { Range } from "#src/site/markup/element.ts";
import { stringNode } from "./string-node.ts";

type Part = string | number;

/** The data of a TOML file. Throws a SyntaxError that names the line. */
export function readToml(text: string): DataNode {
  const root: DataNode & DataMap = { kind: "map", start: 0, end: text.length, entries: [] };
  for (const node of parse(text).body[0].body) {
    if (node.type === "TOMLKeyValue") addEntry(root, node, text);
    else addTable(root, node, text);
  }
  return root;
}

function parse(text: string): AST.TOMLProgram {
  try {
    return parseTOML(text);
  } catch (error) {
    if (error instanceof ParseError)
      throw new SyntaxError(`${error.message}, line ${error.lineNumber}`, { cause: error });
    throw error;
  }
}

/** `[menu]` and each `[[menu.main]]` may come in any order and go on with what an earlier one began. */
function addTable(root: DataNode, node: AST.TOMLTable, text: string): void {
  const table = ensure(root, node.resolvedKey, rangeOf(node));
  for (const entry of node.body) addEntry(table, entry, text);
  let around = root;
  for (const part of node.resolvedKey) {
    around = childAt(around, part) ?? around;
    around.end = Math.max(around.end, node.range[1]);
  }
}

function addEntry(table: DataNode, { key, value }: AST.TOMLKeyValue, text: string): void {
  const names = key.keys.map((each) => (each.type === "TOMLBare" ? each.name : each.value));
  const holder = ensure(table, names.slice(0, -1), rangeOf(key));
  if (holder.kind === "map") holder.entries.push({ key: names.at(-1) ?? "", value: nodeOf(value, text) });
}

/** The map or list at a path, made where there is none yet. */
function ensure(node: DataNode, path: Part[], range: Range): DataNode {
  const [part, ...rest] = path;
  if (part === undefined) return node;
  const isList = typeof rest[0] === "number";
  const fresh: DataNode = isList ? tablesAt(range) : { ...range, kind: "map", entries: [] };
  return ensure(childAt(node, part) ?? added(node, part, fresh), rest, range);
}

/** `[[menu]]`: each table is an item, with the tables below it. */
function tablesAt(range: Range): DataNode {
  const items: DataNode[] = [];
  const bodies = (): Range[] => items.map(({ start, end }) => ({ start, end }));
  return { ...range, kind: "list", items, written: { separation: "tables", bodies } };
}

function childAt(node: DataNode, part: Part): DataNode | undefined {
  if (node.kind === "list") return node.items[Number(part)];
  return node.kind === "map" ? node.entries.find(({ key }) => key === part)?.value : undefined;
}

function added(node: DataNode, part: Part, child: DataNode): DataNode {
  if (node.kind === "list") node.items.push(child);
  if (node.kind === "map") node.entries.push({ key: String(part), value: child });
  return child;
}

function nodeOf(node: AST.TOMLContentNode, text: string): DataNode {
  const range = rangeOf(node);
  if (node.type === "TOMLArray")
    return { ...range, kind: "list", items: node.elements.map((each) => nodeOf(each, text)) };
  if (node.type === "TOMLInlineTable") {
    const table: DataNode = { ...range, kind: "map", entries: [] };
    for (const entry of node.body) addEntry(table, entry, text);
    return table;
  }
  if (node.kind === "string") return stringNode(node, range, text);
  const value = text.slice(range.start, range.end);
  return {
    ...range,
    kind: "scalar",
    value,
    form: FORMS[node.kind],
    put: (next) => ({ ...range, text: next }),
  };
}

const FORMS: Record<Exclude<AST.TOMLValue["kind"], "string">, ValueForm> = {
  integer: INTEGER,
  float: NUMBER,
  boolean: TRUTH,
  "offset-date-time": DATE,
  "local-date-time": DATE,
  "local-date": DATE,
  "local-time": TIME,
};

function rangeOf({ range: [start, end] }: { range: [number, number] }): Range {
  return { start, end };
}
