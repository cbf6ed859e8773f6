import { sentence } from "#src/words/sentence.ts";
import { EDITABLE, formatOf, type Format } from "./format.ts";
import { refuse } from "./refusal.ts";
import type { Parsed, ReadSource } from "./source-file.ts";
import { isMinified } from "./source-text.ts";

/** Each format's parser is loaded with the first file of that format, so that a site does not wait for the others. */
const READERS: Record<Format, ReadSource> = {
  jsx: async (text) => (await import("./jsx/read-script-file.ts")).readScriptFile(text, "jsx"),
  tsx: async (text) => (await import("./jsx/read-script-file.ts")).readScriptFile(text, "tsx"),
  ts: async (text) => (await import("./jsx/read-script-file.ts")).readScriptFile(text, "ts"),
  html: async (text, path) => (await import("./html/read-html-file.ts")).readHtmlFile(text, path),
  astro: async (text) => (await import("./astro/read-astro-file.ts")).readAstroFile(text),
  svelte: async (text) => (await import("./svelte/read-svelte-file.ts")).readSvelteFile(text),
  vue: async (text) => (await import("./vue/read-vue-file.ts")).readVueFile(text),
  css: async (text) => (await import("./css/read-css-file.ts")).readCssFile(text, "css"),
  scss: async (text) => (await import("./css/read-css-file.ts")).readCssFile(text, "scss"),
  less: async (text) => (await import("./css/read-css-file.ts")).readCssFile(text, "less"),
  json: async (text) => (await import("./json/read-json-file.ts")).readJsonFile(text),
  yaml: async (text) => (await import("./yaml/read-yaml-file.ts")).readYamlFile(text),
  toml: async (text) => (await import("./toml/read-toml-file.ts")).readTomlFile(text),
  markdown: async (text) =>
    (await import("./markdown/read-markdown-file.ts")).readMarkdownFile(text, "markdown"),
  mdx: async (text) => (await import("./markdown/read-markdown-file.ts")).readMarkdownFile(text, "mdx"),
};

/** Parses a file by its extension, or says why it is not one to edit. */
export async function parseSource(path: string, text: string): Promise<Parsed> {
  const format = formatOf(path);
  if (format === null) {
    return refuse("unsupported-format", sentence("site.not-editable", { file: path, types: EDITABLE }));
  }
  if (/\.min\.[a-z]+$/i.test(path) || (format !== "json" && isMinified(text))) {
    return refuse("minified", sentence("site.minified", { file: path }));
  }
  try {
    return { ok: true, file: { ...(await READERS[format](text, path)), path } };
  } catch (error) {
    if (!(error instanceof Error && isSyntaxError(error))) throw error;
    return refuse(
      "not-parsable",
      sentence("site.not-readable", { file: path, format, problem: error.message }),
    );
  }
}

/** postcss has an error of its own; any other error is a fault of this program and not of the file. */
function isSyntaxError(error: Error): boolean {
  return error instanceof SyntaxError || error.name === "CssSyntaxError";
}
