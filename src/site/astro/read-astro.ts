import { decodeHTML } from "entities";
import { pageElement, type MarkupElement, type Piece } from "#src/site/markup/element.ts";
import { isVoid } from "#src/site/markup/text.ts";
import { take, unreadable, type Cursor } from "./cursor.ts";
import { readAttributes } from "./read-attributes.ts";
import { readCode } from "./read-code.ts";
import { readStringInBraces } from "./read-expression.ts";

/**
 * The elements of a file of Astro from an index on, behind its front matter. Throws a SyntaxError with the line when a
 * tag or a brace is not closed.
 */
export function readAstro(text: string, from: number): MarkupElement {
  const page = pageElement(text);
  const cursor = { text, at: from };
  page.pieces = readPieces(cursor, page);
  const closing = take(cursor, CLOSING);
  if (closing !== null) throw unreadable(cursor, `${closing} closes nothing`, cursor.at);
  return page;
}

const CLOSING = /<\/[^>]*>/y;
const TEXT = /(?:[^<{]|<(?![A-Za-z/!>]))+/y;
const COMMENT = /<!--[^]*?-->|<![^>]*>/y;
const ONLY_COMMENTS = /^\{(?:\s|\/\*[^]*?\*\/|\/\/[^\n]*\n)*\}$/;

/** Reads what stands in an element, up to a closing tag or the end of the file. */
function readPieces(cursor: Cursor, parent: MarkupElement): Piece[] {
  const pieces: Piece[] = [];
  const { text } = cursor;
  while (cursor.at < text.length && !text.startsWith("</", cursor.at)) {
    const start = cursor.at;
    const written = take(cursor, TEXT);
    if (written !== null) {
      const value = decodeHTML(written).replaceAll("\r\n", "\n");
      pieces.push({ kind: "text", start, end: cursor.at, value });
    } else if (take(cursor, COMMENT) !== null) pieces.push({ kind: "comment", start, end: cursor.at });
    else if (text.charAt(start) === "{") pieces.push(readBraces(cursor, parent));
    else pieces.push(...readTag(cursor, parent));
  }
  return pieces;
}

function readBraces(cursor: Cursor, parent: MarkupElement): Piece {
  const start = cursor.at;
  const elements = readCode(cursor, (inside) => elementsIn(readTag(inside, parent)));
  const range = { start, end: cursor.at };
  if (ONLY_COMMENTS.test(cursor.text.slice(start, cursor.at))) return { kind: "comment", ...range };
  const literal = elements.length > 0 ? null : readStringInBraces(cursor.text, range);
  return literal === null ? { kind: "code", ...range, elements } : { kind: "literal", ...range, literal };
}

function elementsIn(pieces: Piece[]): MarkupElement[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === "element") return [piece.element];
    return piece.kind === "code" ? piece.elements : [];
  });
}

/** An element, or what stands in a fragment, which is not on the page. */
function readTag(cursor: Cursor, parent: MarkupElement): Piece[] {
  const start = cursor.at;
  if (take(cursor, /<>/y) !== null) {
    const pieces = readPieces(cursor, parent);
    close(cursor, "", start);
    return pieces;
  }
  const element = readElement(cursor, parent);
  return [{ kind: "element", start, end: element.end, element }];
}

/** Elements whose content Astro hands on as it is. */
const RAW = /^(?:script|style)$/;

function readElement(cursor: Cursor, parent: MarkupElement): MarkupElement {
  const start = cursor.at;
  const name = (take(cursor, /<[^\s/>{]+/y) ?? "<").slice(1);
  const element: MarkupElement = { ...pageElement(""), start, name, written: true, parent, content: null };
  const { elements, end, ...inTag } = readAttributes(cursor, (inside) =>
    elementsIn(readTag(inside, element)),
  );
  Object.assign(element, inTag, { attributesEnd: end });
  if (elements.length > 0) element.pieces.push({ kind: "code", start, end, elements });
  if (take(cursor, /\/>/y) === null) {
    if (take(cursor, />/y) === null) throw unreadable(cursor, `the tag <${name}> is not closed`, start);
    if (!isVoid(name)) readContent(cursor, element);
  }
  element.end = cursor.at;
  return element;
}

function readContent(cursor: Cursor, element: MarkupElement): void {
  const start = cursor.at;
  const isRaw = RAW.test(element.name) || element.attributes.some(({ name }) => name === "is:raw");
  if (isRaw) {
    const end = cursor.text.indexOf(`</${element.name}`, start);
    if (end > start) element.pieces.push({ kind: "code", start, end, elements: [] });
    if (end >= 0) cursor.at = end;
  } else element.pieces.push(...readPieces(cursor, element));
  element.content = { start, end: cursor.at };
  close(cursor, element.name, element.start);
}

function close(cursor: Cursor, name: string, start: number): void {
  const at = cursor.at;
  const closing = take(cursor, CLOSING);
  // A layout may leave these to the browser, which closes them at the end of the page.
  if (closing === null && /^(?:html|body)$/.test(name)) return;
  if (closing === null) throw unreadable(cursor, `<${name}> is not closed`, start);
  if (closing.slice(2, -1).trim() !== name)
    throw unreadable(cursor, `${closing} does not close <${name}>`, at);
}
