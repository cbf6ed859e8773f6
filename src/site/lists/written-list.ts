import type { Range } from "#src/site/markup/element.ts";

/** How the items of a list are set apart: by commas, one a line (YAML), by blank lines (`[[menu]]` of TOML), or by what stands between. */
export type Separation = "commas" | "lines" | "tables" | "layout";

/** A list as it is written. All positions are UTF-16 indices into the file's text. */
export interface WrittenList {
  text: string;
  items: WrittenItem[];
  separation: Separation;
  /** Where the list itself begins: nothing before it belongs to an item. */
  start: number;
  /** Whether only layout, and no part of the list, stands in a range between two items. */
  isBetween: (range: Range) => boolean;
}

/** One item with the comments above it that are about it. */
export interface WrittenItem extends Range {
  /** The item alone. */
  body: Range;
  /** The comma behind it, where one stands there. */
  comma: number | null;
  /** A comment behind it on its last line. */
  tail: Range;
  /** The number by which the page orders it (`weight: 20`): it belongs to the place, and not to the item. */
  order?: Range;
}

const COMMENT = /^[ \t]*(?:\/\/|#|<!--.*-->[ \t]*$|\/\*.*\*\/[ \t]*$|\{\/\*.*\*\/\}[ \t]*$)/;
const TAIL = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)(?=[ \t]*(?:\r?\n|$))/;

/** Finds what belongs to each item besides itself. `bodies` are in the order of the file. */
export function writtenItems(
  text: string,
  bodies: Range[],
  { start, separation }: { start: number; separation: Separation },
): WrittenItem[] {
  const begins = bodies.map((body, at) => startWithComments(text, body.start, bodies[at - 1]?.end ?? start));
  // A comment above the first item is about the whole list, unless others have comments too.
  const commented = begins.some((begin, at) => at > 0 && begin < (bodies[at]?.start ?? 0));
  return bodies.map((body, at) => {
    const next = bodies[at + 1]?.start ?? text.length;
    const comma = separation === "commas" ? commaBehind(text, body.end, next) : null;
    const behind = comma === null ? body.end : comma + 1;
    const tail = separation === "commas" ? (TAIL.exec(text.slice(behind, next))?.[0].length ?? 0) : 0;
    const begin = at === 0 && !commented ? body.start : (begins[at] ?? body.start);
    return { start: begin, end: body.end, body, comma, tail: { start: behind, end: behind + tail } };
  });
}

/** Where the comment lines directly above a place begin; the place itself when there are none. */
function startWithComments(text: string, at: number, from: number): number {
  let begin = at;
  let line = lineStart(text, at);
  if (text.slice(line, at).trim() !== "") return at;
  while (line > from) {
    const above = lineStart(text, line - 1);
    const written = text.slice(above, line).replace(/\r?\n$/, "");
    if (above < from || !COMMENT.test(written)) break;
    begin = above + (written.length - written.trimStart().length);
    line = above;
  }
  return begin;
}

const NOT_COMMA = /^(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/|#[^\n]*)/;

/** The first comma behind an item, over spaces and comments. */
function commaBehind(text: string, from: number, to: number): number | null {
  let at = from;
  for (;;) {
    const skipped = NOT_COMMA.exec(text.slice(at, to))?.[0].length ?? 0;
    if (skipped === 0) break;
    at += skipped;
  }
  return at < to && text.charAt(at) === "," ? at : null;
}

/** Where an item ends with its comma and the comment behind it. */
export function endOf({ end, comma, tail }: WrittenItem): number {
  return Math.max(end, comma === null ? end : comma + 1, tail.end);
}

/** Whether an item has its lines for itself. */
export function ownsLines({ text }: WrittenList, item: WrittenItem): boolean {
  const before = text.slice(lineStart(text, item.start), item.start);
  const behind = text.slice(endOf(item), lineEnd(text, endOf(item)));
  return before.trim() === "" && behind.trim() === "";
}

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** Where the line ends, behind its line break. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  return newline < 0 ? text.length : newline + 1;
}
