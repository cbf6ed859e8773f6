import { dataFile } from "#src/site/data/data-file.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { readToml } from "./read-toml.ts";

export function readTomlFile(text: string): SourceFile {
  return dataFile(text, readToml(text));
}
