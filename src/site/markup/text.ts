import type { MarkupElement, Piece } from "./element.ts";

/** Whitespace that is written between words for the layout of the file. */
const EDGES = /^[ \t\r\n\f]*|[ \t\r\n\f]*$/g;

/** As a page shows it: a line break and the indentation around it are one space. */
export function foldLines(text: string): string {
  return text.replaceAll(/[ \t\f]*\r?\n\s*/g, " ");
}

/** How much whitespace a text starts and ends with, as it is written (an escaped space is not layout). */
export function edgesOf(written: string): { lead: number; trail: number } {
  const [lead = "", trail = ""] = written.match(EDGES) ?? [];
  return { lead: lead.length, trail: lead.length === written.length ? 0 : trail.length };
}

/** Elements whose content a browser reads as code or not at all. */
const NOT_TEXT = /^(?:script|style|noscript|iframe|xmp|noembed|noframes|plaintext|template)$/i;

/** Whether what is between the tags of an element is text that a page shows. */
export function isTextElement({ name }: MarkupElement): boolean {
  return !NOT_TEXT.test(name);
}

/** All text in an element in its order, for selectors and for people. */
export function shownText(element: MarkupElement): string {
  return foldLines(element.pieces.map(textOf).join("")).trim();
}

function textOf(piece: Piece): string {
  if (piece.kind === "text") return piece.value;
  if (piece.kind === "literal") return piece.literal.value;
  return piece.kind === "element" ? shownText(piece.element) : "";
}
