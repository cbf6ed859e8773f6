import type { Range } from "#src/site/markup/element.ts";

/** The dash and what makes a value something of its own (`- &home !page`), directly before the value. */
const DASH = /-(?:[ \t]+[&!]\S*)*[ \t]*(?:\r?\n[ \t]*)?$/;
/** No anchors and tags are longer. */
const LONGEST_DASH = 200;
const COMMENT_BEHIND = /^[ \t]+#[^\r\n]*/;

/** The items of a block sequence, each with its dash and the comment behind its last line; null where one has no dash. */
export function dashedItems(text: string, items: Range[]): Range[] | null {
  const bodies: Range[] = [];
  for (const { start, end } of items) {
    const from = Math.max(0, start - LONGEST_DASH);
    const dash = DASH.exec(text.slice(from, start));
    if (dash === null || !/^$|[\s-]$/.test(text.slice(from, from + dash.index))) return null;
    const begin = from + dash.index;
    const until = begin + text.slice(begin, end).trimEnd().length;
    const comment = COMMENT_BEHIND.exec(text.slice(until, until + 500))?.[0] ?? "";
    bodies.push({ start: begin, end: until + comment.length });
  }
  return bodies;
}
