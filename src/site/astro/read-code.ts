import type { MarkupElement } from "#src/site/markup/element.ts";
import { take, takeThrough, unreadable, type Cursor } from "./cursor.ts";

/** Reads one element of the markup in an expression, or the content of a fragment. */
export type ReadInCode = (cursor: Cursor) => MarkupElement[];

const STRING = /"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'/y;
const COMMENT = /\/\*[^]*?\*\/|\/\/[^\n]*|<!--[^]*?-->/y;
const EXPRESSION = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;
const PLAIN = /[^"'`/{}<]+/y;
const OPENING = /<(?=[A-Za-z>])/y;

/**
 * Reads an expression from its brace to the brace that closes it, and the elements in it. Braces in strings, comments,
 * templates and regular expressions do not count.
 */
export function readCode(cursor: Cursor, readMarkup: ReadInCode): MarkupElement[] {
  const start = cursor.at;
  const elements: MarkupElement[] = [];
  cursor.at += 1;
  while (cursor.at < cursor.text.length) {
    if (take(cursor, /\}/y) !== null) return elements;
    elements.push(...readPart(cursor, start, readMarkup));
  }
  throw unreadable(cursor, "an expression is not closed", start);
}

function readPart(cursor: Cursor, start: number, readMarkup: ReadInCode): MarkupElement[] {
  if ([PLAIN, STRING, COMMENT].some((pattern) => take(cursor, pattern) !== null)) return [];
  if (cursor.text.charAt(cursor.at) === "{") return readCode(cursor, readMarkup);
  if (cursor.text.charAt(cursor.at) === "`") return readTemplate(cursor, readMarkup);
  if (!isBehindValue(cursor, start)) {
    OPENING.lastIndex = cursor.at;
    if (OPENING.test(cursor.text)) return readMarkup(cursor);
    if (take(cursor, EXPRESSION) !== null) return [];
  }
  cursor.at += 1;
  return [];
}

/** Behind a value `<` compares and `/` divides; anywhere else an element or a regular expression begins. */
function isBehindValue({ text, at }: Cursor, start: number): boolean {
  let end = at;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  const before = text.slice(Math.max(start, end - 12), end);
  if (/(?:^|[^\w$.])(?:return|case|typeof|in|of|do|else|void|await|yield)$/.test(before)) return false;
  return /[\w$)\]"'`]$/.test(before);
}

function readTemplate(cursor: Cursor, readMarkup: ReadInCode): MarkupElement[] {
  const start = cursor.at;
  const elements: MarkupElement[] = [];
  cursor.at += 1;
  while (cursor.at < cursor.text.length) {
    take(cursor, /(?:\\[^]|\$(?!\{)|[^`\\$])+/y);
    if (take(cursor, /`/y) !== null) return elements;
    if (cursor.text.startsWith("${", cursor.at)) {
      cursor.at += 1;
      elements.push(...readCode(cursor, readMarkup));
    }
  }
  throw unreadable(cursor, "a template is not closed", start);
}

/** Reads a template in the place of an attribute's value. */
export function skipTemplate(cursor: Cursor): void {
  readTemplate(cursor, () => {
    takeThrough(cursor, "<");
    return [];
  });
}
