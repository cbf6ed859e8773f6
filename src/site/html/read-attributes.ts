import type { DefaultTreeAdapterTypes, Token } from "parse5";
import type { MarkupAttribute } from "#src/site/markup/element.ts";
import { isTemplate } from "#src/site/markup/escape.ts";

/** The attributes of a start tag in the order they are written. */
export function readAttributes(node: DefaultTreeAdapterTypes.Element, text: string): MarkupAttribute[] {
  const locations = node.sourceCodeLocation?.attrs ?? {};
  return node.attrs.flatMap((attribute) => {
    const name = nameOf(attribute);
    const location = locations[name];
    return location === undefined ? [] : [readAttribute(name, attribute.value, location, text)];
  });
}

/** SVG attributes have their own case (`viewBox`) and prefixes (`xlink:href`); locations go by the lower-case name. */
function nameOf({ prefix, name }: Token.Attribute): string {
  return (prefix ? `${prefix}:${name}` : name).toLowerCase();
}

function readAttribute(name: string, value: string, location: Token.Location, text: string): MarkupAttribute {
  const { startOffset: start, endOffset: end } = location;
  const written = text.slice(start, end);
  if (isTemplate(written)) return { start, end, name, value: { kind: "code" } };
  const before = /^[^=]+=\s*/.exec(written)?.[0];
  if (before === undefined) return { start, end, name, value: { kind: "none" } };
  const first = written.charAt(before.length);
  const quote = first === '"' || first === "'" ? first : null;
  const edge = quote === null ? 0 : 1;
  const inside = { start: start + before.length + edge, end: end - edge };
  return { start, end, name, value: { kind: "quoted", ...inside, quote, value } };
}
