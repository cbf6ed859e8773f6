import type { AST } from "toml-eslint-parser";
import type { DataNode } from "#src/site/data/data-node.ts";
import type { Range } from "#src/site/markup/element.ts";
import type { Splice } from "#src/site/splice.ts";

/** What a string of TOML may not hold as it is. */
const CONTROL = /[\p{Cc}\u2028\u2029]/gu;

/** One string of a TOML file, in the style it is written in, as far as that style can hold another value. */
export function stringNode(node: AST.TOMLStringValue, range: Range, text: string): DataNode {
  const written = text.slice(range.start, range.end);
  const put = node.multiline
    ? (value: string): Splice => putLines(value, written, range)
    : (value: string): Splice => ({
        ...range,
        text: node.style === "literal" ? literal(value) : basic(value),
      });
  return { ...range, kind: "scalar", value: node.value, put };
}

function basic(value: string): string {
  return `"${escapeBasic(value)}"`;
}

/** Literal strings know no escapes: what needs one is written as a basic string. */
function literal(value: string): string {
  return value.includes("'") || value.search(CONTROL) >= 0 ? basic(value) : `'${value}'`;
}

/** A string over several lines keeps its marks and where its first line begins. */
function putLines(value: string, written: string, { start, end }: Range): Splice {
  const mark = written.slice(0, 3);
  const lead = /^\r?\n/.exec(written.slice(3))?.[0] ?? "";
  const text = mark === "'''" ? value : escapeBasic(value);
  // A line break right behind the marks would not count, and one of another kind than the file's would show.
  const fits = mark === '"""' || (!value.includes("'") && value.search(CONTROL) < 0);
  return fits ? { start: start + 3 + lead.length, end: end - 3, text } : { start, end, text: basic(value) };
}

function escapeBasic(value: string): string {
  return JSON.stringify(value).slice(1, -1).replaceAll(CONTROL, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
