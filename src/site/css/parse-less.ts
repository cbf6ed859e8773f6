import type { Root } from "postcss";
import { parse } from "postcss-less";

/** A style sheet of Less. Throws a CssSyntaxError with line and column. */
export function parseLess(text: string): Root {
  const root = parse(text);
  if (root.type !== "root") throw new Error("a style sheet of Less has one root");
  return root;
}
