import type { MarkupElement, Piece } from "./element.ts";

/** As a page shows it: a line break and the indentation around it are one space. */
export function foldLines(text: string): string {
  const lines = text.split(/\r?\n/);
  const last = lines.length - 1;
  return lines
    .map((line, index) => (index === 0 ? line : line.trimStart()))
    .map((line, index) => (index === last ? line : line.trimEnd()))
    .filter((line, index) => line !== "" || index === 0 || index === last)
    .join(" ");
}

/** What a compiler of JSX leaves of a text between two other pieces: no line breaks at its ends, as HTML would show. */
export function withoutOuterBreaks(text: string): string {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const from = text.slice(0, start).includes("\n") ? start : 0;
  return text.slice(from, end > from && text.slice(end).includes("\n") ? end : text.length);
}

const LAYOUT = " \t\r\n\f";

/**
 * How much whitespace of the file's layout a text starts and ends with, as it is written: a space that is escaped, or
 * that never breaks, belongs to the text.
 */
export function edgesOf(written: string): { lead: number; trail: number } {
  let lead = 0;
  while (lead < written.length && LAYOUT.includes(written.charAt(lead))) lead += 1;
  let end = written.length;
  while (end > lead && LAYOUT.includes(written.charAt(end - 1))) end -= 1;
  return { lead, trail: written.length - end };
}

/** Elements whose content a browser reads as code or not at all. */
const NOT_TEXT = /^(?:script|style|noscript|iframe|xmp|noembed|noframes|plaintext|template)$/i;

/** Whether what is between the tags of an element is text that a page shows. */
export function isTextElement({ name }: MarkupElement): boolean {
  return !NOT_TEXT.test(name);
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;

/** Whether an element never has content, whatever stands between its tags. */
export function isVoid(name: string): boolean {
  return VOID.test(name);
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
