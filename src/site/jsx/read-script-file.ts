import type { DataTree } from "#src/site/data/data-node.ts";
import { isInData, locateInData } from "#src/site/data/locate-in-data.ts";
import { readLiterals } from "#src/site/literals/read-literals.ts";
import type { MarkupElement } from "#src/site/markup/element.ts";
import { locateInPage } from "#src/site/markup/locate-in-page.ts";
import type { Page } from "#src/site/markup/page.ts";
import { NO_TEMPLATES } from "#src/site/markup/template-language.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { parseScript, type Script } from "./parse-script.ts";
import { readElements } from "./read-elements.ts";

/** A script: the markup in it, and the literals that its names lead to. */
export function readScriptFile(text: string, script: Script): SourceFile {
  const file = parseScript(text, script);
  let tree: DataTree | undefined;
  const data = (): DataTree => (tree ??= { text, root: readLiterals(file, text) });
  let page: Page | undefined;
  const markup = (): Page =>
    (page ??= { dialect: "jsx", templates: NO_TEMPLATES, text, root: readElements(file, text) });
  return {
    data,
    ...(script === "ts" ? {} : { page: markup }),
    locate(property) {
      if (isInData(property)) return locateInData(data(), property);
      return script === "ts" ? null : locateInPage(markup(), property, readTemplate);
    },
  };
}

/** TypeScript reads all markup that a template can have. */
function readTemplate(text: string): MarkupElement {
  return readElements(parseScript(text, "tsx"), text);
}
