import type { Box, PageChange } from "#src/sketch/page-change.ts";

/**
 * The part of a browser's document that the functions of this folder use. They run in the page that is drawn: each is sent
 * there as its source, so that it can use only its arguments, the page, and the others by `tools`. The project is not
 * checked with the types of browsers, which contradict those of Node.js.
 */
export interface PageNode {
  data: string;
  textContent: string | null;
  parentElement: PageElement | null;
  /** Of elements. */
  closest?(selector: string): PageElement | null;
}

export interface PageElement extends PageNode {
  children: Iterable<PageElement> & { length: number };
  childNodes: Iterable<PageNode>;
  style: StyleDeclaration;
  classList: { contains(name: string): boolean; replace(old: string, name: string): void };
  currentSrc?: string;
  decode?: () => Promise<void>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<PageElement>;
  matches(selector: string): boolean;
  /** Of videos and sounds. */
  pause?(): void;
  contains(other: PageNode | null): boolean;
  isEqualNode(other: PageNode): boolean;
  append(node: PageNode): void;
  remove(): void;
  getBoundingClientRect(): Rect;
  checkVisibility(how: { visibilityProperty: boolean }): boolean;
  cloneNode(deep: boolean): PageElement;
  replaceChildren(...nodes: PageNode[]): void;
}

export interface StyleDeclaration {
  cssText: string;
  getPropertyValue(name: string): string;
  getPropertyPriority(name: string): string;
  setProperty(name: string, value: string, priority?: string): void;
}

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
}

export interface StyleRule {
  selectorText?: string;
  style?: StyleDeclaration;
  media?: { mediaText: string };
  cssRules?: Iterable<StyleRule>;
}

interface StyleSheet {
  cssRules: Iterable<StyleRule>;
}

export interface PageDocument extends PageNode {
  body: PageElement;
  documentElement: PageElement;
  baseURI: string;
  styleSheets: Iterable<StyleSheet>;
  adoptedStyleSheets: unknown[];
  querySelectorAll(selector: string): Iterable<PageElement>;
  createElement(name: string): PageElement;
  createTreeWalker(root: PageNode, what: number): { nextNode(): PageNode | null };
  createRange(): { selectNodeContents(node: PageNode): void; getClientRects(): Iterable<Rect> };
  elementFromPoint(x: number, y: number): PageElement | null;
}

export interface PageWindow {
  innerHeight: number;
  scrollY: number;
  scrollTo(place: { top: number; left: number; behavior: "instant" }): void;
  matchMedia(query: string): { matches: boolean };
  getComputedStyle(element: PageElement, pseudo?: string): StyleDeclaration;
}

/** A change that has its place on the page. */
export interface Placed {
  apply(): void;
  undo(): void;
  /** Where it can be seen, from the top left corner of the window. Of a style sheet that is for the looks of elements to tell. */
  rects(): Rect[];
  /** The element that it is about; null for a style sheet. */
  element: PageElement | null;
}

/** Values of an item by their names; the first is what it is called. */
export type Item = Record<string, string>;

/** Where a list is on the page: the element that holds it, and that of each item. */
export interface FoundList {
  holder: PageElement;
  items: PageElement[];
}

/** What one kind of change says. */
export type Asked<Kind extends PageChange["kind"]> = Omit<Extract<PageChange, { kind: Kind }>, "kind">;

/** What a change does, wherever it is. */
export type Doing = Pick<Placed, "apply" | "undo">;

/** What the functions of this folder call each other by, and what they keep between two calls. */
export interface Tools {
  placed: Placed[];
  loading: Promise<void>[];
  flat(text: string | null): string;
  literal(text: string): string;
  tight(text: string): string;
  decoded(address: string): string;
  isVisible(element: PageElement): boolean;
  only<Found extends PageNode>(found: Found[], selector: string | undefined): Found | null;
  textNodes(within: PageElement): PageNode[];
  wholeTexts(text: string, within: PageElement): PageElement[];
  findText(before: string, after: string, selector: string | undefined): Placed | null;
  textOf(element: PageElement, after: string): Placed;
  pieceOf(node: PageNode, before: string, after: string): Placed;
  rectsOf(node: PageNode): Rect[];
  cssName(name: string): string;
  cssValue(name: string, value: string): string;
  found(selector: string): PageElement[];
  declared(style: StyleDeclaration, name: string, after: string): Doing;
  findInline(change: Asked<"style">): Placed | null;
  findClass(change: Asked<"class">): Placed | null;
  rules(): StyleRule[];
  findDeclaration(change: Asked<"variable">, selector: string | null): Placed | null;
  lookOf(element: PageElement): string;
  findPicture(before: string, after: string, selector: string | undefined): Placed | null;
  sameAddress(before: string): ((address: string) => boolean)[];
  imageAs(image: PageElement, after: string): Placed;
  findAttribute(change: Asked<"attribute">): Placed | null;
  findAsAttribute(change: Asked<"text">): Placed | null;
  findList(before: Item[], after: Item[], selector: string | undefined): Placed | null;
  listsWith(items: Item[]): FoundList[];
  listAs(list: FoundList, before: Item[], after: Item[]): Placed | null;
  changedIn(holder: PageElement, change: Doing): () => Rect[];
  itemAs(element: PageElement, was: Item, item: Item): void;
  placeOf(change: PageChange): Placed | null;
  onWhole(element: PageElement, doing: Doing): Placed;
  plan(changes: PageChange[]): number;
  differences(): Rect[];
  scrollToMiddle(place: Pick<Rect, "top" | "bottom">): void;
  uncover(box: Box): void;
  apply(): Promise<void>;
  mark(box: Box): void;
}
