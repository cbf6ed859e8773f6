import type { DataNode } from "#src/site/data/data-node.ts";
import { parseScript } from "#src/site/jsx/parse-script.ts";
import { readLiterals } from "#src/site/literals/read-literals.ts";

/** Front matter in JavaScript, as Eleventy reads it: one object, or variables that each are a value. Throws a SyntaxError. */
export function readScript(text: string): DataNode {
  const start = text.search(/\S/);
  // A bare object would be read as a block; the line of `---js` before it leaves room for the parenthesis.
  const script = text[start] === "{" ? `${text.slice(0, start - 1)}(${text.slice(start)})` : text;
  return readLiterals(parseScript(script, "jsx"), script);
}
