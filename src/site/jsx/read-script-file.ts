import type { File } from "@babel/types";
import { once } from "#src/once.ts";
import type { DataTree } from "#src/site/data/data-node.ts";
import { isInData, locateInData } from "#src/site/data/locate-in-data.ts";
import { readLiterals } from "#src/site/literals/read-literals.ts";
import type { MarkupElement } from "#src/site/markup/element.ts";
import { locateInPage } from "#src/site/markup/locate-in-page.ts";
import type { Page } from "#src/site/markup/page.ts";
import { NO_TEMPLATES } from "#src/site/markup/template-language.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { parseScript, type Script } from "./parse-script.ts";
import { type Again, readAgain } from "./read-again.ts";
import { readElements } from "./read-elements.ts";

/** A script: the markup in it, and the literals that its names lead to. */
export function readScriptFile(text: string, script: Script): SourceFile {
  const file = parseScript(text, script);
  const data = once((): DataTree => ({ text, root: readLiterals(file, text) }));
  const markup = once(() => pageOf(file, text));
  return {
    data,
    ...(script === "ts" ? {} : { page: markup }),
    locate(property) {
      if (isInData(property)) return locateInData(data(), property);
      return script === "ts" ? null : locateInPage(markup(), property, readTemplate);
    },
    again(splices) {
      const again = script === "ts" ? null : readAgain({ file, text, script }, splices);
      return again && partlyRead(file, again, script);
    },
  };
}

/** A script of which a part was read again. Its names and values are read from the whole of it. */
function partlyRead(file: File, again: Again, script: Script): SourceFile {
  const markup = once(() => pageOf(file, again.text, again));
  const whole = once(() => readScriptFile(again.text, script));
  return {
    page: markup,
    locate: (property) =>
      isInData(property) ? whole().locate(property) : locateInPage(markup(), property, readTemplate),
  };
}

const pageOf = (file: File, text: string, again?: Again): Page => ({
  dialect: "jsx",
  templates: NO_TEMPLATES,
  text,
  root: readElements(file, text, again),
});

/** TypeScript reads all markup that a template can have. */
function readTemplate(text: string): MarkupElement {
  return readElements(parseScript(text, "tsx"), text);
}
