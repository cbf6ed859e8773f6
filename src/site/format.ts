import type { PropertyDefinition } from "./site-definition.ts";

export type Format =
  | "jsx"
  | "tsx"
  | "ts"
  | "html"
  | "astro"
  | "svelte"
  | "vue"
  | "css"
  | "scss"
  | "less"
  | "json"
  | "yaml"
  | "toml"
  | "markdown"
  | "mdx";

const FORMATS = new Map<string, Format>([
  [".jsx", "jsx"],
  [".js", "jsx"],
  [".mjs", "jsx"],
  [".cjs", "jsx"],
  [".tsx", "tsx"],
  [".ts", "ts"],
  [".mts", "ts"],
  [".cts", "ts"],
  [".html", "html"],
  [".htm", "html"],
  [".php", "html"],
  [".phtml", "html"],
  [".twig", "html"],
  [".liquid", "html"],
  [".njk", "html"],
  [".nunjucks", "html"],
  [".ejs", "html"],
  [".erb", "html"],
  [".hbs", "html"],
  [".handlebars", "html"],
  [".mustache", "html"],
  [".gohtml", "html"],
  [".tmpl", "html"],
  [".ftl", "html"],
  [".ftlh", "html"],
  [".j2", "html"],
  [".jinja", "html"],
  [".jinja2", "html"],
  [".astro", "astro"],
  [".svelte", "svelte"],
  [".vue", "vue"],
  [".css", "css"],
  [".scss", "scss"],
  [".less", "less"],
  [".json", "json"],
  [".webmanifest", "json"],
  [".yaml", "yaml"],
  [".yml", "yaml"],
  [".toml", "toml"],
  [".md", "markdown"],
  [".markdown", "markdown"],
  [".mdx", "mdx"],
]);

const MARKUP: PropertyDefinition["kind"][] = ["text", "attribute", "style", "class", "link", "list", "image"];

const STYLES: PropertyDefinition["kind"][] = ["variable", "rule", "image"];
const DATA: PropertyDefinition["kind"][] = ["value", "list", "image"];

/** The kinds of edit each format has. */
export const KINDS_OF: Record<Format, PropertyDefinition["kind"][]> = {
  jsx: [...MARKUP, "value"],
  tsx: [...MARKUP, "value"],
  ts: DATA,
  html: [...MARKUP, "value"],
  astro: [...MARKUP, "value"],
  svelte: [...MARKUP, "value"],
  vue: [...MARKUP, "value"],
  css: STYLES,
  scss: STYLES,
  less: STYLES,
  json: DATA,
  yaml: DATA,
  toml: DATA,
  markdown: [...DATA, "markdown"],
  mdx: [...DATA, "markdown"],
};

/** The format of a file by its name; null for those that are not edited. */
export function formatOf(path: string): Format | null {
  const extension = /\.[a-z0-9]+$/i.exec(path)?.[0].toLowerCase() ?? "";
  return FORMATS.get(extension) ?? null;
}

/** The extensions that can be edited, for people. */
export const EDITABLE = [...FORMATS.keys()].join(", ");
