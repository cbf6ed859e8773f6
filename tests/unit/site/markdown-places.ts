import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { mdxFromMarkdown } from "mdast-util-mdx";
import { gfm } from "micromark-extension-gfm";
import { mdxjs } from "micromark-extension-mdxjs";
import type { Place } from "./places.ts";

/** What another parser makes of a page, as one entry a node: its type, and what it says. */
function nodesIn(text: string, file: string): string[][] {
  const isMdx = file.endsWith(".mdx");
  const tree = fromMarkdown(text.replace(/^---\r?\n[^]*?\r?\n---\r?\n/, ""), {
    extensions: isMdx ? [gfm(), mdxjs()] : [gfm()],
    mdastExtensions: isMdx ? [gfmFromMarkdown(), mdxFromMarkdown()] : [gfmFromMarkdown()],
  });
  return entriesOf(tree);
}

interface TreeNode {
  type: string;
  value?: string;
  url?: string;
  depth?: number;
  children?: TreeNode[];
}

function entriesOf({ type, value = "", url = "", depth = 0, children = [] }: TreeNode): string[][] {
  return [[type, value, url, String(depth)], ...children.flatMap(entriesOf)];
}

/** A place whose value is the one text node that may differ: any other difference is a text that became something. */
function place(name: string, file: string, [node, property]: [string, object]): Place {
  const before = "---\r\ntitle: x\r\n---\r\n\r\nFirst *words* &amp; [more](/x).\r\n\r\n";
  const after = "\r\n\r\n| a | b |\r\n|---|---|\r\n| c | d |\r\n\r\n[ref]: /ref\r\n\r\nLast `code`.\r\n";
  const original = nodesIn(before + node + after, file);
  const target = original.findIndex(([type, value]) => type === "text" && /^\s*Old/.test(value ?? ""));
  const read = (text: string): unknown => {
    const now = nodesIn(text, file);
    const [type, value = ""] = now[target] ?? [];
    const others = (nodes: string[][]): string => JSON.stringify(nodes.toSpliced(target, 1));
    if (type !== "text" || others(now) !== others(original)) return { others: others(now), type };
    return value.trim();
  };
  const marks = /\{\{|\}\}|\{%|%\}|\{#|<%|%>|<\?/;
  return {
    name: `${name} in ${file}`,
    file,
    property: { kind: "markdown", ...property },
    before,
    node,
    after,
    read,
    cannot: marks,
  };
}

const nodes: Record<string, [string, object]> = {
  "a heading": ["## Old title ##", { block: "heading" }],
  "a heading that is underlined": ["Old title\r\n---", { block: "heading" }],
  "a paragraph": ["Old words\r\nover lines", { block: "paragraph", at: 2 }],
  "a run before others": ["Old *em* and `code`", { block: "paragraph", at: 2, run: 1 }],
  "a run in emphasis": ["A **Old words** b", { block: "paragraph", at: 2, run: 2 }],
  "a run behind others": ["A *b* Old", { block: "paragraph", at: 2, run: 3 }],
  "the words of a link": ['A [Old](/y "t") b', { block: "paragraph", at: 2, run: 2 }],
  "a quote": ["> Old\r\n> words", { block: "paragraph", at: 2 }],
  "an item": ["- a\r\n- Old\r\n- c", { block: "item", at: 2 }],
  "an item that is done": ["1. a\r\n   - [x] Old", { block: "item", at: 2 }],
  "a cell": ["| k | v |\r\n| - | - |\r\n| k1 | Old \\| x |", { block: "cell", at: 2, column: 2 }],
  "a cell without marks around its row": ["k | v\r\n--- | ---\r\n  Old | v1", { block: "cell", at: 2 }],
};

/** Where a text can stand in Markdown and in MDX. */
export const MARKDOWN_PLACES: Place[] = Object.entries(nodes).flatMap(([name, node]) => [
  place(name, "content/page.md", node),
  place(name, "docs/page.mdx", node),
]);
