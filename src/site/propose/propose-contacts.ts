import type { MarkupElement } from "#src/site/markup/element.ts";
import type { Page } from "#src/site/markup/page.ts";
import { attributeProperty, ownText, textProperty, valueOf } from "./describe-element.ts";
import type { WrittenProperty } from "./proposal.ts";

const CONTACTS: [id: string, text: RegExp, href: RegExp][] = [
  ["email", /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i, /^mailto:/i],
  ["phone", /^\+?[\d(][\d\s().-]{6,}\d$/, /^tel:/i],
  ["price", /^(?:from )?[$€£¥]\s?\d[\d.,]*(?: ?\/ ?\w+)?$|^\d[\d.,]* ?[$€£¥]$/i, /^$/],
  ["hours", /^(?:mon|tue|wed|thu|fri|sat|sun|daily|weekdays|open)\b.*\d/i, /^$/],
];

/** An address to write to, a number to call, a price, opening hours: by how they look, wherever they stand. */
export function contactsOf(page: Page, elements: MarkupElement[]): WrittenProperty[] {
  const address = elements.find(({ name }) => name === "address");
  return [
    ...CONTACTS.flatMap(([id, looks, href]) => contactsLike(page, elements, { id, looks, href })),
    ...(address === undefined ? [] : textProperty(page, address, { id: "address" })),
  ];
}

function contactsLike(
  page: Page,
  elements: MarkupElement[],
  { id, looks, href }: { id: string; looks: RegExp; href: RegExp },
): WrittenProperty[] {
  const shown = elements.filter((each) => looks.test(ownText(page, each)?.text.trim() ?? "")).slice(0, 3);
  const links = elements.filter((each) => href.test(valueOf(each, "href") ?? "-")).slice(0, 1);
  return [
    ...shown.flatMap((each, at) => textProperty(page, each, { id: at === 0 ? id : `${id}-${at + 1}` })),
    ...links.flatMap((each) => attributeProperty(page, each, { id: `${id}-link`, attribute: "href" })),
  ];
}
