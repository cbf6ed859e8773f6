import { endOfTag } from "#src/site/html/template-code.ts";
import type { Range } from "#src/site/markup/element.ts";
import { edgesOf } from "#src/site/markup/text.ts";
import type { DataScalar } from "./data-node.ts";

/** What no text shows: comments, tags, and the elements whose content is code. */
const MARKUP = /<!--|<(\/?)([A-Za-z][\w-]*)/g;
const CODE = /^(?:script|style|template|iframe|noscript|textarea|title)$/i;
const CLOSING = /<\/(?:script|style|template|iframe|noscript|textarea|title)\b/gi;

/** The texts between the tags of a value that is HTML; what is a part of a tag is none. */
export function textsOfHtml({ value, put }: DataScalar): DataScalar[] {
  if (value === null) return [];
  const texts = textsIn(value).filter(({ start, end }) => !/[<>]/.test(value.slice(start, end)));
  return texts.map(({ start, end }) => ({
    kind: "scalar",
    value: meaningOf(value.slice(start, end)),
    put: (next) => put(value.slice(0, start) + written(next) + value.slice(end)),
  }));
}

/** Whether a text is certainly read as HTML. */
export function holdsTag(text: string): boolean {
  return /<\/?[A-Za-z][^<>]*>/.test(text);
}

function textsIn(html: string): Range[] {
  const texts: Range[] = [];
  // A tag that began before the code in front of this text ends in it.
  let at = html.slice(0, html.search(/<|$/)).lastIndexOf(">") + 1;
  MARKUP.lastIndex = at;
  for (let found = MARKUP.exec(html); found !== null; found = MARKUP.exec(html)) {
    texts.push(...withoutReferences(html, { start: at, end: found.index }));
    at = endOfMarkup(html, found);
    MARKUP.lastIndex = at;
  }
  return [...texts, ...withoutReferences(html, { start: at, end: html.length })];
}

function endOfMarkup(html: string, { 0: opener, 1: slash, 2: name, index }: RegExpExecArray): number {
  if (opener === "<!--") return endOfComment(html, index);
  const end = endOfTag(html, index);
  if (slash === "/" || name === undefined || !CODE.test(name)) return end;
  CLOSING.lastIndex = end;
  return CLOSING.exec(html)?.index ?? html.length;
}

function endOfComment(html: string, start: number): number {
  const at = html.indexOf("-->", start);
  return at < 0 ? html.length : at + 3;
}

/** Those that are written here; any other (`&copy;`) stays where it is, beside the text. */
const MEANINGS: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};
const OTHER_REFERENCE = /&(?!(?:amp|lt|gt|quot|#39);)#?\w+;?/g;

function withoutReferences(html: string, { start, end }: Range): Range[] {
  const texts: Range[] = [];
  let at = start;
  for (const { 0: reference, index } of html.slice(start, end).matchAll(OTHER_REFERENCE)) {
    texts.push({ start: at, end: start + index });
    at = start + index + reference.length;
  }
  return [...texts, { start: at, end }].flatMap((text) => {
    const { lead, trail } = edgesOf(html.slice(text.start, text.end));
    const inner = { start: text.start + lead, end: text.end - trail };
    return inner.start < inner.end ? [inner] : [];
  });
}

function meaningOf(html: string): string {
  return html.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (reference) => MEANINGS[reference] ?? reference);
}

function written(value: string): string {
  return value
    .replaceAll(/&(?=[#\w])/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
