import { html, parse, type DefaultTreeAdapterTypes } from "parse5";
import { pageElement, type MarkupElement, type Piece } from "#src/site/markup/element.ts";
import { isTemplate } from "#src/site/markup/escape.ts";
import { isVoid } from "#src/site/markup/text.ts";
import { readAttributes } from "./read-attributes.ts";

type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/** The elements of an HTML file as a browser sees them, with those it adds itself marked as not written. */
export function readHtml(text: string): MarkupElement {
  const document = parse(text, { sourceCodeLocationInfo: true });
  const page = pageElement(text);
  page.pieces = document.childNodes.flatMap((node) => readNode(node, page, text));
  return page;
}

function readNode(node: ChildNode, parent: MarkupElement, text: string): Piece[] {
  if ("tagName" in node) {
    const element = readElement(node, parent, text);
    return [{ kind: "element", start: element.start, end: element.end, element }];
  }
  const location = node.sourceCodeLocation;
  if (!location) return [];
  const { startOffset: start, endOffset: end } = location;
  const written = text.slice(start, end);
  if (node.nodeName !== "#text" || !("value" in node)) {
    return [
      isTemplate(written) ? { kind: "code", start, end, elements: [] } : { kind: "comment", start, end },
    ];
  }
  if (isTemplate(written)) return [{ kind: "code", start, end, elements: [] }];
  if (isTorn(written, parent.name)) {
    const isLayout = node.value.trim() === "";
    return [isLayout ? { kind: "comment", start, end } : { kind: "code", start, end, elements: [] }];
  }
  return [{ kind: "text", start: startOfText(parent, text, start), end, value: node.value }];
}

/** Where tags are in places they must not be, browsers put texts together that have tags between them in the file. */
function isTorn(written: string, parent: string): boolean {
  return /<[a-z/!]/i.test(written) && parent !== "title" && parent !== "textarea";
}

function readElement(node: Element, parent: MarkupElement, text: string): MarkupElement {
  const location = node.sourceCodeLocation;
  const tag = location?.startTag;
  const element: MarkupElement = {
    name: node.tagName.toLowerCase(),
    written: tag !== undefined,
    parent,
    start: location?.startOffset ?? parent.content?.start ?? parent.start,
    end: location?.endOffset ?? parent.content?.end ?? parent.end,
    attributes: readAttributes(node, text),
    attributesEnd: tag === undefined ? 0 : endOfAttributes(node, tag.startOffset),
    spread: false,
    content: contentOf(node, text),
    pieces: [],
  };
  for (const child of node.childNodes) element.pieces.push(...readNode(child, element, text));
  return element;
}

function endOfAttributes(node: Element, start: number): number {
  const ends = Object.values(node.sourceCodeLocation?.attrs ?? {}).map(({ endOffset }) => endOffset);
  return Math.max(start + 1 + node.tagName.length, ...ends);
}

function contentOf(node: Element, text: string): MarkupElement["content"] {
  const location = node.sourceCodeLocation;
  const tag = location?.startTag;
  if (!location || !tag || isVoid(node.tagName)) return null;
  const isForeign = node.namespaceURI !== html.NS.HTML;
  if (isForeign && !location.endTag && text.startsWith("/>", tag.endOffset - 2)) return null;
  return { start: tag.endOffset, end: location.endTag?.startOffset ?? location.endOffset };
}

/**
 * Where a text starts. A line break right after `<pre>` is not part of its text, and parse5 does not say exactly where
 * the text starts behind it.
 */
function startOfText(parent: MarkupElement, text: string, start: number): number {
  const { content, pieces } = parent;
  if (content === null || pieces.length > 0 || !/^(?:pre|textarea|listing)$/.test(parent.name)) return start;
  const newline = /^\r?\n/.exec(text.slice(content.start, content.start + 2))?.[0] ?? "";
  return content.start + newline.length;
}
