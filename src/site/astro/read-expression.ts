import { parseExpression } from "@babel/parser";
import type { Expression } from "@babel/types";
import { valueOfExpression } from "#src/site/jsx/read-attributes.ts";
import { readLiteral } from "#src/site/jsx/read-literal.ts";
import type { AttributeValue, Literal, Range } from "#src/site/markup/element.ts";

/** What an expression in braces gives an attribute, where the file says it. */
export function readExpression(text: string, { start, end }: Range): AttributeValue {
  if (!/^\{\s*["'`{]/.test(text.slice(start, end))) return { kind: "code" };
  const expression = parsed(text, { start, end });
  if (expression === null) return { kind: "code" };
  const value = valueOfExpression(expression, text);
  if (value.kind !== "literal") return value;
  return { ...value, start, end, literal: { ...value.literal, numbered: true } };
}

/** A string in braces; null where they hold more than that. */
export function readStringInBraces(text: string, { start, end }: Range): Literal | null {
  if (!/^\{\s*["'`]/.test(text.slice(start, end))) return null;
  const expression = parsed(text, { start, end });
  const literal = expression && readLiteral(expression);
  return literal && { ...literal, numbered: true };
}

function parsed(text: string, { start, end }: Range): Expression | null {
  const at = { startIndex: start + 1, startLine: 1, startColumn: start + 1 };
  try {
    return parseExpression(text.slice(start + 1, end - 1), { ...at, plugins: ["typescript"] });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // Markup in it, for example, which is no string.
    return null;
  }
}
