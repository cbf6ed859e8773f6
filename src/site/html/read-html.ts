import { html, parse, type DefaultTreeAdapterTypes } from "parse5";
import { pageElement, type MarkupElement, type Piece, type Range } from "#src/site/markup/element.ts";
import { isVoid } from "#src/site/markup/text.ts";
import { hasCodeForAttributes, readAttributes } from "./read-attributes.ts";
import type { Source } from "./source.ts";
import { templateCode, withoutCode } from "./template-code.ts";
import { writtenPositions } from "./written-positions.ts";

type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/**
 * The elements of an HTML file as a browser sees them, with those it adds itself marked as not written. The code of the
 * template language that the file is written for is no part of them.
 */
export function readHtml(text: string, language: string): MarkupElement {
  const code = templateCode(text, language);
  const { text: masked, filler } = withoutCode(text, code);
  const source = { text, code, masked, filler };
  const document = parse(masked, { sourceCodeLocationInfo: true });
  const page = pageElement(text);
  page.pieces = document.childNodes.flatMap((node) => readNode(node, page, source));
  return page;
}

function readNode(node: ChildNode, parent: MarkupElement, source: Source): Piece[] {
  if ("tagName" in node) {
    const element = readElement(node, parent, source);
    return [{ kind: "element", start: element.start, end: element.end, element }];
  }
  const location = node.sourceCodeLocation;
  if (!location) return [];
  const { startOffset: start, endOffset: end } = location;
  const code = codeIn(source, start, end);
  if (node.nodeName !== "#text" || !("value" in node))
    return [code.length > 0 ? { kind: "code", start, end, elements: [] } : { kind: "comment", start, end }];
  const written = source.masked.slice(start, end);
  if (isTorn(written, parent.name)) {
    const isLayout = node.value.trim() === "" && code.length === 0;
    return [isLayout ? { kind: "comment", start, end } : { kind: "code", start, end, elements: [] }];
  }
  const from = startOfText(parent, source.text, start);
  if (code.length > 0) return besideCode(source, code, { start: from, end });
  return [{ kind: "text", start: from, end, value: node.value }];
}

/** Code that overlaps a part of the file; nothing is found twice in a row, so that looking through it is enough. */
function codeIn({ code }: Source, start: number, end: number): Range[] {
  let low = 0;
  for (let high = code.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((code[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found: Range[] = [];
  for (let each = code[low]; each !== undefined && each.start < end; each = code[(low += 1)])
    found.push(each);
  return found;
}

/** The text before, between and after code. */
function besideCode(source: Source, code: Range[], { start, end }: Range): Piece[] {
  const written = source.masked.slice(start, end);
  // Half of a tag, whose name or end is code.
  if (/<[/!?\s]/.test(written)) return [{ kind: "code", start, end, elements: [] }];
  const pieces: Piece[] = [];
  let at = start;
  for (const range of [...code, { start: end, end }]) {
    if (range.start > at) {
      const { text: value } = writtenPositions(source.text.slice(at, range.start));
      pieces.push({ kind: "text", start: at, end: range.start, value });
    }
    if (range.end > range.start) pieces.push({ kind: "code", ...range, elements: [] });
    at = range.end;
  }
  return pieces;
}

/** Where tags are in places they must not be, browsers put texts together that have tags between them in the file. */
function isTorn(written: string, parent: string): boolean {
  return /<[a-z/!]/i.test(written) && parent !== "title" && parent !== "textarea";
}

function readElement(node: Element, parent: MarkupElement, source: Source): MarkupElement {
  const tag = node.sourceCodeLocation?.startTag;
  const element: MarkupElement = {
    name: node.tagName.toLowerCase(),
    written: tag !== undefined && !node.tagName.includes(source.filler),
    parent,
    ...rangeOf(node, parent),
    attributes: readAttributes(node, source),
    attributesEnd: tag === undefined ? 0 : endOfAttributes(node, tag.startOffset),
    spread: hasCodeForAttributes(node, source),
    content: contentOf(node, source.masked),
    pieces: [],
  };
  for (const child of node.childNodes)
    for (const piece of readNode(child, element, source)) element.pieces.push(piece);
  return element;
}

/** What is not written has the place of what it stands in. */
function rangeOf({ sourceCodeLocation: location }: Element, { content, start, end }: MarkupElement): Range {
  if (location) return { start: location.startOffset, end: location.endOffset };
  return { start: content?.start ?? start, end: content?.end ?? end };
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
