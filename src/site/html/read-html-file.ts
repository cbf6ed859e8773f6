import { readFrontMatter } from "#src/site/front-matter/read-front-matter.ts";
import type { MarkupElement } from "#src/site/markup/element.ts";
import { locateInPage } from "#src/site/markup/locate-in-page.ts";
import type { Page } from "#src/site/markup/page.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { readHtml } from "./read-html.ts";

/** A page of HTML, with the front matter that Jekyll, Hugo and Eleventy allow before it. */
export async function readHtmlFile(text: string): Promise<SourceFile> {
  const { end, locate, ...front } = await readFrontMatter(text);
  let page: Page | undefined;
  const markup = (): Page => (page ??= { dialect: "html", text, root: readBelow(text, end) });
  return {
    ...front,
    page: markup,
    locate: (property) =>
      property.kind === "value" ? locate(property) : locateInPage(markup(), property, readHtml),
  };
}

/** Front matter is no text of the page; spaces keep all positions. */
function readBelow(text: string, end: number): MarkupElement {
  return readHtml(text.slice(0, end).replaceAll(/[^\r\n]/g, " ") + text.slice(end));
}
