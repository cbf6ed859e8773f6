import type { Splice } from "#src/site/splice.ts";
import { indentAt } from "#src/site/markup/list-layout.ts";
import { newlineOf } from "#src/site/source-text.ts";
import { endOf, lineStart, type WrittenItem, type WrittenList } from "./written-list.ts";

/** Puts another item into a list that has some, set apart as they are. */
export function insertItem(list: WrittenList, at: number, written: string): Splice[] {
  const next = list.items[at];
  const last = list.items.at(-1);
  const comma = list.separation === "commas" ? "," : "";
  if (next !== undefined) return [inserted(next.start, written + comma + gapAt(list, at))];
  if (last === undefined) return [];
  const end = inserted(endOf(last), gapAt(list, at) + written + (last.comma === null ? "" : comma));
  if (comma === "" || last.comma !== null) return [end];
  // Before a comment behind the last item, and in one with the item where there is none.
  if (endOf(last) === last.end) return [{ ...end, text: comma + end.text }];
  return [inserted(last.end, comma), end];
}

/** What sets an item apart from the one before it, as the nearest two are. */
export function gapAt(list: WrittenList, at: number): string {
  const { items, text, separation } = list;
  const behind = Math.min(Math.max(at, 1), items.length - 1);
  const [before, item] = [items[behind - 1], items[behind]];
  if (before === undefined || item === undefined) return gapOfOne(list, items[0]);
  const between = { start: endOf(before), end: item.start };
  const written = text.slice(between.start, between.end);
  // Comments between two tables are about one of them; where the line of a table begins is not.
  if (separation === "tables") return written.replaceAll(/[^\r\n]+(?=[\r\n])|\S[^\r\n]*/g, "");
  return list.isBetween(between) && written.trim() !== "" ? written : layoutOf(written);
}

function gapOfOne({ text, separation, start }: WrittenList, item: WrittenItem | undefined): string {
  if (separation === "tables")
    return newlineOf(text).repeat(2) + (item === undefined ? "" : indentAt(text, item.start));
  const layout = item === undefined ? "" : layoutOf(text.slice(start, item.start));
  // The list begins with its first dash, whose column is that of all.
  if (layout === "" && separation === "lines" && item !== undefined)
    return newlineOf(text) + " ".repeat(item.body.start - lineStart(text, item.body.start));
  return layout === "" && separation === "commas" ? " " : layout;
}

/** The layout at the end: the last line break and the indentation after it, or the spaces. Blank lines are not repeated. */
function layoutOf(between: string): string {
  const layout = between.slice(between.trimEnd().length);
  const newline = layout.lastIndexOf("\n");
  return layout.slice(
    newline > 0 && layout.charAt(newline - 1) === "\r" ? newline - 1 : Math.max(newline, 0),
  );
}

function inserted(at: number, text: string): Splice {
  return { start: at, end: at, text };
}
