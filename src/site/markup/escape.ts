import type { Literal, Quote } from "./element.ts";

/** Which language the markup is written in: they differ in what a text may hold as it is. */
export type Dialect = "jsx" | "html";

/** An ampersand that begins something like `&amp;`; any other stands for itself in both languages. */
const REFERENCE = /&(?=[#A-Za-z0-9])/g;

const TEXT_REFERENCES: Record<string, string> = { "<": "&lt;", ">": "&gt;", "{": "&#123;", "}": "&#125;" };

/** A value as the text of an element. Spaces at its ends are kept apart from the spaces of the file's layout. */
export function escapeText(value: string, dialect: Dialect): string {
  if (dialect === "jsx" && /^\s|\s$/.test(value)) return `{${quoted(value, '"')}}`;
  const special = dialect === "jsx" ? /[<>{}]/g : /[<>]/g;
  const escaped = value
    .replaceAll(REFERENCE, "&amp;")
    .replaceAll(special, (character) => TEXT_REFERENCES[character] ?? character);
  return escaped.replaceAll(/^[ \t\r\n\f]+|[ \t\r\n\f]+$/g, (spaces) => "&#32;".repeat(spaces.length));
}

/** A value inside the quotes of an attribute. JSX knows no backslashes there, only references as HTML does. */
export function escapeAttribute(value: string, quote: '"' | "'"): string {
  return value.replaceAll(REFERENCE, "&amp;").replaceAll(quote, () => (quote === '"' ? "&quot;" : "&#39;"));
}

/** A value as a string in code. */
export function quoted(value: string, quote: Quote): string {
  return quote + escapeLiteral(value, quote) + quote;
}

/** A value inside the quotes of a string in code. */
export function escapeLiteral(value: string, quote: Quote): string {
  const escaped = value.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`);
  return quote === "`" ? escaped.replaceAll("${", "\\${") : escaped;
}

/** The replacement that gives a string in code another value. */
export function putLiteral(literal: Literal, value: string): { start: number; end: number; text: string } {
  return { start: literal.start, end: literal.end, text: escapeLiteral(value, literal.quote) };
}
