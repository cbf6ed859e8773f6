import { descendants, type MarkupElement } from "#src/site/markup/element.ts";
import type { Page } from "#src/site/markup/page.ts";
import {
  attributeProperty,
  classesOf,
  isInside,
  ownText,
  textProperty,
  valueOf,
} from "./describe-element.ts";
import { withNames, type WrittenProperty } from "./proposal.ts";
import { LINKS } from "./propose-links.ts";

const MOST_BUTTONS = 4;

/** The text of each button of a block, and where it leads. */
export function buttonsOf(page: Page, elements: MarkupElement[]): WrittenProperty[] {
  return buttonsIn(elements)
    .slice(0, MOST_BUTTONS)
    .flatMap((each, at) => {
      const place = at === 0 ? "" : `-${at + 1}`;
      const inner = [each, ...descendants(each)].find((element) => ownText(page, element) !== null);
      const called = ORDER[at] === undefined ? [] : [`${ORDER[at]} button`];
      return [
        ...(inner === undefined
          ? []
          : textProperty(page, inner, {
              id: `button${place}-text`,
              names: called.map((name) => `${name} text`),
            })),
        ...attributeProperty(page, each, { id: `button${place}-link`, attribute: targetOf(each) }).map(
          (link) =>
            withNames(
              link,
              called.map((name) => `${name} link`),
            ),
        ),
      ];
    });
}

const ORDER = [undefined, "second", "third", "fourth"];

/** What looks like a button; beside a heading also a link that stands in no text. */
export function buttonsIn(elements: MarkupElement[]): MarkupElement[] {
  const buttons = elements.filter(isButton);
  if (buttons.length > 0 || !elements.some(({ name }) => /^h[1-3]$/.test(name))) return buttons;
  const texts = elements.filter(({ name }) => /^(?:p|li|h[1-6]|nav|span|small|address)$/.test(name));
  return elements.filter(
    (each) =>
      LINKS.has(each.name) &&
      !/^(?:mailto|tel):/i.test(valueOf(each, "href") ?? "") &&
      !texts.some((text) => isInside(each, text)),
  );
}

/** A link that looks like a button is what people call the button of a page. */
export function isButton(element: MarkupElement): boolean {
  if (/^(?:button|\w*(?:Button|Btn))$/.test(element.name)) return true;
  return LINKS.has(element.name) && /(?:^|[\s_-])(?:btn|button|cta)(?:$|[\s_-])/i.test(classesOf(element));
}

function targetOf(element: MarkupElement): string {
  const names = [LINKS.get(element.name) ?? "href", "href", "to"];
  return names.find((name) => valueOf(element, name) !== undefined) ?? "href";
}
