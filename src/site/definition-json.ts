import { parse, printParseErrorCode, type ParseError } from "jsonc-parser";
import type { DefinitionProblem } from "./definition-problem.ts";
import { decodeSource } from "./source-text.ts";

type Json = { ok: true; value: unknown } | { ok: false; problem: DefinitionProblem };

/** Reads the JSON itself; an error names line and column, because at that point there is no path to name. */
export function parseDefinitionJson(content: Uint8Array): Json {
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
  const words = printParseErrorCode(error.error)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase();
  return `is not valid JSON at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} (${words}): correct it there`;
}
