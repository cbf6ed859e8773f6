import { componentFile } from "#src/site/components/component-file.ts";
import { VUE } from "#src/site/markup/template-language.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { readVue, readVueMarkup } from "./read-vue.ts";

/** A single-file component of Vue. */
export function readVueFile(text: string): SourceFile {
  const { root, scripts } = readVue(text);
  return componentFile({ dialect: "vue", templates: VUE, text, root }, scripts, readVueMarkup);
}
