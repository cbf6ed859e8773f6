import { locateInPage } from "#src/site/markup/locate-in-page.ts";
import type { Page } from "#src/site/markup/page.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { readHtml } from "./read-html.ts";

export function readHtmlFile(text: string): SourceFile {
  const page: Page = { dialect: "html", text, root: readHtml(text) };
  return { page, locate: (property) => locateInPage(page, property, readHtml) };
}
