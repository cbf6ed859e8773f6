import type { File, JSXElement, JSXFragment, Node } from "@babel/types";
import { pageElement, type MarkupElement, type Piece } from "#src/site/markup/element.ts";
import { literalsIn } from "./literals-in.ts";
import { readAttributes } from "./read-attributes.ts";
import { rangeOf } from "./range.ts";
import type { Again } from "./read-again.ts";
import { readLiteral } from "./read-literal.ts";
import { nearest } from "./walk.ts";

/**
 * The elements of a parsed script. The element given back stands for the file itself: the elements that no other
 * element is around are in it.
 */
export function readElements(
  { program }: File,
  text: string,
  { at, instead }: Omit<Again, "text"> = WHOLE,
): MarkupElement {
  const page = pageElement(text);
  const elements = elementsIn(program, page, { text, at, instead });
  page.pieces = [{ kind: "code", start: 0, end: text.length, elements }];
  return page;
}

const WHOLE: Omit<Again, "text"> = { at: rangeOf, instead: new Map() };

type Markup = JSXElement | JSXFragment;

function isMarkup(node: Node): node is Markup {
  return node.type === "JSXElement" || node.type === "JSXFragment";
}

/** A fragment is not on the page: what is in it belongs to the element around it. */
function elementsIn(node: Node, parent: MarkupElement, around: Again): MarkupElement[] {
  if (!mayHoldMarkup(node, around)) return [];
  return nearest(node, isMarkup).flatMap((markup) =>
    markup.type === "JSXElement" ? [readElement(markup, parent, around)] : elementsIn(markup, parent, around),
  );
}

function readElement(node: JSXElement, parent: MarkupElement, around: Again): MarkupElement {
  const again = around.instead.get(node);
  if (again) return readElement(again, parent, { ...WHOLE, text: around.text });
  const { text, at } = around;
  const { openingElement: opening, closingElement: closing } = node;
  const last = opening.attributes.at(-1) ?? opening.typeParameters ?? opening.typeArguments ?? opening.name;
  let attributes: MarkupElement["attributes"] | undefined;
  const element: MarkupElement = {
    ...at(node),
    name: nameOf(opening.name),
    written: true,
    parent,
    // Read when they are asked for: most selectors look at a few of them or at none.
    get attributes() {
      return (attributes ??= readAttributes(opening, text, at));
    },
    attributesEnd: at(last).end,
    spread: opening.attributes.some((attribute) => attribute.type === "JSXSpreadAttribute"),
    content: closing ? { start: at(opening).end, end: at(closing).start } : null,
    pieces: [],
  };
  const inAttributes = opening.attributes.flatMap((attribute) => elementsIn(attribute, element, around));
  element.pieces = node.children.map((child) => readPiece(child, element, around));
  if (inAttributes.length > 0)
    element.pieces.unshift({ kind: "code", ...at(opening), elements: inAttributes });
  return element;
}

/** Most attributes and expressions have no tag in them, and need not be walked through. */
function mayHoldMarkup(node: Node, { text, at }: Again): boolean {
  const { start, end } = at(node);
  return text.slice(start, end).includes("<");
}

function readPiece(node: JSXElement["children"][number], parent: MarkupElement, around: Again): Piece {
  const { text, at } = around;
  const range = at(node);
  if (node.type === "JSXText") return { kind: "text", ...range, value: node.value };
  if (node.type === "JSXElement")
    return { kind: "element", ...range, element: readElement(node, parent, around) };
  if (node.type === "JSXExpressionContainer") {
    if (node.expression.type === "JSXEmptyExpression") return { kind: "comment", ...range };
    const literal = readLiteral(node.expression, at);
    if (literal !== null) return { kind: "literal", ...range, literal };
  }
  const literals = node.type === "JSXExpressionContainer" ? literalsIn(node.expression, text, at) : [];
  return { kind: "code", ...range, elements: elementsIn(node, parent, around), literals };
}

function nameOf(name: JSXElement["openingElement"]["name"]): string {
  if (name.type === "JSXIdentifier") return name.name;
  if (name.type === "JSXNamespacedName") return `${name.namespace.name}:${name.name.name}`;
  return `${nameOf(name.object)}.${name.property.name}`;
}
