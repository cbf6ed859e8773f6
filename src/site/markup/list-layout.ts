import { newlineOf } from "#src/site/source-text.ts";
import type { MarkupElement } from "./element.ts";

/** Where the first item of a list goes and how it is set apart from the beginning. */
export interface ListPlace {
  at: number;
  separator: string;
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

/** The layout at the end: the last line break and the indentation after it, or the spaces. */
function layoutOf(between: string): string {
  const layout = between.slice(between.trimEnd().length);
  const newline = layout.lastIndexOf("\n");
  return layout.slice(
    newline > 0 && layout.charAt(newline - 1) === "\r" ? newline - 1 : Math.max(newline, 0),
  );
}
