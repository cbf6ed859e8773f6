import type { Expression, JSXAttribute, JSXOpeningElement, ObjectExpression } from "@babel/types";
import type {
  AttributeText,
  AttributeValue,
  Literal,
  MarkupAttribute,
  ObjectEntry,
} from "#src/site/markup/element.ts";
import { literalsIn } from "./literals-in.ts";
import { rangeOf } from "./range.ts";
import { readLiteral } from "./read-literal.ts";

export function readAttributes(opening: JSXOpeningElement, text: string): MarkupAttribute[] {
  return opening.attributes.flatMap((attribute) =>
    attribute.type === "JSXAttribute"
      ? [{ ...rangeOf(attribute), name: nameOf(attribute.name), value: readValue(attribute.value, text) }]
      : [],
  );
}

function nameOf(name: JSXAttribute["name"]): string {
  return name.type === "JSXIdentifier" ? name.name : `${name.namespace.name}:${name.name.name}`;
}

function readValue(node: JSXAttribute["value"], text: string): AttributeValue {
  if (!node) return { kind: "none" };
  if (node.type === "StringLiteral") {
    const { start, end } = rangeOf(node);
    const quote = String(node.extra?.["raw"]).startsWith("'") ? "'" : '"';
    return { kind: "quoted", start: start + 1, end: end - 1, quote, value: node.value };
  }
  if (node.type !== "JSXExpressionContainer" || node.expression.type === "JSXEmptyExpression")
    return { kind: "code" };
  return valueOfExpression(node.expression, text);
}

/** What an expression in braces gives an attribute, where the file says it. */
export function valueOfExpression(expression: Expression, text: string): AttributeValue {
  if (expression.type === "TSAsExpression" || expression.type === "TSSatisfiesExpression") {
    return valueOfExpression(expression.expression, text);
  }
  if (expression.type === "ObjectExpression") return readObject(expression);
  const literal = readLiteral(expression);
  if (literal !== null) return { kind: "literal", ...rangeOf(expression), literal };
  return { kind: "code", texts: literalsIn(expression, text).map((each) => textOf(each, text)) };
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

function readObject(node: ObjectExpression): AttributeValue {
  const entries = node.properties.map(readEntry);
  const known = entries.filter((entry) => entry !== null);
  return { kind: "object", ...rangeOf(node), entries: known, open: known.length < entries.length };
}

function readEntry(node: ObjectExpression["properties"][number]): ObjectEntry | null {
  if (node.type !== "ObjectProperty" || node.computed) return null;
  const key = keyOf(node.key);
  return key === null ? null : { ...rangeOf(node), key, value: readEntryValue(node.value) };
}

function keyOf(key: { type: string; name?: unknown; value?: unknown }): string | null {
  if (key.type === "Identifier") return String(key.name);
  return key.type === "StringLiteral" ? String(key.value) : null;
}

type Value = Extract<ObjectExpression["properties"][number], { type: "ObjectProperty" }>["value"];

function readEntryValue(node: Value): ObjectEntry["value"] {
  if (isNumber(node)) return { kind: "number", ...rangeOf(node) };
  if (node.type !== "StringLiteral" && node.type !== "TemplateLiteral") return { kind: "code" };
  const literal = readLiteral(node);
  return literal === null ? { kind: "code" } : { kind: "literal", ...literal };
}

function isNumber(node: Value): boolean {
  if (node.type === "UnaryExpression" && node.operator === "-")
    return node.argument.type === "NumericLiteral";
  return node.type === "NumericLiteral";
}
