import { parse } from "postcss";
import type { SourceFile } from "#src/site/source-file.ts";
import { variableSlot } from "./variable-slot.ts";

export function readCssFile(text: string): SourceFile {
  const styles = parse(text);
  return {
    styles,
    locate: (property) => (property.kind === "variable" ? variableSlot(styles, property) : null),
  };
}
