import { parse, type ParseError } from "jsonc-parser";
import type { DefinitionProblem } from "./definition-problem.ts";
import { parseErrorText } from "./json/parse-error.ts";
import { decodeSource } from "./source-text.ts";

/** In bytes: what it says is kept in one item of the table, which DynamoDB limits to 400 KB. */
const LARGEST_DEFINITION = 200_000;

type Json = { ok: true; value: unknown } | { ok: false; problem: DefinitionProblem };

/** Reads the JSON itself; an error names line and column, because at that point there is no path to name. */
export function parseDefinitionJson(content: Uint8Array): Json {
  if (content.byteLength > LARGEST_DEFINITION)
    return { ok: false, problem: { path: "", message: "is over 200 kB: list fewer properties or names" } };
  const source = decodeSource("", content);
  if (!source.ok) return { ok: false, problem: { path: "", message: source.message.trim() } };
  const errors: ParseError[] = [];
  const value: unknown = parse(source.source.text, errors, { disallowComments: true });
  const [first] = errors;
  return first === undefined
    ? { ok: true, value }
    : { ok: false, problem: { path: "", message: describe(source.source.text, first) } };
}

function describe(text: string, error: ParseError): string {
  const before = text.slice(0, error.offset).split("\n");
  return `is not valid JSON at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} (${parseErrorText(error)}): correct it there`;
}
