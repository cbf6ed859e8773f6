import { refuse, type Refusal } from "#src/site/refusal.ts";
import type { PropertyOf } from "#src/site/site-definition.ts";
import type { Located, Placed, ValueSlot } from "#src/site/slot.ts";
import { lineOf } from "#src/site/source-text.ts";
import type { DataNode, DataScalar, DataTree } from "./data-node.ts";
import { findNode } from "./find-node.ts";
import { refuseCode } from "./refuse-code.ts";

/** One value of a file of data. It keeps its type: what was a number or true/false is one afterwards. */
export function dataValueSlot(tree: DataTree, property: PropertyOf<"value">): Located<ValueSlot> {
  const found = findNode(tree, property.pointer);
  return found.ok ? nodeSlot(tree, found.node, property) : found;
}

/** The value that is a node. */
export function nodeSlot(tree: DataTree, found: DataNode, property: PropertyOf<"value">): Located<ValueSlot> {
  const node = valueOf(found, property);
  if (node.kind !== "scalar") return refusalFor(node, tree, property);
  const put = (value: string): Placed => place(node, property, value);
  return { ok: true, slot: { holds: "value", current: node.value, put } };
}

function valueOf(node: DataNode, { call }: PropertyOf<"value">): DataNode {
  return node.kind === "call" && node.name === call ? node.argument : node;
}

function place({ form, put }: DataScalar, { label }: PropertyOf<"value">, value: string): Placed {
  if (form !== undefined && !form.pattern.test(value))
    return refuse("invalid-value", `${label} can only be ${form.words}.`);
  const splice = value.isWellFormed() ? put(value) : null;
  return splice === null
    ? refuse(
        "invalid-value",
        `${label} contains a hidden character that this file cannot hold: type it again instead of pasting it.`,
      )
    : { ok: true, splices: [splice] };
}

function refusalFor(node: DataNode, tree: DataTree, { pointer }: PropertyOf<"value">): Refusal {
  if (node.kind === "code") return refuseCode(tree, pointer, node);
  const line = lineOf(tree.text, node.start);
  if (node.kind === "call") {
    return refuse(
      "holds-code",
      `\`${pointer}\` is given to \`${node.name}()\` (line ${line}): if the words on the page are these, add "call": "${node.name}" to the property in ux-agent.json.`,
    );
  }
  return refuse(
    "holds-elements",
    `\`${pointer}\` is not one value but holds others (line ${line}): ux-agent.json has to name one of them.`,
  );
}
