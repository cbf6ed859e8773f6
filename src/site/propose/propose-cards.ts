import { childElements, descendants, type MarkupElement } from "#src/site/markup/element.ts";
import type { Page } from "#src/site/markup/page.ts";
import type { Block } from "./blocks-of.ts";
import { classesOf, ownText, textProperty } from "./describe-element.ts";
import { nameFrom, type WrittenProperty } from "./proposal.ts";

const MOST_CARDS = 8;

/** One of several elements of the same shape, each with a heading and words of its own. */
export interface Card {
  element: MarkupElement;
  properties: WrittenProperty[];
}

/** The cards of a block: what stands side by side, looks alike and holds a heading. */
export function proposeCards(page: Page, block: Block): Card[] {
  const parents = [block.element, ...block.elements];
  const rows = parents.map((parent) => alike(page, childElements(parent))).filter((row) => row.length > 1);
  const row = rows.toSorted((one, other) => other.length - one.length)[0] ?? [];
  return row
    .filter((element) => block.elements.includes(element))
    .slice(0, MOST_CARDS)
    .map((element, at) => ({ element, properties: cardProperties(page, element, at + 1) }));
}

function alike(page: Page, elements: MarkupElement[]): MarkupElement[] {
  const first = elements.find((each) => headingOf(page, each) !== undefined);
  if (first === undefined) return [];
  const shape = shapeOf(first);
  return elements.filter((each) => shapeOf(each) === shape && headingOf(page, each) !== undefined);
}

/** Its own looks and those of its heading. */
function shapeOf(element: MarkupElement): string {
  return `${element.name} ${classesOf(element)}`;
}

/** Cards have small headings; two sections side by side, each with a large one, are no cards. */
function headingOf(page: Page, element: MarkupElement): MarkupElement | undefined {
  return descendants(element).find((each) => /^h[2-6]$/.test(each.name) && ownText(page, each) !== null);
}

function cardProperties(page: Page, element: MarkupElement, place: number): WrittenProperty[] {
  const heading = headingOf(page, element);
  const called = heading === undefined ? null : nameFrom(ownText(page, heading)?.text ?? "");
  const name = (field: string): string[] => (called === null ? [] : [`${called} ${field}`]);
  const inner = descendants(element);
  const texts = inner.filter((each) => /^(?:p|span|div)$/.test(each.name) && ownText(page, each) !== null);
  const text = texts.find((each) => each.name === "p") ?? texts.find((each) => each !== heading);
  return [
    ...(heading === undefined
      ? []
      : textProperty(page, heading, { id: `card-${place}-title`, names: name("title") })),
    ...(text === undefined
      ? []
      : textProperty(page, text, { id: `card-${place}-text`, names: name("text") })),
  ];
}
