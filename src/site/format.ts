import type { PropertyDefinition } from "./site-definition.ts";

export type Format = "jsx" | "tsx" | "html" | "css" | "json";

const FORMATS = new Map<string, Format>([
  [".jsx", "jsx"],
  [".tsx", "tsx"],
  [".html", "html"],
  [".htm", "html"],
  [".css", "css"],
  [".json", "json"],
]);

const MARKUP: PropertyDefinition["kind"][] = ["text", "attribute", "style", "link"];

/** The kinds of edit each format has. */
export const KINDS_OF: Record<Format, PropertyDefinition["kind"][]> = {
  jsx: MARKUP,
  tsx: MARKUP,
  html: MARKUP,
  css: ["variable"],
  json: ["value"],
};

/** The format of a file by its name; null for those that are not edited (Vue, Svelte, plain scripts and all others). */
export function formatOf(path: string): Format | null {
  const extension = /\.[a-z]+$/i.exec(path)?.[0].toLowerCase() ?? "";
  return FORMATS.get(extension) ?? null;
}

/** The extensions that can be edited, for people. */
export const EDITABLE = [...FORMATS.keys()].join(", ");
