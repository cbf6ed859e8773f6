import type { Node } from "@babel/types";
import type { DataNode, DataScalar } from "#src/site/data/data-node.ts";
import { NUMBER, TRUTH } from "#src/site/data/forms.ts";
import { rangeOf } from "#src/site/jsx/range.ts";
import { readLiteral } from "#src/site/jsx/read-literal.ts";
import { putLiteral, quoted } from "#src/site/markup/escape.ts";

/** A text, a number, true, false or nothing that is written as it is; null for everything else. */
export function scalarOf(node: Node, text: string): (DataNode & DataScalar) | null {
  const range = rangeOf(node);
  if (node.type === "StringLiteral" || node.type === "TemplateLiteral") {
    const literal = readLiteral(node);
    if (literal === null) return null;
    return { ...range, kind: "scalar", value: literal.value, put: (value) => putLiteral(literal, value) };
  }
  if (node.type === "NullLiteral")
    return {
      ...range,
      kind: "scalar",
      value: null,
      put: (value) => ({ ...range, text: quoted(value, '"') }),
    };
  const put = (value: string) => ({ ...range, text: value });
  if (node.type === "BooleanLiteral")
    return { ...range, kind: "scalar", value: String(node.value), form: TRUTH, put };
  return isNumber(node)
    ? { ...range, kind: "scalar", value: text.slice(range.start, range.end), form: NUMBER, put }
    : null;
}

function isNumber(node: Node): boolean {
  if (node.type === "UnaryExpression" && node.operator === "-") return isNumber(node.argument);
  return node.type === "NumericLiteral";
}
