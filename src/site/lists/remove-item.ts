import type { Range } from "#src/site/markup/element.ts";
import type { Splice } from "#src/site/splice.ts";
import { endOf, lineEnd, lineStart, ownsLines, type WrittenItem, type WrittenList } from "./written-list.ts";

/** Takes one of several items out, with its comments and with what set it apart; null where that cannot be told. */
export function removeItem(list: WrittenList, at: number): Splice[] | null {
  const item = list.items[at];
  if (item === undefined) return null;
  if (ownsLines(list, item) && !isSetApart(list, at))
    return [deleted(linesOf(list, item)), ...commaBefore(list, at)];
  return list.separation === "commas" || list.separation === "layout" ? [deleted(inLine(list, item))] : null;
}

/** Whether something that is seen (` | `) stands before or behind it. */
function isSetApart(list: WrittenList, at: number): boolean {
  const { items, text, separation } = list;
  const pairs = [items.slice(Math.max(at - 1, 0), at + 1), items.slice(at, at + 2)];
  return pairs.some(([before, behind]) => {
    if (separation !== "layout" || before === undefined || behind === undefined) return false;
    const between = { start: endOf(before), end: behind.start };
    return list.isBetween(between) && text.slice(between.start, between.end).trim() !== "";
  });
}

/** Its lines, and the blank line that would be left twice. */
function linesOf({ text }: WrittenList, item: WrittenItem): Range {
  const start = lineStart(text, item.start);
  const end = lineEnd(text, endOf(item));
  const blankBefore = /(?<=^|\n)(?:[ \t]*\r?\n)+$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const blankBehind = /^[ \t]*(?:\r?\n|$)|^[ \t]*[\]}]|^\s*<\//.test(text.slice(end));
  if (blankBefore > 0 && blankBehind) return { start: start - blankBefore, end };
  // Without a line break at its end, the file ends with the line before.
  if (end === text.length && !text.endsWith("\n"))
    return { start: /\r?\n$/.exec(text.slice(0, start))?.index ?? start, end };
  return { start, end };
}

/** The last item of a list without a comma at its end leaves the comma before it. */
function commaBefore({ items, separation }: WrittenList, at: number): Splice[] {
  const before = items[at - 1]?.comma ?? null;
  const isLast = at === items.length - 1 && items[at]?.comma === null;
  return separation === "commas" && isLast && before !== null
    ? [deleted({ start: before, end: before + 1 })]
    : [];
}

/** Up to the next item; where that stands elsewhere, from the end of the one before. */
function inLine(list: WrittenList, item: WrittenItem): Range {
  const at = list.items.indexOf(item);
  const [before, next] = [list.items[at - 1], list.items[at + 1]];
  if (next !== undefined && isBeside(list, endOf(item), next.start))
    return { start: item.start, end: next.start };
  const own = { start: item.start, end: endOf(item) };
  if (before === undefined) return own;
  // The last one leaves no comma behind.
  const range =
    list.separation === "commas" && item.comma === null
      ? { start: before.end, end: item.end }
      : { start: endOf(before), end: endOf(item) };
  return list.isBetween({ start: range.start, end: item.start }) ? range : own;
}

/** Whether nothing but what sets them apart stands between two items: spaces, or something that is seen. */
function isBeside({ text, isBetween }: WrittenList, start: number, end: number): boolean {
  const written = text.slice(start, end);
  return isBetween({ start, end }) && (!written.includes("\n") || written.trim() !== "");
}

function deleted({ start, end }: Range): Splice {
  return { start, end, text: "" };
}
