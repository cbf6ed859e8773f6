import { findNodeAtLocation, type Node } from "jsonc-parser";
import { refuse } from "#src/site/refusal.ts";
import type { PropertyOf } from "#src/site/site-definition.ts";
import { valueSlot, type Located, type ValueSlot } from "#src/site/slot.ts";
import type { Splice } from "#src/site/splice.ts";
import { lineOf } from "#src/site/source-text.ts";
import type { JsonFile } from "./read-json.ts";

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** One value of a JSON file. It keeps its type: what was a number or true/false is one afterwards. */
export function jsonValueSlot({ text, root }: JsonFile, property: PropertyOf<"value">): Located<ValueSlot> {
  const node = findNodeAtLocation(root, pathOf(root, property.pointer));
  if (node === undefined) {
    return refuse(
      "no-match",
      `There is no \`${property.pointer}\` in the file: ux-agent.json has to be corrected.`,
    );
  }
  if (isRepeated(node)) {
    return refuse(
      "several-matches",
      `\`${property.pointer}\` is in the file more than once (line ${lineOf(text, node.offset)}): all but one have to be removed.`,
    );
  }
  if (node.type === "object" || node.type === "array") {
    return refuse(
      "holds-elements",
      `\`${property.pointer}\` is not one value but holds others (line ${lineOf(text, node.offset)}): ux-agent.json has to name one of them.`,
    );
  }
  return typedSlot(text, node, property);
}

function typedSlot(text: string, node: Node, property: PropertyOf<"value">): Located<ValueSlot> {
  const splice = (value: string): Splice => ({
    start: node.offset,
    end: node.offset + node.length,
    text: value,
  });
  if (node.type === "string") return valueSlot(String(node.value), (value) => splice(JSON.stringify(value)));
  if (node.type === "null") return valueSlot(null, (value) => splice(JSON.stringify(value)));
  const current = text.slice(node.offset, node.offset + node.length);
  const isNumber = node.type === "number";
  const put = (value: string) => {
    if (isNumber ? NUMBER.test(value) : /^(?:true|false)$/.test(value))
      return { ok: true as const, splices: [splice(value)] };
    const wanted = isNumber ? "a number, for example `12` or `4.5`" : "`true` or `false`";
    return refuse("invalid-value", `${property.label} can only be ${wanted}.`);
  };
  return { ok: true, slot: { holds: "value", current, put } };
}

/** `/links/0/label` → `["links", 0, "label"]`; whether a part counts or names is for the file to say. */
function pathOf(root: Node, pointer: string): (string | number)[] {
  const parts = pointer
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const path: (string | number)[] = [];
  for (const part of parts) {
    const isIndex = findNodeAtLocation(root, path)?.type === "array" && /^(?:0|[1-9]\d*)$/.test(part);
    path.push(isIndex ? Number(part) : part);
  }
  return path;
}

/** Whether a name on the way to a node is written twice in its object: readers of JSON do not agree on what it means. */
function isRepeated(node: Node): boolean {
  const property = node.parent;
  if (property === undefined) return false;
  const key: unknown = property.children?.[0]?.value;
  const siblings = property.type === "property" ? (property.parent?.children ?? []) : [];
  return siblings.filter((each) => each.children?.[0]?.value === key).length > 1 || isRepeated(property);
}
