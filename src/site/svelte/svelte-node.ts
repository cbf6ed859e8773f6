import type { AST } from "svelte/compiler";

export type SvelteNode = AST.Fragment["nodes"][number];
export type ElementNode = Extract<SvelteNode, { fragment: AST.Fragment; attributes: unknown }>;
export type SvelteAttribute = ElementNode["attributes"][number];

export function isElement(node: SvelteNode): node is ElementNode {
  return "attributes" in node && "fragment" in node;
}

/** The parts of a block that hold markup: each branch of a condition, the body of a loop. */
export function fragmentsIn(node: SvelteNode): AST.Fragment[] {
  return Object.values(node).filter(isFragment);
}

function isFragment(value: unknown): value is AST.Fragment {
  return typeof value === "object" && value !== null && "type" in value && value.type === "Fragment";
}
