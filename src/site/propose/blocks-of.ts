import { childElements, descendants, type MarkupElement } from "#src/site/markup/element.ts";
import type { Page } from "#src/site/markup/page.ts";
import { classesOf, ownElements, ownText, valueOf } from "./describe-element.ts";
import { idOf, nameFrom } from "./proposal.ts";
import { firstNamed } from "./unique-selector.ts";

/** A part of a page that people speak of: a header, the navigation, a section with a heading. */
export interface Block {
  id: string;
  names: string[];
  element: MarkupElement;
  /** What is in it and in no smaller block. */
  elements: MarkupElement[];
}

/** The parts of a page that have a name of their own, and ids and classes that say the same. */
const LANDMARKS: [name: string, id: string, marks: RegExp][] = [
  ["header", "header", /^(?:site-|page-)?header$/i],
  ["nav", "navbar", /^(?:nav|navbar|navigation|menu)$/i],
  ["main", "main", /^(?:main|content|main-content)$/i],
  ["footer", "footer", /^(?:site-|page-)?footer$/i],
  ["topbar", "top-bar", /^top-?bar$/i],
];
/** Classes by which people know a section, too. */
const KNOWN =
  /(?:^|[-_ ])(hero|masthead|banner|about|services?|features?|pricing|portfolio|projects?|gallery|team|testimonials?|reviews?|contact|faq|blog|news|cta|newsletter|sidebar|stats|clients|partners|steps|intro|jumbotron)(?=$|[-_ ])/i;

/** The blocks of a page, in the order of the file; where there are none, all of it is one, under `fallback`. */
export function blocksOf(page: Page, fallback: string): Block[] {
  const landmarks = landmarksOf(page.root);
  const sections = descendants(page.root).filter((each) => isSection(each, page.root));
  const elements = [...new Set([...landmarks.map(({ element }) => element), ...sections])];
  const found = elements.toSorted((one, other) => one.start - other.start);
  const blocks = found.map((element) => {
    const own = ownElements(element, found);
    const landmark = landmarks.find((each) => each.element === element)?.id;
    return named(page, { element, elements: own }, landmark);
  });
  if (blocks.length > 0) return blocks;
  const body = firstNamed(page.root, ["body"]);
  const whole = page.dialect === "html" ? body : (body ?? childElements(page.root)[0]);
  return whole === undefined
    ? []
    : [{ id: fallback, names: [], element: whole, elements: [whole, ...descendants(whole)] }];
}

function landmarksOf(root: MarkupElement): { id: string; element: MarkupElement }[] {
  return LANDMARKS.flatMap(([name, id, marks]) => {
    const all = descendants(root).filter((each) => depthIn(each, ARTICLE) === 0);
    const element = all.find((each) => each.name === name) ?? all.find((each) => isMarked(each, marks));
    return element === undefined || element.name === "body" ? [] : [{ id, element }];
  });
}

function isMarked(element: MarkupElement, marks: RegExp): boolean {
  if (/^(?:a|ul|ol|li|input|button|span|p|h[1-6])$/.test(element.name)) return false;
  return [valueOf(element, "id") ?? "", ...classesOf(element).split(/\s+/)].some((each) => marks.test(each));
}

/** A header in an article is that of the article. */
const ARTICLE = /^(?:section|article)$/;
const SECTION = /^(?:section|aside|article|header|footer)$/;

/** A section of the page and not of another one: those in it are its parts. Something of the page with an id counts as one. */
function isSection(element: MarkupElement, root: MarkupElement): boolean {
  const inner = descendants(element);
  if (!inner.some((each) => /^h[1-6]$/.test(each.name)) && !SECTION.test(element.name)) return false;
  if (SECTION.test(element.name)) return depthIn(element, SECTION) === 0;
  const hasId = /^[a-z][a-z-]*$/i.test(valueOf(element, "id") ?? "");
  const isTop = element.parent === root || /^(?:body|main)$/.test(element.parent?.name ?? "");
  return hasId && isTop && element.name === "div" && depthIn(element, SECTION) === 0;
}

/** How many elements around an element are of these names. */
function depthIn({ parent }: MarkupElement, names: RegExp): number {
  return parent === null ? 0 : (names.test(parent.name) ? 1 : 0) + depthIn(parent, names);
}

/** What a block is called: by its landmark, its id, a class that says what it is, or its heading. */
function named(
  page: Page,
  { element, elements }: Pick<Block, "element" | "elements">,
  landmark: string | undefined,
): Block {
  const id = valueOf(element, "id") ?? "";
  const plainId = /^[a-z][a-z-]*$/i.test(id) ? idOf(id) : "";
  const known = KNOWN.exec(`${classesOf(element)} ${id}`)?.[1]?.toLowerCase() ?? "";
  const title = titleOf(page, elements);
  const names = [landmark ?? "", plainId, known, title].filter((each) => each !== "");
  const own = names.map(idOf).find((each) => each !== "") ?? "part";
  const others = new Set(names.map((each) => each.replaceAll("-", " ")));
  others.delete(own.replaceAll("-", " "));
  return { id: own, names: [...others], element, elements };
}

/** The heading of a block as a name; empty where it is none. */
function titleOf(page: Page, elements: MarkupElement[]): string {
  const heading = elements.find((each) => /^h[1-3]$/.test(each.name) && ownText(page, each) !== null);
  return (heading === undefined ? null : nameFrom(ownText(page, heading)?.text ?? "")) ?? "";
}
