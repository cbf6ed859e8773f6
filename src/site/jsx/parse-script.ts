import { parse, type ParserOptions, type ParserPlugin } from "@babel/parser";
import type { File } from "@babel/types";

/** What a script may hold: markup and Flow's types (`.js`, `.jsx`), markup and TypeScript, or TypeScript alone. */
export type Script = "jsx" | "tsx" | "ts";

const PLUGINS: Record<Script, ParserPlugin[]> = {
  jsx: ["jsx", "flow", "decorators-legacy"],
  tsx: ["jsx", "typescript", "decorators-legacy"],
  ts: ["typescript", "decorators-legacy"],
};

/** How a script is parsed, the whole of it or a part. */
export const optionsFor = (script: Script): ParserOptions => ({
  sourceType: "module",
  allowReturnOutsideFunction: true,
  // No edit looks at them.
  attachComment: false,
  plugins: PLUGINS[script],
});

/** The tree of a script. Throws a SyntaxError with line and column. */
export const parseScript = (text: string, script: Script): File => parse(text, optionsFor(script));
