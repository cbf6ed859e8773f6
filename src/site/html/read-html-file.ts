import { once } from "#src/once.ts";
import { isInData } from "#src/site/data/locate-in-data.ts";
import { readFrontMatter } from "#src/site/front-matter/read-front-matter.ts";
import type { MarkupElement } from "#src/site/markup/element.ts";
import { locateInPage } from "#src/site/markup/locate-in-page.ts";
import type { Page } from "#src/site/markup/page.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { readHtml } from "./read-html.ts";
import { templateLanguageOf } from "./template-language-of.ts";

/** A page of HTML, with the front matter that Jekyll, Hugo and Eleventy allow before it. */
export async function readHtmlFile(text: string, path: string): Promise<SourceFile> {
  const { end, locate, ...front } = await readFrontMatter(text);
  const markup = once(() => readPage(text, path, end));
  return {
    ...front,
    page: markup,
    locate: (property) =>
      isInData(property) ? locate(property) : locateInPage(markup(), property, readItem),
  };
}

function readPage(text: string, path: string, end: number): Page {
  const templates = templateLanguageOf(path, text);
  return { dialect: "html", templates, text, root: readBelow(text, templates.name, end) };
}

/** Front matter is no text of the page; spaces keep all positions. */
function readBelow(text: string, language: string, end: number): MarkupElement {
  return readHtml(text.slice(0, end).replaceAll(/[^\r\n]/g, " ") + text.slice(end), language);
}

/** In the template of a list `{label}` is a place, whatever the page is written for. */
function readItem(text: string): MarkupElement {
  return readHtml(text, "HTML");
}
