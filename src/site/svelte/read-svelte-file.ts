import { componentFile } from "#src/site/components/component-file.ts";
import { SVELTE } from "#src/site/markup/template-language.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { readSvelte } from "./read-svelte.ts";

/** A component of Svelte. */
export function readSvelteFile(text: string): SourceFile {
  const { root, scripts } = readSvelte(text);
  return componentFile(
    { dialect: "svelte", templates: SVELTE, text, root },
    scripts,
    (item) => readSvelte(item).root,
  );
}
