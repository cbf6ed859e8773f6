import type { Literal, Range } from "#src/site/markup/element.ts";

/** A string that stands in an expression as it is; null for everything else. */
export function readString(expression: object, text: string): Literal | null {
  if (!("type" in expression && expression.type === "Literal" && "value" in expression)) return null;
  const { value } = expression;
  const { start, end } = positionOf(expression);
  const quote = text.charAt(start);
  if (typeof value !== "string" || (quote !== '"' && quote !== "'")) return null;
  return { start: start + 1, end: end - 1, quote, value };
}

/** The compiler adds positions to all expressions; their types are those of another parser and do not say so. */
export function positionOf(expression: object): Range {
  const { start, end }: { start?: unknown; end?: unknown } = expression;
  if (typeof start !== "number" || typeof end !== "number")
    throw new Error("an expression without a position");
  return { start, end };
}
