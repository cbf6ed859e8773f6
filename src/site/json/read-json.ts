import { parseTree, type Node, type ParseError } from "jsonc-parser";
import { parseErrorText } from "./parse-error.ts";

export interface JsonFile {
  text: string;
  root: Node;
}

/** A JSON file, with comments and trailing commas where its tools allow them. Throws a SyntaxError when it is not one. */
export function readJson(text: string): JsonFile {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (root !== undefined && error === undefined) return { text, root };
  const line = text.slice(0, error?.offset ?? 0).split("\n").length;
  throw new SyntaxError(`${error === undefined ? "it is empty" : parseErrorText(error)}, line ${line}`);
}
