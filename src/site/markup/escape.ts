import type { Literal, Quote } from "./element.ts";
import type { TemplateLanguage } from "./template-language.ts";

/**
 * Which language the markup is written in: they differ in what a text may hold as it is. All but HTML tell names apart by
 * case and let any element close itself.
 */
export type Dialect = "jsx" | "html" | "astro" | "svelte" | "vue";

/** An ampersand that begins something like `&amp;`; any other stands for itself. Angular takes `&;` for one, too. */
const REFERENCE = /&(?=[#A-Za-z0-9;])/g;

const REFERENCES: Record<string, string> = {
  "<": "&lt;",
  ">": "&gt;",
  "@": "&#64;",
  "[": "&#91;",
  "\\": "&#92;",
  "{": "&#123;",
  "}": "&#125;",
  '"': "&quot;",
  "'": "&#39;",
};

/** How a page is written: its language, and what may go over it. */
export interface Writing {
  dialect: Dialect;
  templates: TemplateLanguage;
}

/** A value as the text of an element. Spaces at its ends are kept apart from the spaces of the file's layout. */
export function escapeText(value: string, { dialect, templates }: Writing): string {
  if (dialect === "jsx" && /^\s|\s$/.test(value)) return `{${quoted(value, '"')}}`;
  const escaped = value
    .replaceAll(REFERENCE, "&amp;")
    .replaceAll(dialect === "html" ? templates.marks : /[<>{}]/g, referenceTo)
    .replaceAll(/[<>]/g, referenceTo);
  return escaped.replaceAll(/^[ \t\r\n\f]+|[ \t\r\n\f]+$/g, (spaces) => "&#32;".repeat(spaces.length));
}

/** A value inside the quotes of an attribute. JSX knows no backslashes there, only references as HTML does. */
export function escapeAttribute(value: string, quote: '"' | "'", { templates }: Writing): string {
  return value
    .replaceAll(REFERENCE, "&amp;")
    .replaceAll(templates.marks, referenceTo)
    .replaceAll(quote, () => referenceTo(quote));
}

/**
 * A value with quotes around it. The two compilers of Astro do not agree on what references and backslashes mean there:
 * a value with one of them becomes a string in braces, which both read the same.
 */
export function quotedAttribute(value: string, quote: '"' | "'", writing: Writing): string {
  const isUnsure = /\\|&[#A-Za-z0-9;]/.test(value) || value.includes(quote);
  if (writing.dialect === "astro" && isUnsure) return `{"${escapeNumbered(value)}"}`;
  return quote + escapeAttribute(value, quote, writing) + quote;
}

function referenceTo(character: string): string {
  return REFERENCES[character] ?? character;
}

/** A value as a string in code. */
export function quoted(value: string, quote: Quote): string {
  return quote + escapeLiteral(value, quote) + quote;
}

/** What a string in code writes with a backslash: what would end its line, and what cannot be seen. */
const UNSEEN = /[\p{Cc}\u2028\u2029\uFEFF]/gu;

/** A value inside the quotes of a string in code. A script may stand in a page, so `</script` does not end it. */
export function escapeLiteral(value: string, quote: Quote): string {
  const escaped = value
    .replaceAll("\\", "\\\\")
    .replaceAll(quote, `\\${quote}`)
    .replaceAll(/<(?=\/script|!--)/gi, "\\x3C");
  if (quote !== "`") return escaped.replaceAll(UNSEEN, codeOf);
  return escaped.replaceAll("${", "\\${").replaceAll(/(?!\n)[\p{Cc}\u2028\u2029\uFEFF]/gu, codeOf);
}

function codeOf(character: string): string {
  if (character === "\n") return "\\n";
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A value inside any quotes, without a quote or a backslash that is one: Astro looks for the end of a string by them. */
function escapeNumbered(value: string): string {
  const escaped = value.replaceAll(/["'`\\]|\$(?=\{)|<(?=\/script|!--)/gi, hexOf);
  return escaped.replaceAll(UNSEEN, codeOf);
}

function hexOf(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The replacement that gives a string in code another value. */
export function putLiteral(literal: Literal, value: string): { start: number; end: number; text: string } {
  const { start, end, quote, numbered } = literal;
  return { start, end, text: numbered ? escapeNumbered(value) : escapeLiteral(value, quote) };
}
