import { refuse, type Refusal } from "#src/site/refusal.ts";
import { shorten } from "#src/site/shorten.ts";
import { lineOf } from "#src/site/source-text.ts";
import type { DataNode, DataTree } from "./data-node.ts";
import { refuseCode } from "./refuse-code.ts";

export type Found = { ok: true; node: DataNode } | Refusal;

type Step = (Found & { ok: true }) | Refusal | null;

/** The node that a pointer names (`/menu/0/label`), or why there is none to change. */
export function findNode(tree: DataTree, pointer: string): Found {
  let { root: node } = tree;
  const parts = partsOf(pointer);
  for (const [depth, part] of parts.entries()) {
    const step = stepInto(node, part, { tree, pointer });
    if (step === null) return missing(node, pointer, parts.slice(0, depth));
    if (!step.ok) return step;
    ({ node } = step);
  }
  return { ok: true, node };
}

/** `/links/0/label` → `["links", "0", "label"]`, the whole file without parts; whether a part counts or names is for the file to say. */
function partsOf(pointer: string): string[] {
  if (pointer === "") return [];
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

function missing(node: DataNode, pointer: string, reached: string[]): Refusal {
  const code = node.kind === "map" ? node.entries.find(({ key }) => key === null)?.value : undefined;
  const maybe = code?.kind === "code" ? ` (it may come from ${code.words})` : "";
  const here = reached.length === 0 ? "The file" : `\`${pointerTo(reached)}\``;
  return refuse(
    "no-match",
    `There is no \`${pointer}\` in the file${maybe}. ${here} ${contentsOf(node)}: correct the pointer in ux-agent.json.`,
  );
}

function pointerTo(parts: string[]): string {
  return parts.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

const MOST_NAMES = 12;

/** What could be named instead, to be read after the place that has it. */
function contentsOf(node: DataNode): string {
  if (node.kind === "list")
    return node.items.length === 0
      ? "is an empty list"
      : `is a list, from \`0\` to \`${node.items.length - 1}\``;
  if (node.kind !== "map") return "is one value";
  const names = [...new Set(node.entries.flatMap(({ key }) => key ?? []))];
  const others = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} others` : "";
  const shown = names.slice(0, MOST_NAMES).map((name) => `\`${shorten(name, 40)}\``);
  return names.length === 0 ? "has no names" : `has ${shown.join(", ")}${others}`;
}
