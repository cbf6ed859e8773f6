import type { PageDocument, PageElement, PageNode, Placed, Rect, Tools } from "./dom.ts";

declare const document: PageDocument;
declare const tools: Tools;

/** A text as people read it: in one line. */
export function flat(text: string | null): string {
  return (text ?? "").replaceAll(/\s+/g, " ").trim();
}

/** A text as a regular expression that means just it. */
export function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
}

/** A text without the spaces that make no difference in a selector. */
export function tight(text: string): string {
  return text.replaceAll(/\s+/g, "").toLowerCase();
}

export function isVisible(element: PageElement): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
}

/** The one that a selector of the file tells from the others, else the only one. */
export function only<Found extends PageNode>(found: Found[], selector: string | undefined): Found | null {
  const fitting = found.filter((node) => {
    const element = node.closest ? node : node.parentElement;
    try {
      return selector !== undefined && element?.closest?.(selector);
    } catch {
      return false;
    }
  });
  const [first, second] = fitting.length > 0 ? fitting : found;
  return second === undefined ? (first ?? null) : null;
}

/** All pieces of text within an element that can be seen. */
export function textNodes(within: PageElement): PageNode[] {
  const walker = document.createTreeWalker(within, 4);
  const nodes: PageNode[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (tools.flat(node.data) !== "" && node.parentElement && tools.isVisible(node.parentElement))
      nodes.push(node);
  return nodes;
}

/** The innermost elements whose whole text is this, within an element. */
export function wholeTexts(text: string, within: PageElement): PageElement[] {
  const found = new Set<PageElement>();
  for (const node of tools.textNodes(within)) {
    if (!text.startsWith(tools.flat(node.data))) continue;
    let element = node.parentElement;
    while (element && within.contains(element) && tools.flat(element.textContent).length < text.length)
      element = element.parentElement;
    if (element && within.contains(element) && tools.flat(element.textContent) === text) found.add(element);
  }
  return [...found];
}

/** Where a text can be seen exactly once: as all of an element, as a piece of one, or inside a piece. */
export function findText(before: string, after: string, selector: string | undefined): Placed | null {
  const text = tools.flat(before);
  if (text === "") return null;
  const wholes = tools.wholeTexts(text, document.body);
  const whole = tools.only(wholes, selector);
  if (wholes.length > 0) return whole && tools.textOf(whole, after);
  const nodes = tools.textNodes(document.body);
  const pieces = nodes.filter((node) => tools.flat(node.data) === text);
  const piece = tools.only(pieces, selector);
  if (pieces.length > 0) return piece && tools.pieceOf(piece, piece.data.trim(), after);
  const words = text.split(" ").map((word) => tools.literal(word));
  const inside = new RegExp(
    String.raw`(?<![\p{L}\p{N}])${words.join(String.raw`\s+`)}(?![\p{L}\p{N}])`,
    "gu",
  );
  const parts = nodes.filter((node) => [...node.data.matchAll(inside)].length === 1);
  const part = tools.only(parts, selector);
  return part && tools.pieceOf(part, part.data.match(inside)?.[0] ?? text, after);
}

/** The whole text of an element; the elements in it stay where one piece of text is all there is. */
export function textOf(element: PageElement, after: string): Placed {
  const [piece, another] = tools.textNodes(element);
  if (piece && another === undefined) return tools.pieceOf(piece, piece.data.trim(), after);
  const nodes = [...element.childNodes];
  return {
    apply: () => {
      element.textContent = after;
    },
    undo: () => element.replaceChildren(...nodes),
    rects: () => tools.rectsOf(element),
    element,
  };
}

export function pieceOf(node: PageNode, before: string, after: string): Placed {
  const whole = node.data;
  return {
    apply: () => {
      node.data = whole.replace(before, () => after);
    },
    undo: () => {
      node.data = whole;
    },
    rects: () => tools.rectsOf(node),
    element: node.parentElement,
  };
}

/** Where the text of a node is drawn. */
export function rectsOf(node: PageNode): Rect[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}
