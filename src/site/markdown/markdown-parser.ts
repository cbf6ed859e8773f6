import { GFM, parser, type InlineContext, type MarkdownConfig, type MarkdownParser } from "@lezer/markdown";

export type MarkdownDialect = "markdown" | "mdx";

const BRACE = 123;
const LESS = 60;

/** Where the braces that open at a place close again, or the end of the block. */
function closingBrace(cx: InlineContext, pos: number): number {
  let depth = 0;
  for (let at = pos; at < cx.end; at += 1) {
    const character = cx.slice(at, at + 1);
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return cx.end;
}

/** Where a tag ends, whose attributes may hold quotes and expressions, or the end of the block. */
function closingTag(cx: InlineContext, pos: number): number {
  let at = pos + 1;
  while (at < cx.end && cx.slice(at, at + 1) !== ">") {
    const character = cx.slice(at, at + 1);
    if (character === "{") at = closingBrace(cx, at);
    else if (character === '"' || character === "'") at = closingQuote(cx, at, character);
    else at += 1;
  }
  return Math.min(at + 1, cx.end);
}

function closingQuote(cx: InlineContext, pos: number, quote: string): number {
  const close = cx.slice(pos + 1, cx.end).indexOf(quote);
  return close < 0 ? cx.end : pos + 1 + close + 1;
}

/** What generators read in Markdown before it is Markdown: `{{ … }}`, `{% … %}`, `{: .lead}`, `{#id}`. */
const GENERATED = /^\{[{%:#.<]/;

const code = (name: string, isCode: (cx: InlineContext, pos: number) => boolean): MarkdownConfig => ({
  defineNodes: [name],
  parseInline: [
    {
      name,
      before: "Escape",
      parse: (cx, next, pos) =>
        next === BRACE && isCode(cx, pos) ? cx.addElement(cx.elt(name, pos, closingBrace(cx, pos))) : -1,
    },
  ],
});

/** MDX has expressions and tags instead of HTML, and no code by indentation. */
const MDX: MarkdownConfig = {
  defineNodes: ["Tag"],
  remove: ["IndentedCode", "HTMLBlock", "HTMLTag"],
  parseInline: [
    {
      name: "Tag",
      before: "Escape",
      parse: (cx, next, pos) =>
        next === LESS && /^<[\w/>$]/.test(cx.slice(pos, pos + 2))
          ? cx.addElement(cx.elt("Tag", pos, closingTag(cx, pos)))
          : -1,
    },
  ],
};

/** GitHub's Markdown, and what generators make of braces; in MDX every brace opens an expression. */
export const PARSERS: Record<MarkdownDialect, MarkdownParser> = {
  markdown: parser.configure([
    GFM,
    code("Code", (cx, pos) => GENERATED.test(cx.slice(pos, Math.min(pos + 2, cx.end)))),
  ]),
  mdx: parser.configure([GFM, code("Code", () => true), MDX]),
};
