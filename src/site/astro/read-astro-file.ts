import { componentFile } from "#src/site/components/component-file.ts";
import { ASTRO } from "#src/site/markup/template-language.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { readAstro } from "./read-astro.ts";

const FENCES = /^(?:\s|<!--[^]*?-->)*---(?<code>[^]*?)(?:^|\n)[ \t]*---/;

/** A component or a page of Astro: its script between two lines of `---`, and its markup below. */
export function readAstroFile(text: string): SourceFile {
  const fences = FENCES.exec(text);
  const code = fences?.groups?.["code"] ?? "";
  const start = text.indexOf("---") + 3;
  const root = readAstro(text, fences?.[0].length ?? 0);
  return componentFile(
    { dialect: "astro", templates: ASTRO, text, root },
    fences === null ? [] : [{ start, end: start + code.length, script: "ts" }],
    (item) => readAstro(item, 0),
  );
}
