import { refuse, type Refusal } from "#src/site/refusal.ts";
import { lineOf } from "#src/site/source-text.ts";
import type { DataNode, DataTree } from "./data-node.ts";

/** Why a value that the file does not say as it is cannot be changed, and what to name instead where there is something. */
export function refuseCode({ text }: DataTree, pointer: string, node: DataNode): Refusal {
  const { words, advice }: { words: string; advice?: string } =
    node.kind === "code" ? node : { words: "code" };
  const rest =
    advice === undefined ? ", and ux-agent does not change code: a developer has to." : `: ${advice}`;
  return refuse("holds-code", `\`${pointer}\` is ${words} (line ${lineOf(text, node.start)})${rest}`);
}
