import { readFrontMatter } from "#src/site/front-matter/read-front-matter.ts";
import type { SourceFile } from "#src/site/source-file.ts";

/** A page of Markdown with its front matter. */
export async function readMarkdownFile(text: string): Promise<SourceFile> {
  const { locate, ...front } = await readFrontMatter(text);
  return { ...front, locate: (property) => (property.kind === "value" ? locate(property) : null) };
}
