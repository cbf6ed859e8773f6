import type { Box, PageChange } from "#src/sketch/page-change.ts";
import type { Asked, Doing, PageDocument, PageElement, PageWindow, Placed, Rect, Tools } from "./dom.ts";

declare const document: PageDocument;
declare const window: PageWindow;
declare const tools: Tools;

/** Finds the place of a change; null where the page does not show its old value exactly once. */
export function placeOf(change: PageChange): Placed | null {
  switch (change.kind) {
    case "text":
      return tools.findText(change.before, change.after, change.selector) ?? tools.findAsAttribute(change);
    case "attribute":
      return tools.findAttribute(change) ?? tools.findText(change.before, change.after, change.selector);
    case "style":
      return tools.findInline(change);
    case "class":
      return tools.findClass(change);
    case "rule":
      return tools.findDeclaration(change, change.selector);
    case "variable":
      return tools.findDeclaration(change, null);
    case "list":
      return tools.findList(change.before, change.after, change.selector);
    case "picture":
      return tools.findPicture(change.before, change.after, change.selector);
  }
}

/** A change that may be seen anywhere on an element. */
export function onWhole(element: PageElement, doing: Doing): Placed {
  return { ...doing, rects: () => [element.getBoundingClientRect()], element };
}

/** What data holds may be a text, the target of a link, or what a field says while it is empty. */
export function findAsAttribute({ before, after, selector }: Asked<"text">): Placed | null {
  if (before === "") return null;
  for (const name of ["placeholder", "value", "href", "title", "aria-label", "alt"]) {
    const placed = tools.findAttribute({ name, before, after, selector });
    if (placed) return placed;
  }
  return null;
}

/** Finds the places of all changes and answers how many have one. From now on nothing on the page moves by itself. */
export function plan(changes: PageChange[]): number {
  const still = new CSSStyleSheet();
  still.replaceSync(
    "*, *::before, *::after { transition: none !important; caret-color: transparent !important; scroll-behavior: auto !important; overflow-anchor: none !important }",
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
  for (const media of document.querySelectorAll("video, audio")) media.pause?.();
  tools.placed = changes.map((change) => tools.placeOf(change)).filter((placed) => placed !== null);
  return tools.placed.length;
}

declare class CSSStyleSheet {
  replaceSync(text: string): void;
}

/** Where the page looks different with the changes: tried out and taken back. From the top left corner of the window. */
export function differences(): Rect[] {
  const byLook = tools.placed.some(({ element }) => element === null);
  const seen = byLook
    ? [...document.querySelectorAll("body, body *")].filter((element) => tools.isVisible(element))
    : [];
  const looks = seen.map((element) => tools.lookOf(element));
  const before = tools.placed.flatMap((placed) => placed.rects());
  for (const placed of tools.placed) placed.apply();
  const after = tools.placed.flatMap((placed) => placed.rects());
  const changed = seen.filter((element, at) => tools.lookOf(element) !== looks[at]);
  const rects = changed
    .filter((element) => tools.isVisible(element))
    .map((element) => element.getBoundingClientRect());
  for (const placed of tools.placed.toReversed()) placed.undo();
  return (
    [...before, ...after, ...rects]
      .map(({ left, top, right, bottom, width, height }) => ({ left, top, right, bottom, width, height }))
      // What a page keeps hidden is nowhere, which reads as its top.
      .filter(({ width, height }) => width > 0 && height > 0)
  );
}

/** Makes the changes, to stay. */
export async function apply(): Promise<void> {
  for (const placed of tools.placed) placed.apply();
  await Promise.all(tools.loading);
}

/** Draws a frame on the page, inside a box from the top left corner of the window. */
export function mark({ x, y, width, height }: Box): void {
  const frame: PageElement = document.createElement("div");
  frame.style.cssText = `all: initial; position: fixed; left: ${x}px; top: ${y}px; width: ${width}px; height: ${height}px; box-sizing: border-box; border: 3px solid #e6007e; border-radius: 6px; z-index: 2147483647; pointer-events: none`;
  document.documentElement.append(frame);
}

/** Scrolls so far down that something is in the middle of the window; a page that ends before that stays at its end. */
export function scrollToMiddle({ top, bottom }: { top: number; bottom: number }): void {
  const middle = window.scrollY + (top + Math.min(bottom, top + window.innerHeight)) / 2;
  window.scrollTo({ top: Math.max(0, middle - window.innerHeight / 2), left: 0, behavior: "instant" });
}

/** What lies over the middle of a box and does not scroll with the page is taken away: it asks for cookies, or to chat. */
export function uncover({ x, y, width, height }: Box): void {
  const shows = tools.placed.flatMap(({ element }) => element ?? []);
  for (let tries = 0; tries < 3; tries += 1) {
    let cover = document.elementFromPoint(x + width / 2, y + height / 2);
    while (cover && window.getComputedStyle(cover).getPropertyValue("position") !== "fixed")
      cover = cover.parentElement;
    const own = cover;
    if (!own || shows.some((element) => own.contains(element))) return;
    own.style.setProperty("display", "none", "important");
  }
}
