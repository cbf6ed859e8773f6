import { once } from "#src/once.ts";
import { isInData } from "#src/site/data/locate-in-data.ts";
import { readFrontMatter } from "#src/site/front-matter/read-front-matter.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import type { MarkdownDialect } from "./markdown-parser.ts";
import { markdownSlot } from "./markdown-slot.ts";
import { readBlocks } from "./read-blocks.ts";

/** A page of Markdown: the data at its top, and its headings, paragraphs, items and cells. */
export async function readMarkdownFile(text: string, dialect: MarkdownDialect): Promise<SourceFile> {
  const { end, locate, ...front } = await readFrontMatter(text);
  const blocks = once(() => readBlocks(text, end, dialect));
  return {
    ...front,
    locate(property) {
      if (isInData(property)) return locate(property);
      return property.kind === "markdown" ? markdownSlot(blocks(), property, text) : null;
    },
  };
}
