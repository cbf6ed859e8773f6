import { locateInPage } from "#src/site/markup/locate-in-page.ts";
import type { Page } from "#src/site/markup/page.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { readJsx } from "./read-jsx.ts";

export function readJsxFile(text: string): SourceFile {
  return read(text, false);
}

export function readTsxFile(text: string): SourceFile {
  return read(text, true);
}

function read(text: string, typescript: boolean): SourceFile {
  const page: Page = { dialect: "jsx", text, root: readJsx(text, typescript) };
  return { page, locate: (property) => locateInPage(page, property, readTemplate) };
}

/** TypeScript reads all markup that a template can have. */
function readTemplate(text: string): ReturnType<typeof readJsx> {
  return readJsx(text, true);
}
