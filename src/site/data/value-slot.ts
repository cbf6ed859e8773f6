import { sentence } from "#src/words/sentence.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import type { PropertyOf } from "#src/site/site-definition.ts";
import { shorten } from "#src/site/shorten.ts";
import type { Located, Placed, ValueSlot } from "#src/site/slot.ts";
import { lineOf } from "#src/site/source-text.ts";
import type { DataCode, DataNode, DataScalar, DataTree } from "./data-node.ts";
import { findNode } from "./find-node.ts";
import { refuseCode } from "./refuse-code.ts";
import { runsOf } from "./runs-of.ts";

/** One value of a file of data. It keeps its type: what was a number or true/false is one afterwards. */
export function dataValueSlot(tree: DataTree, property: PropertyOf<"value">): Located<ValueSlot> {
  const found = findNode(tree, property.pointer);
  return found.ok ? nodeSlot(tree, found.node, property) : found;
}

/** The value that is a node. */
export function nodeSlot(tree: DataTree, found: DataNode, property: PropertyOf<"value">): Located<ValueSlot> {
  const node = valueOf(found, property);
  if (property.run !== undefined) return runSlot(tree, node, property);
  if (node.kind !== "scalar") return refusalFor(node, tree, property);
  const put = (value: string): Placed => place(node, property, value);
  return { ok: true, slot: { holds: "value", current: node.value, put } };
}

/** One of the texts in a value that is more than one text. */
function runSlot(tree: DataTree, node: DataNode, property: PropertyOf<"value">): Located<ValueSlot> {
  const runs = runsOf(node);
  const run = runs[(property.run ?? 1) - 1];
  if (run === undefined) return noSuchRun(tree, node, property);
  return {
    ok: true,
    slot: { holds: "value", current: run.value, put: (value) => place(run, property, value) },
  };
}

function noSuchRun({ text }: DataTree, node: DataNode, { pointer }: PropertyOf<"value">): Refusal {
  const shown = shownRuns(node);
  const has = shown === "" ? "has no code or tags beside its text" : `has these runs of text: ${shown}`;
  return refuse(
    "no-match",
    `\`${pointer}\` (line ${lineOf(text, node.start)}) ${has}. Correct the "run" in ux-agent.json.`,
  );
}

function shownRuns(node: DataNode): string {
  return runsOf(node)
    .slice(0, 5)
    .map(({ value }, index) => `${index + 1}: “${shorten(value ?? "", 40)}”`)
    .join(", ");
}

function valueOf(node: DataNode, { call }: PropertyOf<"value">): DataNode {
  return node.kind === "call" && node.name === call ? node.argument : node;
}

function place({ form, put }: DataScalar, { label }: PropertyOf<"value">, value: string): Placed {
  if (form !== undefined && !form.pattern.test(value))
    return refuse("invalid-value", sentence("value.only", { label, form: form.words }));
  const splice = value.isWellFormed() ? put(value) : null;
  return splice === null
    ? refuse("invalid-value", sentence("value.hidden-here", { label }))
    : { ok: true, splices: [splice] };
}

function withAdviceOnRuns(node: DataNode & DataCode): DataNode {
  const shown = shownRuns(node);
  if (shown === "" || node.advice !== undefined) return node;
  return {
    ...node,
    advice: `add "run" to the property in ux-agent.json to change one run of the text (${shown}).`,
  };
}

function refusalFor(node: DataNode, tree: DataTree, { pointer }: PropertyOf<"value">): Refusal {
  if (node.kind === "code") return refuseCode(tree, pointer, withAdviceOnRuns(node));
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
