import type { Expression, JSXAttribute, JSXOpeningElement, ObjectExpression } from "@babel/types";
import type {
  AttributeText,
  AttributeValue,
  Literal,
  MarkupAttribute,
  ObjectEntry,
} from "#src/site/markup/element.ts";
import { literalsIn } from "./literals-in.ts";
import { rangeOf, type RangeOf } from "./range.ts";
import { readLiteral } from "./read-literal.ts";

export function readAttributes(
  opening: JSXOpeningElement,
  text: string,
  at: RangeOf = rangeOf,
): MarkupAttribute[] {
  return opening.attributes.flatMap((attribute) =>
    attribute.type === "JSXAttribute"
      ? [{ ...at(attribute), name: nameOf(attribute.name), value: readValue(attribute.value, text, at) }]
      : [],
  );
}

function nameOf(name: JSXAttribute["name"]): string {
  return name.type === "JSXIdentifier" ? name.name : `${name.namespace.name}:${name.name.name}`;
}

function readValue(node: JSXAttribute["value"], text: string, at: RangeOf): AttributeValue {
  if (!node) return { kind: "none" };
  if (node.type === "StringLiteral") {
    const { start, end } = at(node);
    const quote = String(node.extra?.["raw"]).startsWith("'") ? "'" : '"';
    return { kind: "quoted", start: start + 1, end: end - 1, quote, value: node.value };
  }
  if (node.type !== "JSXExpressionContainer" || node.expression.type === "JSXEmptyExpression")
    return { kind: "code" };
  return valueOfExpression(node.expression, text, at);
}

/** What an expression in braces gives an attribute, where the file says it. */
export function valueOfExpression(
  expression: Expression,
  text: string,
  at: RangeOf = rangeOf,
): AttributeValue {
  if (expression.type === "TSAsExpression" || expression.type === "TSSatisfiesExpression") {
    return valueOfExpression(expression.expression, text, at);
  }
  if (expression.type === "ObjectExpression") return readObject(expression, at);
  const literal = readLiteral(expression, at);
  if (literal !== null) return { kind: "literal", ...at(expression), literal };
  return { kind: "code", texts: literalsIn(expression, text, at).map((each) => textOf(each, text)) };
}

/** Whether an expression puts something right beside a string of it. */
function textOf(literal: Literal, text: string): AttributeText {
  const before = text.slice(0, literal.start).trimEnd();
  const behind = text.slice(literal.end).trimStart();
  const isBehind = literal.quote === "`" ? before.endsWith("}") : before.slice(0, -1).trimEnd().endsWith("+");
  const isBefore =
    literal.quote === "`" ? behind.startsWith("${") : behind.slice(1).trimStart().startsWith("+");
  return { ...literal, within: "script", isBehind, isBefore };
}

function readObject(node: ObjectExpression, at: RangeOf): AttributeValue {
  const entries = node.properties.map((property) => readEntry(property, at));
  const known = entries.filter((entry) => entry !== null);
  return { kind: "object", ...at(node), entries: known, open: known.length < entries.length };
}

function readEntry(node: ObjectExpression["properties"][number], at: RangeOf): ObjectEntry | null {
  if (node.type !== "ObjectProperty" || node.computed) return null;
  const key = keyOf(node.key);
  return key === null ? null : { ...at(node), key, value: readEntryValue(node.value, at) };
}

function keyOf(key: { type: string; name?: unknown; value?: unknown }): string | null {
  if (key.type === "Identifier") return String(key.name);
  return key.type === "StringLiteral" ? String(key.value) : null;
}

type Value = Extract<ObjectExpression["properties"][number], { type: "ObjectProperty" }>["value"];

function readEntryValue(node: Value, at: RangeOf): ObjectEntry["value"] {
  if (isNumber(node)) return { kind: "number", ...at(node) };
  if (node.type !== "StringLiteral" && node.type !== "TemplateLiteral") return { kind: "code" };
  const literal = readLiteral(node, at);
  return literal === null ? { kind: "code" } : { kind: "literal", ...literal };
}

function isNumber(node: Value): boolean {
  if (node.type === "UnaryExpression" && node.operator === "-")
    return node.argument.type === "NumericLiteral";
  return node.type === "NumericLiteral";
}
