import type { AttributeNode, DirectiveNode, ElementNode } from "@vue/compiler-dom";
import { withPlainBreaks } from "#src/site/components/script-data.ts";
import type { AttributeValue, MarkupAttribute } from "#src/site/markup/element.ts";
import { rangeOf } from "./vue-node.ts";

/** The attributes and directives of an element, each by the name it is written with (`:title`, `@click`, `v-if`). */
export function readAttributes({ props }: ElementNode, text: string): MarkupAttribute[] {
  return props.map((prop) => {
    const range = rangeOf(prop);
    return isDirective(prop)
      ? { ...range, name: nameOf(prop, text), value: { kind: "code" } }
      : { ...range, name: prop.name, value: readValue(prop, text) };
  });
}

function isDirective(prop: AttributeNode | DirectiveNode): prop is DirectiveNode {
  return "exp" in prop || "arg" in prop || "modifiers" in prop;
}

function nameOf({ loc }: DirectiveNode, text: string): string {
  return /^[^\s=]+/.exec(text.slice(loc.start.offset, loc.end.offset))?.[0] ?? "";
}

function readValue({ value }: AttributeNode, text: string): AttributeValue {
  if (value === undefined) return { kind: "none" };
  const { start, end } = rangeOf(value);
  const first = text.charAt(start);
  const quote = first === '"' || first === "'" ? first : null;
  const edge = quote === null ? 0 : 1;
  return {
    kind: "quoted",
    start: start + edge,
    end: end - edge,
    quote,
    value: withPlainBreaks(value.content),
  };
}

/** The value of an attribute as it is written. */
export function valueOf({ props }: ElementNode, name: string): string | undefined {
  const found = props.find((prop) => !isDirective(prop) && prop.name === name);
  return found === undefined || isDirective(found) ? undefined : found.value?.content;
}

/** `v-bind="attributes"` */
export function hasSpread({ props }: ElementNode): boolean {
  return props.some((prop) => isDirective(prop) && prop.name === "bind" && prop.arg === undefined);
}

export function isRepeated({ props }: ElementNode): boolean {
  return props.some((prop) => isDirective(prop) && prop.name === "for");
}
