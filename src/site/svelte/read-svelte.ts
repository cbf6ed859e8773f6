import { parse } from "svelte/compiler";
import { blanked, withPlainBreaks, scriptOf, type ScriptBlock } from "#src/site/components/script-data.ts";
import { tagContent } from "#src/site/components/tag-content.ts";
import { pageElement, type MarkupElement, type Piece, type Range } from "#src/site/markup/element.ts";
import { attributesEndOf, hasSpread, readAttributes } from "./read-attributes.ts";
import { readString } from "./read-string.ts";
import { fragmentsIn, isElement, type ElementNode, type SvelteNode } from "./svelte-node.ts";

/** The elements of a Svelte component, and its scripts. Throws a SyntaxError with line and column. */
export function readSvelte(text: string): { root: MarkupElement; scripts: ScriptBlock[] } {
  const blocks = blocksIn(text);
  const { fragment, module, instance } = parsed(blanked(text, blocks));
  const root = pageElement(text);
  root.pieces = fragment.nodes.map((node) => readPiece(node, root, text));
  const starts = new Set([module?.start, instance?.start]);
  return { root, scripts: blocks.filter(({ tag }) => starts.has(tag)) };
}

function parsed(text: string): ReturnType<typeof parseModern> {
  try {
    return parseModern(text);
  } catch (error) {
    if (!(error instanceof Error && error.name === "CompileError")) throw error;
    const [message = ""] = error.message.split("\n");
    const line = "start" in error ? error.start : null;
    const at =
      typeof line === "object" && line !== null && "line" in line ? ` on line ${String(line.line)}` : "";
    throw new SyntaxError(`${message}${at}`, { cause: error });
  }
}

const parseModern = (text: string) => parse(text, { modern: true });

/** A script or a style sheet with its language, which a preprocessor may read; its tag starts at `tag`. */
interface Block extends ScriptBlock {
  tag: number;
}

const BLOCK = /<!--[^]*?-->|<(script|style)((?:\s[^>"']*|"[^"]*"|'[^']*')*)>([^]*?)<\/\1\s*>/g;

function blocksIn(text: string): Block[] {
  return [...text.matchAll(BLOCK)].flatMap(({ 0: whole, 1: name, 2: attributes = "", 3: content, index }) => {
    if (name === undefined || content === undefined) return [];
    const start = index + whole.indexOf(">", 1 + name.length + attributes.length) + 1;
    const lang = /\slang\s*=\s*["']?(\w+)/.exec(attributes)?.[1];
    return [{ tag: index, start, end: start + content.length, script: scriptOf(lang) }];
  });
}

function readPiece(node: SvelteNode, parent: MarkupElement, text: string): Piece {
  const { start, end } = node;
  if (node.type === "Text") return { kind: "text", start, end, value: withPlainBreaks(node.data) };
  if (node.type === "Comment") return { kind: "comment", start, end };
  if (isElement(node)) return { kind: "element", start, end, element: readElement(node, parent, text) };
  const literal = node.type === "ExpressionTag" ? readString(node.expression, text) : null;
  if (literal !== null) return { kind: "literal", start, end, literal };
  return { kind: "code", start, end, elements: elementsIn(node, parent, text) };
}

/** What stands in a block (`{#if …}`) belongs to the element around it. */
function elementsIn(node: SvelteNode, parent: MarkupElement, text: string): MarkupElement[] {
  return fragmentsIn(node)
    .flatMap(({ nodes }) => nodes)
    .flatMap((each) =>
      isElement(each) ? [readElement(each, parent, text)] : elementsIn(each, parent, text),
    );
}

function readElement(node: ElementNode, parent: MarkupElement, text: string): MarkupElement {
  const range: Range = { start: node.start, end: node.end };
  const attributesEnd = attributesEndOf(node, text);
  const { name } = node;
  const element: MarkupElement = {
    ...range,
    name,
    written: true,
    parent,
    attributes: readAttributes(node, text),
    attributesEnd,
    spread: hasSpread(node),
    content: tagContent(text, { name, end: node.end, attributesEnd }, node.fragment.nodes.at(-1)?.end),
    pieces: [],
  };
  element.pieces = node.fragment.nodes.map((child) => readPiece(child, element, text));
  return element;
}
