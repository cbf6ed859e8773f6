import { dataFile } from "#src/site/data/data-file.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { readYaml } from "./read-yaml.ts";

export function readYamlFile(text: string): SourceFile {
  return dataFile(text, readYaml(text));
}
