import type { Node, TemplateElement } from "@babel/types";
import type { Literal } from "#src/site/markup/element.ts";
import { edgesOf } from "#src/site/markup/text.ts";
import { rangeOf, type RangeOf } from "./range.ts";
import { readLiteral } from "./read-literal.ts";

/**
 * The texts that an expression is put together from or chosen among, without the spaces at their ends: `"Open"` and
 * `"Close"` in `open ? "Close" : "Open"`, `Copyright ©` and `Acme` in `` `Copyright © ${year} Acme` ``.
 */
export function literalsIn(node: Node, text: string, at: RangeOf = rangeOf): Literal[] {
  if (node.type === "StringLiteral") return withoutSpaces(readLiteral(node, at), text);
  if (node.type === "TemplateLiteral")
    return node.quasis.flatMap((each) => withoutSpaces(textOf(each, at), text));
  return partsOf(node).flatMap((each) => literalsIn(each, text, at));
}

/** What an expression answers one of, or puts together. */
function partsOf(node: Node): Node[] {
  if (node.type === "ConditionalExpression") return [node.consequent, node.alternate];
  if (node.type === "LogicalExpression") return [node.left, node.right];
  if (node.type === "BinaryExpression") return node.operator === "+" ? [node.left, node.right] : [];
  return node.type === "TSAsExpression" ||
    node.type === "TSSatisfiesExpression" ||
    node.type === "TSNonNullExpression"
    ? [node.expression]
    : [];
}

function textOf(node: TemplateElement, at: RangeOf): Literal | null {
  const { cooked } = node.value;
  return typeof cooked === "string" ? { ...at(node), quote: "`", value: cooked } : null;
}

/** The spaces at the ends set a text apart from what code puts beside it. */
function withoutSpaces(literal: Literal | null, text: string): Literal[] {
  if (literal === null || literal.value.trim() === "") return [];
  const written = text.slice(literal.start, literal.end);
  const { lead, trail } = edgesOf(written);
  const end = literal.value.length - lengthOf(written.slice(written.length - trail));
  const value = literal.value.slice(lengthOf(written.slice(0, lead)), end);
  return [{ ...literal, start: literal.start + lead, end: literal.end - trail, value }];
}

/** A line break of two characters means one. */
function lengthOf(layout: string): number {
  return layout.replaceAll("\r\n", "\n").length;
}
