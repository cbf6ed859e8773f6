import type { ElementNode, Node, TemplateChildNode, TextNode } from "@vue/compiler-dom";
import type { Range } from "#src/site/markup/element.ts";

export function rangeOf({ loc }: Node): Range {
  return { start: loc.start.offset, end: loc.end.offset };
}

export function isElement(node: TemplateChildNode): node is ElementNode {
  return "tag" in node;
}

/** Text has its words as its content; so has a comment, which does not begin with them. */
export function isText(node: TemplateChildNode): node is TextNode {
  return "content" in node && typeof node.content === "string" && !node.loc.source.startsWith("<!--");
}
