import { dataFile } from "#src/site/data/data-file.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { parseYaml } from "./parse-yaml.ts";
import { readAgain } from "./read-again.ts";
import { dataOf } from "./read-yaml.ts";

export function readYamlFile(text: string): SourceFile {
  const document = parseYaml(text);
  return {
    ...dataFile(text, dataOf(document, text)),
    again(splices) {
      const again = readAgain(document, text, splices);
      return again === null ? null : dataFile(again.text, dataOf(document, text, again));
    },
  };
}
