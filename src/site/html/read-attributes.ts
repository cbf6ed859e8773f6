import type { DefaultTreeAdapterTypes, Token } from "parse5";
import type { MarkupAttribute } from "#src/site/markup/element.ts";
import { readAttributeTexts } from "./read-attribute-texts.ts";
import type { Source } from "./source.ts";

/** The attributes of a start tag in the order they are written. */
export function readAttributes(node: DefaultTreeAdapterTypes.Element, source: Source): MarkupAttribute[] {
  const locations = node.sourceCodeLocation?.attrs ?? {};
  return node.attrs.flatMap((attribute) => {
    const name = nameOf(attribute);
    const location = locations[name];
    if (location === undefined || name.includes(source.filler)) return [];
    return [readAttribute({ name, value: attribute.value }, location, source)];
  });
}

/** Whether code stands where attributes are, so that they may be any. */
export function hasCodeForAttributes(node: DefaultTreeAdapterTypes.Element, { filler }: Source): boolean {
  return node.attrs.some((attribute) => nameOf(attribute).includes(filler));
}

/** SVG attributes have their own case (`viewBox`) and prefixes (`xlink:href`); locations go by the lower-case name. */
function nameOf({ prefix, name }: Token.Attribute): string {
  return (prefix ? `${prefix}:${name}` : name).toLowerCase();
}

function readAttribute(
  { name, value }: { name: string; value: string },
  location: Token.Location,
  source: Source,
): MarkupAttribute {
  const { masked, filler } = source;
  const { startOffset: start, endOffset: end } = location;
  const written = masked.slice(start, end);
  const before = /^[^=]+=\s*/.exec(written)?.[0];
  if (before === undefined) return { start, end, name, value: { kind: "none" } };
  const first = written.charAt(before.length);
  const quote = first === '"' || first === "'" ? first : null;
  const edge = quote === null ? 0 : 1;
  const inside = { start: start + before.length + edge, end: end - edge };
  if (written.includes(filler)) {
    const texts = readAttributeTexts({ ...inside, name, quote }, source);
    return { start, end, name, value: { kind: "code", texts } };
  }
  return { start, end, name, value: { kind: "quoted", ...inside, quote, value } };
}
