import type { Expression, JSXEmptyExpression } from "@babel/types";
import type { Literal, Quote, Range } from "#src/site/markup/element.ts";
import { rangeOf, type RangeOf } from "./range.ts";

/** A string that stands in the code as it is: in quotes, or a template without expressions. */
export function readLiteral(node: Expression | JSXEmptyExpression, at: RangeOf = rangeOf): Literal | null {
  if (node.type === "StringLiteral") {
    return { ...inside(at(node)), quote: quoteOf(node.extra?.["raw"]), value: node.value };
  }
  if (node.type !== "TemplateLiteral" || node.expressions.length > 0) return null;
  const value = node.quasis[0]?.value.cooked;
  return typeof value === "string" ? { ...inside(at(node)), quote: "`", value } : null;
}

const inside = ({ start, end }: Range): Range => ({ start: start + 1, end: end - 1 });

function quoteOf(raw: unknown): Quote {
  return typeof raw === "string" && raw.startsWith("'") ? "'" : '"';
}
