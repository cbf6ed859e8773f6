import { parse, type ParserPlugin } from "@babel/parser";
import type { File } from "@babel/types";

/** What a script may hold: markup and Flow's types (`.js`, `.jsx`), markup and TypeScript, or TypeScript alone. */
export type Script = "jsx" | "tsx" | "ts";

const PLUGINS: Record<Script, ParserPlugin[]> = {
  jsx: ["jsx", "flow", "decorators-legacy"],
  tsx: ["jsx", "typescript", "decorators-legacy"],
  ts: ["typescript", "decorators-legacy"],
};

/** The tree of a script. Throws a SyntaxError with line and column. */
export function parseScript(text: string, script: Script): File {
  return parse(text, {
    sourceType: "module",
    allowReturnOutsideFunction: true,
    // No edit looks at them.
    attachComment: false,
    plugins: PLUGINS[script],
  });
}
