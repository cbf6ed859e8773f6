import { newlineOf } from "#src/site/source-text.ts";
import type { MarkupElement, Piece, Range } from "./element.ts";

/** Where another item of a list goes and how it is set apart from the one before. */
export interface ListPlace {
  at: number;
  separator: string;
}

/**
 * The place after the last item, set apart as the items are from each other; null when the list is empty or only code
 * makes its items.
 */
export function placeAfterItems(
  text: string,
  list: MarkupElement,
  isItem: (element: MarkupElement) => boolean,
): ListPlace | null {
  const index = list.pieces.findLastIndex((piece) => piece.kind === "element" && isItem(piece.element));
  const last = list.pieces[index];
  if (last === undefined) return null;
  const before = list.pieces.findLastIndex((piece, position) => position < index && !isFiller(piece));
  const previous = list.pieces[before];
  const between = text.slice(previous === undefined ? contentStart(list) : endOf(text, previous), last.start);
  const isBetweenItems = previous?.kind === "element" && isItem(previous.element);
  return { at: endOf(text, last), separator: isBetweenItems ? firstBreak(between) : layoutOf(between) };
}

/** The place in a list without items; null when there is something else in it. */
export function placeInEmptyList(text: string, { content, start }: MarkupElement): ListPlace | null {
  if (content === null) return null;
  const inside = text.slice(content.start, content.end);
  if (inside.trim() !== "") return null;
  if (!inside.includes("\n")) return { at: content.start, separator: "" };
  const indent = indentAt(text, start);
  const step = indent.includes("\t") ? "\t" : "  ";
  return { at: content.start, separator: newlineOf(text) + indent + step };
}

/** How far the line is indented that an index into the text is on. */
export function indentAt(text: string, index: number): string {
  const line = text.slice(text.lastIndexOf("\n", index - 1) + 1, index);
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

/** A template in the layout of the list: its lines indented as far as the items are, or all on one line. */
export function layOut(template: string, separator: string): string {
  const lines = template.trim().split(/\r?\n/);
  const indent = layoutOf(separator);
  if (!indent.includes("\n")) return lines.map((line) => line.trim()).join("");
  const usesTabs = indent.includes("\t");
  return lines.map((line) => (usesTabs ? line.replace(/^(?: {2})+/, tabs) : line)).join(indent);
}

function tabs(spaces: string): string {
  return "\t".repeat(spaces.length / 2);
}

/** Text between two items is part of the list's style (` | `), whether in braces or not. */
function isFiller(piece: Piece): boolean {
  return piece.kind === "text" || piece.kind === "literal";
}

/** Without its end tag, an HTML element goes on until the next one starts: the layout before that is not its own. */
function endOf(text: string, { start, end }: Range): number {
  return start + text.slice(start, end).trimEnd().length;
}

function contentStart(list: MarkupElement): number {
  return list.content?.start ?? list.start;
}

/** Blank lines between groups of items are not repeated. */
function firstBreak(between: string): string {
  return between.trim() === "" ? layoutOf(between) : between;
}

/** The layout at the end: the last line break and the indentation after it, or the spaces. */
function layoutOf(between: string): string {
  const layout = between.slice(between.trimEnd().length);
  const newline = layout.lastIndexOf("\n");
  return layout.slice(
    newline > 0 && layout.charAt(newline - 1) === "\r" ? newline - 1 : Math.max(newline, 0),
  );
}
