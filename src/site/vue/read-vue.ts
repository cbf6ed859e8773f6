import { parse, type CompilerError, type ElementNode, type TemplateChildNode } from "@vue/compiler-dom";
import { scriptOf, withPlainBreaks, type ScriptBlock } from "#src/site/components/script-data.ts";
import { tagContent } from "#src/site/components/tag-content.ts";
import { pageElement, type MarkupElement, type Piece } from "#src/site/markup/element.ts";
import { hasSpread, isRepeated, readAttributes, valueOf } from "./read-attributes.ts";
import { isElement, isText, rangeOf } from "./vue-node.ts";

/** The elements in the template of a component, and its scripts. Throws a SyntaxError with line and column. */
export function readVue(text: string): { root: MarkupElement; scripts: ScriptBlock[] } {
  const blocks = parsed(text, "sfc").filter(isElement);
  const template = blocks.find(({ tag }) => tag === "template");
  const root = pageElement(text);
  root.pieces = (template?.children ?? []).map((node) => readPiece(node, root, text));
  return { root, scripts: blocks.flatMap(scriptIn) };
}

/** Markup as it stands in a template. */
export function readVueMarkup(text: string): MarkupElement {
  const root = pageElement(text);
  root.pieces = parsed(text, "html").map((node) => readPiece(node, root, text));
  return root;
}

function parsed(text: string, parseMode: "sfc" | "html"): TemplateChildNode[] {
  return parse(text, { parseMode, comments: true, whitespace: "preserve", onError }).children;
}

function onError(error: CompilerError): never {
  throw new SyntaxError(`${error.message} on line ${error.loc?.start.line ?? 1}`, { cause: error });
}

function scriptIn(block: ElementNode): ScriptBlock[] {
  const [content] = block.children;
  if (block.tag !== "script" || content === undefined) return [];
  return [{ ...rangeOf(content), script: scriptOf(valueOf(block, "lang")) }];
}

function readPiece(node: TemplateChildNode, parent: MarkupElement, text: string): Piece {
  const range = rangeOf(node);
  if (isText(node)) return { kind: "text", ...range, value: withPlainBreaks(node.content) };
  if (!isElement(node)) {
    const isComment = text.startsWith("<!--", range.start);
    return isComment ? { kind: "comment", ...range } : { kind: "code", ...range, elements: [] };
  }
  const element = readElement(node, parent, text);
  // `v-for` makes any number of it, as a loop does in other languages.
  return isRepeated(node)
    ? { kind: "code", ...range, elements: [element] }
    : { kind: "element", ...range, element };
}

function readElement(node: ElementNode, parent: MarkupElement, text: string): MarkupElement {
  const range = rangeOf(node);
  const name = node.tag;
  const ends = node.props.map((prop) => rangeOf(prop).end);
  const attributesEnd = Math.max(range.start + 1 + name.length, ...ends);
  const lastChild = node.children.at(-1);
  const element: MarkupElement = {
    ...range,
    name,
    written: true,
    parent,
    attributes: readAttributes(node, text),
    attributesEnd,
    spread: hasSpread(node),
    content: tagContent(text, { name, end: range.end, attributesEnd }, lastChild && rangeOf(lastChild).end),
    pieces: [],
  };
  element.pieces = node.children.map((child) => readPiece(child, element, text));
  return element;
}
