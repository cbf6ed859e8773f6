import type { SourceFile } from "#src/site/source-file.ts";
import { readJson } from "./read-json.ts";
import { jsonValueSlot } from "./value-slot.ts";

export function readJsonFile(text: string): SourceFile {
  const data = readJson(text);
  return {
    data,
    locate: (property) => (property.kind === "value" ? jsonValueSlot(data, property) : null),
  };
}
