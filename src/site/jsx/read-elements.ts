import type { File, JSXElement, JSXFragment, Node } from "@babel/types";
import { pageElement, type MarkupElement, type Piece } from "#src/site/markup/element.ts";
import { literalsIn } from "./literals-in.ts";
import { readAttributes } from "./read-attributes.ts";
import { rangeOf } from "./range.ts";
import { readLiteral } from "./read-literal.ts";
import { nearest } from "./walk.ts";

/**
 * The elements of a parsed script. The element given back stands for the file itself: the elements that no other
 * element is around are in it.
 */
export function readElements({ program }: File, text: string): MarkupElement {
  const page = pageElement(text);
  const elements = elementsIn(program, page, text);
  page.pieces = [{ kind: "code", start: 0, end: text.length, elements }];
  return page;
}

type Markup = JSXElement | JSXFragment;

function isMarkup(node: Node): node is Markup {
  return node.type === "JSXElement" || node.type === "JSXFragment";
}

/** A fragment is not on the page: what is in it belongs to the element around it. */
function elementsIn(node: Node, parent: MarkupElement, text: string): MarkupElement[] {
  if (!mayHoldMarkup(node, text)) return [];
  return nearest(node, isMarkup).flatMap((markup) =>
    markup.type === "JSXElement" ? [readElement(markup, parent, text)] : elementsIn(markup, parent, text),
  );
}

function readElement(node: JSXElement, parent: MarkupElement, text: string): MarkupElement {
  const { openingElement: opening, closingElement: closing } = node;
  const last = opening.attributes.at(-1) ?? opening.typeParameters ?? opening.typeArguments ?? opening.name;
  let attributes: MarkupElement["attributes"] | undefined;
  const element: MarkupElement = {
    ...rangeOf(node),
    name: nameOf(opening.name),
    written: true,
    parent,
    // Read when they are asked for: most selectors look at a few of them or at none.
    get attributes() {
      return (attributes ??= readAttributes(opening, text));
    },
    attributesEnd: rangeOf(last).end,
    spread: opening.attributes.some((attribute) => attribute.type === "JSXSpreadAttribute"),
    content: closing ? { start: rangeOf(opening).end, end: rangeOf(closing).start } : null,
    pieces: [],
  };
  const inAttributes = opening.attributes.flatMap((attribute) => elementsIn(attribute, element, text));
  element.pieces = node.children.map((child) => readPiece(child, element, text));
  if (inAttributes.length > 0)
    element.pieces.unshift({ kind: "code", ...rangeOf(opening), elements: inAttributes });
  return element;
}

/** Most attributes and expressions have no tag in them, and need not be walked through. */
function mayHoldMarkup(node: Node, text: string): boolean {
  const { start, end } = rangeOf(node);
  return text.slice(start, end).includes("<");
}

function readPiece(node: JSXElement["children"][number], parent: MarkupElement, text: string): Piece {
  const range = rangeOf(node);
  if (node.type === "JSXText") return { kind: "text", ...range, value: node.value };
  if (node.type === "JSXElement")
    return { kind: "element", ...range, element: readElement(node, parent, text) };
  if (node.type === "JSXExpressionContainer") {
    if (node.expression.type === "JSXEmptyExpression") return { kind: "comment", ...range };
    const literal = readLiteral(node.expression);
    if (literal !== null) return { kind: "literal", ...range, literal };
  }
  const literals = node.type === "JSXExpressionContainer" ? literalsIn(node.expression, text) : [];
  return { kind: "code", ...range, elements: elementsIn(node, parent, text), literals };
}

function nameOf(name: JSXElement["openingElement"]["name"]): string {
  if (name.type === "JSXIdentifier") return name.name;
  if (name.type === "JSXNamespacedName") return `${name.namespace.name}:${name.name.name}`;
  return `${nameOf(name.object)}.${name.property.name}`;
}
