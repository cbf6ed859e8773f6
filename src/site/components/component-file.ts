import { once } from "#src/once.ts";
import { isInData, locateInData } from "#src/site/data/locate-in-data.ts";
import { locateInPage } from "#src/site/markup/locate-in-page.ts";
import type { MarkupElement } from "#src/site/markup/element.ts";
import type { Page } from "#src/site/markup/page.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { scriptData, type ScriptBlock } from "./script-data.ts";

/** A file of Svelte, Vue or Astro: markup, and scripts that are read when one of their literals is asked for. */
export function componentFile(
  page: Page,
  scripts: ScriptBlock[],
  readItem: (text: string) => MarkupElement,
): SourceFile {
  const data = once(() => scriptData(page.text, scripts));
  return {
    data,
    page: () => page,
    locate: (property) =>
      isInData(property) ? locateInData(data(), property) : locateInPage(page, property, readItem),
  };
}
