import { EDITABLE, formatOf, type Format } from "./format.ts";
import { refuse } from "./refusal.ts";
import type { Parsed, ReadSource } from "./source-file.ts";
import { isMinified } from "./source-text.ts";

/** Each format's parser is loaded with the first file of that format, so that a site does not wait for the others. */
const READERS: Record<Format, () => Promise<ReadSource>> = {
  jsx: async () => (await import("./jsx/read-jsx-file.ts")).readJsxFile,
  tsx: async () => (await import("./jsx/read-jsx-file.ts")).readTsxFile,
  html: async () => (await import("./html/read-html-file.ts")).readHtmlFile,
  css: async () => (await import("./css/read-css-file.ts")).readCssFile,
  json: async () => (await import("./json/read-json-file.ts")).readJsonFile,
};

/** Parses a file by its extension, or says why it is not one to edit. */
export async function parseSource(path: string, text: string): Promise<Parsed> {
  const format = formatOf(path);
  if (format === null) {
    return refuse("unsupported-format", `${path} cannot be edited: it has to be one of ${EDITABLE}.`);
  }
  if (/\.min\.[a-z]+$/i.test(path) || (format !== "json" && isMinified(text))) {
    return refuse("minified", `${path} is minified: the file it is made from has to be edited.`);
  }
  const read = await READERS[format]();
  try {
    return { ok: true, file: read(text) };
  } catch (error) {
    return refuse(
      "not-parsable",
      `${path} cannot be read as ${format}${reasonOf(error)}: it has to be corrected first.`,
    );
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? ` (${error.message})` : "";
}
