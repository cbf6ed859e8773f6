import { dataFile } from "#src/site/data/data-file.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { readJson } from "./read-json.ts";

export function readJsonFile(text: string): SourceFile {
  return dataFile(text, readJson(text));
}
