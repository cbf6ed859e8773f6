import { decodeHTMLAttribute } from "entities";
import type { AttributeValue, MarkupAttribute, MarkupElement } from "#src/site/markup/element.ts";
import { take, takeThrough, type Cursor } from "./cursor.ts";
import { readCode, skipTemplate, type ReadInCode } from "./read-code.ts";
import { readExpression } from "./read-expression.ts";

/** What stands in a tag behind its name. */
export interface Attributes {
  attributes: MarkupAttribute[];
  end: number;
  spread: boolean;
  /** In the expressions of the attributes. */
  elements: MarkupElement[];
}

/** Reads the attributes of a tag, up to what ends it. */
export function readAttributes(cursor: Cursor, readMarkup: ReadInCode): Attributes {
  const read: Attributes = { attributes: [], end: cursor.at, spread: false, elements: [] };
  for (;;) {
    take(cursor, /(?:\s|\/(?!>))+/y);
    const { text, at: start } = cursor;
    if (/^\/?>/.test(text.slice(start, start + 2)) || start >= text.length) return read;
    if (text.charAt(start) === "{") {
      read.elements.push(...readCode(cursor, readMarkup));
      const name = /^\{\s*([\w$-]+)\s*\}$/.exec(text.slice(start, cursor.at))?.[1];
      if (name !== undefined) read.attributes.push({ start, end: cursor.at, name, value: { kind: "code" } });
      else if (/^\{\s*\.\.\./.test(text.slice(start, cursor.at))) read.spread = true;
    } else {
      const name = take(cursor, /[^\s=>/{]+/y) ?? text.charAt((cursor.at += 1));
      const value = readValue(cursor, read.elements, readMarkup);
      read.attributes.push({ start, end: cursor.at, name, value });
    }
    read.end = cursor.at;
  }
}

function readValue(cursor: Cursor, elements: MarkupElement[], readMarkup: ReadInCode): AttributeValue {
  if (take(cursor, /\s*=\s*/y) === null) return { kind: "none" };
  const { text, at: start } = cursor;
  const first = text.charAt(start);
  if (first === "{") {
    elements.push(...readCode(cursor, readMarkup));
    return readExpression(text, { start, end: cursor.at });
  }
  if (first === "`") {
    skipTemplate(cursor);
    return { kind: "code" };
  }
  if (first !== '"' && first !== "'") {
    const written = take(cursor, /[^\s>]+/y) ?? "";
    return { kind: "quoted", start, end: cursor.at, quote: null, value: decode(written) };
  }
  cursor.at += 1;
  takeThrough(cursor, first);
  const inside = { start: start + 1, end: cursor.at - 1 };
  return { kind: "quoted", ...inside, quote: first, value: decode(text.slice(inside.start, inside.end)) };
}

const decode = (written: string): string => decodeHTMLAttribute(written).replaceAll("\r\n", "\n");
