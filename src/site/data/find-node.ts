import { refuse, type Refusal } from "#src/site/refusal.ts";
import { lineOf } from "#src/site/source-text.ts";
import type { DataNode, DataTree } from "./data-node.ts";
import { refuseCode } from "./refuse-code.ts";

export type Found = { ok: true; node: DataNode } | Refusal;

type Step = (Found & { ok: true }) | Refusal | null;

/** The node that a pointer names (`/menu/0/label`), or why there is none to change. */
export function findNode(tree: DataTree, pointer: string): Found {
  let { root: node } = tree;
  for (const part of partsOf(pointer)) {
    const step = stepInto(node, part, { tree, pointer });
    if (step === null) return missing(node, pointer);
    if (!step.ok) return step;
    ({ node } = step);
  }
  return { ok: true, node };
}

/** `/links/0/label` → `["links", "0", "label"]`; whether a part counts or names is for the file to say. */
function partsOf(pointer: string): string[] {
  return pointer
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

interface Search {
  tree: DataTree;
  pointer: string;
}

function stepInto(node: DataNode, part: string, search: Search): Step {
  if (node.kind === "call") return stepInto(node.argument, part, search);
  if (node.kind === "code") return refuseCode(search.tree, search.pointer, node);
  if (node.kind === "list") {
    const item = /^(?:0|[1-9]\d*)$/.test(part) ? node.items[Number(part)] : undefined;
    return item === undefined ? null : { ok: true, node: item };
  }
  return node.kind === "map" ? entryOf(node, part, search) : null;
}

function entryOf(map: DataNode & { kind: "map" }, part: string, search: Search): Step {
  const all = map.entries.filter(({ key }) => key === part);
  const last = all.at(-1);
  if (last === undefined) return null;
  if (all.length > 1) return repeated(last.value, search);
  const behind = map.entries.slice(map.entries.indexOf(last) + 1).find(({ key }) => key === null);
  return behind === undefined
    ? { ok: true, node: last.value }
    : refuseCode(search.tree, search.pointer, behind.value);
}

/** Readers of JSON and YAML do not agree on what a name that is written twice means. */
function repeated({ start }: DataNode, { tree, pointer }: Search): Refusal {
  return refuse(
    "several-matches",
    `\`${pointer}\` is in the file more than once (line ${lineOf(tree.text, start)}): all but one have to be removed.`,
  );
}

function missing(node: DataNode, pointer: string): Refusal {
  const code = node.kind === "map" ? node.entries.find(({ key }) => key === null)?.value : undefined;
  const maybe = code?.kind === "code" ? ` (it may come from ${code.words})` : "";
  return refuse(
    "no-match",
    `There is no \`${pointer}\` in the file${maybe}: ux-agent.json has to be corrected.`,
  );
}
