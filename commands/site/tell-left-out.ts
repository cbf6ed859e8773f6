import { styleText } from "node:util";
import type { LeftOut } from "#src/site/propose/left-out.ts";

const MOST_NAMED = 4;

/** Says what a proposal left out, and why; `tell` writes a line. */
export function tellLeftOut(leftOut: LeftOut[], tell: (line: string) => void): void {
  if (leftOut.length === 0) return;
  tell("Left out:");
  for (const { why, files } of leftOut) {
    const shown = files.slice(0, MOST_NAMED).join(", ");
    const more = files.length > MOST_NAMED ? " …" : "";
    const count = files.length === 1 ? "1 file" : `${files.length} files`;
    tell(`  ${count}: ${why} ${styleText("dim", `(${shown}${more})`)}`);
  }
}
