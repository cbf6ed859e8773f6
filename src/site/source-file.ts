import { parse as parseCss, type Root } from "postcss";
import { readHtml } from "./html/read-html.ts";
import { readJson, type JsonFile } from "./json/read-json.ts";
import { readJsx } from "./jsx/read-jsx.ts";
import type { Page } from "./markup/page.ts";
import { EDITABLE, formatOf, type Format } from "./format.ts";
import { refuse, type Refusal } from "./refusal.ts";
import { isMinified } from "./source-text.ts";

/** A parsed file, by what it is made of. */
export type SourceFile =
  | { holds: "page"; page: Page }
  | { holds: "styles"; root: Root }
  | { holds: "data"; json: JsonFile };

export type Parsed = { ok: true; file: SourceFile } | Refusal;

/** Parses a file by its extension, or says why it is not one to edit. */
export function parseSource(path: string, text: string): Parsed {
  const format = formatOf(path);
  if (format === null) {
    return refuse("unsupported-format", `${path} cannot be edited: it has to be one of ${EDITABLE}.`);
  }
  if (/\.min\.[a-z]+$/i.test(path) || (format !== "json" && isMinified(text))) {
    return refuse("minified", `${path} is minified: the file it is made from has to be edited.`);
  }
  try {
    return { ok: true, file: parse(format, text) };
  } catch (error) {
    return refuse(
      "not-parsable",
      `${path} cannot be read as ${format}${reasonOf(error)}: it has to be corrected first.`,
    );
  }
}

function parse(format: Format, text: string): SourceFile {
  if (format === "css") return { holds: "styles", root: parseCss(text) };
  if (format === "json") return { holds: "data", json: readJson(text) };
  if (format === "html") return { holds: "page", page: { dialect: "html", text, root: readHtml(text) } };
  return { holds: "page", page: { dialect: "jsx", text, root: readJsx(text, format === "tsx") } };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? ` (${error.message})` : "";
}
