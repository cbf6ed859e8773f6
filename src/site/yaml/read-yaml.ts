import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Pair } from "yaml";
import type { DataEntry, DataNode } from "#src/site/data/data-node.ts";
import { lineOf } from "#src/site/source-text.ts";
import type { Range } from "#src/site/markup/element.ts";
import type { Around } from "./around.ts";
import { dashedItems } from "./dashed-items.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Reread } from "./read-again.ts";
import { scalarNode } from "./scalar-node.ts";

/** The data of a document, or of one of which a part was read again. Throws a SyntaxError that names the line. */
export function dataOf({ contents, errors: [error] }: Document, text: string, again?: Reread): DataNode {
  if (error !== undefined) throw new SyntaxError(`${error.message}, line ${lineOf(text, error.pos[0])}`);
  return nodeOf(contents, { text, flow: false, ...(again === undefined ? {} : { again }) });
}

/** The data of a YAML text. Throws a SyntaxError that names the line. */
export function readYaml(text: string): DataNode {
  return dataOf(parseYaml(text), text);
}

function nodeOf(node: unknown, around: Around): DataNode {
  const { again } = around;
  if (again !== undefined && node === again.instead)
    return nodeOf(again.node, { text: again.text, flow: false });
  if (isScalar(node)) return scalarNode(node, around);
  const range = rangeOf(node, around);
  if (isAlias(node)) {
    const advice = `name the value at \`&${node.source}\` in ux-agent.json, which it repeats.`;
    return { ...range, kind: "code", words: `\`*${node.source}\``, advice };
  }
  if (isMap(node)) return { ...range, kind: "map", entries: entriesOf(node.items, inside(node, around)) };
  if (isSeq(node)) {
    const items = node.items.map((item) => nodeOf(item, inside(node, around)));
    if (node.flow === true) return { ...range, kind: "list", items };
    const bodies = (): Range[] | null => dashedItems(around.text, items);
    return { ...range, kind: "list", items, written: { separation: "lines", bodies } };
  }
  return { ...range, kind: "map", entries: [] };
}

function inside({ flow }: { flow?: boolean }, around: Around): Around {
  return flow === true ? { ...around, flow } : around;
}

/** What `<<` brings in is overruled by every other name, wherever it stands. */
function entriesOf(pairs: Pair[], around: Around): DataEntry[] {
  const merged = pairs.filter(isMerge).map(({ value }) => ({ key: null, value: nodeOf(value, around) }));
  return [...merged, ...pairs.filter((pair) => !isMerge(pair)).map((pair) => entryOf(pair, around))];
}

function isMerge({ key }: Pair): boolean {
  return nameOf(key) === "<<";
}

/** Values are read on the way to the one that is asked for: most of a file's are never looked at. */
function entryOf({ key, value }: Pair, around: Around): DataEntry {
  return {
    key: nameOf(key),
    get value() {
      return nodeOf(value, around);
    },
  };
}

function nameOf(key: unknown): string | null {
  return isScalar(key) && typeof key.value === "string" ? key.value : null;
}

function rangeOf(node: unknown, { text }: Around): { start: number; end: number } {
  const range = isNode(node) ? node.range : undefined;
  return range ? { start: range[0], end: range[1] } : { start: text.length, end: text.length };
}

function isNode(node: unknown): node is Node {
  return typeof node === "object" && node !== null && "range" in node;
}
