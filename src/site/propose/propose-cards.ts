import { childElements, descendants, type MarkupElement } from "#src/site/markup/element.ts";
import type { Page } from "#src/site/markup/page.ts";
import type { Block } from "./blocks-of.ts";
import { attributeProperty, classesOf, ownText, textProperty, valueOf } from "./describe-element.ts";
import { nameFrom, withNames, type WrittenProperty } from "./proposal.ts";
import { uniqueSelector } from "./unique-selector.ts";

const MOST_CARDS = 8;

/** One of several elements of the same shape, each with a heading and words of its own. */
export interface Card {
  element: MarkupElement;
  properties: WrittenProperty[];
}

/** The cards of a block: what stands side by side, looks alike and holds a heading; and their list, which takes more. */
export function proposeCards(page: Page, block: Block): { cards: Card[]; list: WrittenProperty[] } {
  const parents = [block.element, ...block.elements];
  const rows = parents.map((parent) => alike(page, childElements(parent))).filter((row) => row.length > 1);
  const row = (rows.toSorted((one, other) => other.length - one.length)[0] ?? []).filter((element) =>
    block.elements.includes(element),
  );
  const cards = row
    .slice(0, MOST_CARDS)
    .map((element, at) => ({ element, properties: cardProperties(page, element, at + 1) }));
  return { cards, list: listOf(page, row) };
}

/** The row of cards as a list: its fields are what each of them has once, and what is not the same in all. */
function listOf(page: Page, row: MarkupElement[]): WrittenProperty[] {
  const parent = row[0]?.parent ?? null;
  const selector = parent === null ? null : uniqueSelector(page, parent);
  const title = titleSelector(page, row);
  if (selector === null || title === null) return [];
  const fields = {
    title,
    ...(isOnce(row, "p") && { text: "p" }),
    ...(differs(row, "a", "href") && { link: "a@href" }),
    ...(differs(row, "img", "src") && { picture: "img@src" }),
    ...(differs(row, "img", "alt") && { "picture-description": "img@alt" }),
    ...(differs(row, "i", "class") && { icon: "i@class" }),
  };
  return [{ id: "cards", kind: "list", selector, fields }];
}

/** Where the words of the heading of each card are: `h3`, `h3 a`. */
function titleSelector(page: Page, row: MarkupElement[]): string | null {
  const [heading, ...others] = row.map((each) => headingOf(page, each));
  if (heading === undefined || others.some((each) => each?.name !== heading.name)) return null;
  const { name, parent } = heading;
  const own = HEADING.test(name);
  if (!isOnce(row, own ? name : (parent?.name ?? ""))) return null;
  return own ? name : `${parent?.name ?? ""} ${name}`;
}

function differs(row: MarkupElement[], name: string, attribute: string): boolean {
  if (!isOnce(row, name)) return false;
  const values = row.map((each) => {
    const element = descendants(each).find((inner) => inner.name === name);
    return element && valueOf(element, attribute);
  });
  return !values.includes(undefined) && new Set(values).size > 1;
}

const HEADING = /^h[2-6]$/;

function isOnce(row: MarkupElement[], name: string): boolean {
  return row.every((each) => descendants(each).filter((inner) => inner.name === name).length === 1);
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
  const headings = descendants(element).filter(({ name }) => HEADING.test(name));
  // `<h3><a>Breakfast</a></h3>`: its words are those of the link.
  return headings
    .flatMap((each) => [each, ...childElements(each)])
    .find((each) => ownText(page, each) !== null);
}

function cardProperties(page: Page, element: MarkupElement, place: number): WrittenProperty[] {
  const heading = headingOf(page, element);
  const called = heading === undefined ? null : nameFrom(ownText(page, heading)?.text ?? "");
  const name = (field: string): string[] => (called === null ? [] : [`${called} ${field}`]);
  const inner = descendants(element);
  const texts = inner.filter((each) => /^(?:p|span|div)$/.test(each.name) && ownText(page, each) !== null);
  const text = texts.find((each) => each.name === "p") ?? texts.find((each) => each !== heading);
  const picture = inner.find((each) => each.name === "img" && valueOf(each, "alt") !== undefined);
  return [
    ...(heading === undefined
      ? []
      : textProperty(page, heading, { id: `card-${place}-title`, names: name("title") })),
    ...(text === undefined
      ? []
      : textProperty(page, text, { id: `card-${place}-text`, names: name("text") })),
    ...(picture === undefined
      ? []
      : attributeProperty(page, picture, { id: `card-${place}-picture-description`, attribute: "alt" }).map(
          (each) => withNames(each, name("picture description")),
        )),
  ];
}
