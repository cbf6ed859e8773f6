import { withPlainBreaks } from "#src/site/components/script-data.ts";
import type { AttributeValue, MarkupAttribute } from "#src/site/markup/element.ts";
import { positionOf, readString } from "./read-string.ts";
import type { ElementNode, SvelteAttribute } from "./svelte-node.ts";

/** The attributes and directives of an element, each by the name it is written with (`on:click`, `style:color`). */
export function readAttributes({ attributes }: ElementNode, text: string): MarkupAttribute[] {
  return attributes.flatMap((attribute): MarkupAttribute[] => {
    const { start, end } = attribute;
    if (attribute.type === "SpreadAttribute" || attribute.type === "AttachTag") return [];
    if (attribute.type === "Attribute")
      return [{ start, end, name: attribute.name, value: readValue(attribute.value, text) }];
    const name = /^[^\s=|{]+/.exec(text.slice(start, end))?.[0] ?? "";
    const value = attribute.type === "StyleDirective" ? readValue(attribute.value, text) : CODE;
    return [{ start, end, name, value }];
  });
}

const CODE: AttributeValue = { kind: "code" };

type Value = Extract<SvelteAttribute, { type: "Attribute" }>["value"];

function readValue(value: Value, text: string): AttributeValue {
  if (value === true) return { kind: "none" };
  if (!Array.isArray(value)) {
    const literal = readString(value.expression, text);
    return literal === null ? CODE : { kind: "literal", start: value.start, end: value.end, literal };
  }
  const [part, ...others] = value;
  if (part?.type !== "Text" || others.length > 0) return CODE;
  const { start, end, data } = part;
  const before = text.charAt(start - 1);
  const quote = before === '"' || before === "'" ? before : null;
  return { kind: "quoted", start, end, quote, value: withPlainBreaks(data) };
}

export function hasSpread({ attributes }: ElementNode): boolean {
  return attributes.some(({ type }) => type === "SpreadAttribute");
}

/** Where the last attribute ends; `this={…}` of `<svelte:element>` counts as one. */
export function attributesEndOf(node: ElementNode, text: string): number {
  const name = node.start + 1 + node.name.length;
  const decided = "tag" in node ? node.tag : "expression" in node ? node.expression : null;
  const decidedEnd = decided === null || typeof decided === "string" ? name : endBehind(decided, text);
  return Math.max(name, decidedEnd, ...node.attributes.map(({ end }) => end));
}

function endBehind(expression: object, text: string): number {
  const { end } = positionOf(expression);
  return end + (/^\s*["'}]*/.exec(text.slice(end))?.[0].length ?? 0);
}
