import { descendants, type MarkupElement } from "#src/site/markup/element.ts";
import type { Page } from "#src/site/markup/page.ts";
import type { Block } from "./blocks-of.ts";
import {
  attributeProperty,
  classesOf,
  isInside,
  ownText,
  textProperty,
  valueOf,
} from "./describe-element.ts";
import { idOf, joinedId, nameFrom, type WrittenProperty } from "./proposal.ts";
import { proposeCards } from "./propose-cards.ts";
import { LINKS, linkList } from "./propose-links.ts";
import { uniqueSelector } from "./unique-selector.ts";

const HEADINGS = new Set(["h1", "h2", "h3", "h4", "Heading", "Title"]);
const MOST_TEXTS = 4;
const MOST_LINKS = 12;

/** What people may want to change in a block, in the words they have for it. */
export function proposeBlock(page: Page, block: Block): WrittenProperty[] {
  const cards = proposeCards(page, block);
  const taken = cards.map(({ element }) => element);
  const elements = block.elements.filter(
    (each) => !taken.some((card) => card === each || isInside(each, card)),
  );
  const lists = linksOf(page, block);
  const rest = elements.filter((each) => !lists.used.some((link) => link === each || isInside(each, link)));
  return withOwnIds([
    ...titlesOf(page, rest),
    ...textsOf(page, rest),
    ...(isNavigation(block)
      ? rest.filter(isButton).flatMap((each) => linkText(page, each))
      : buttonsOf(page, rest)),
    ...contactsOf(page, rest),
    ...brandOf(page, rest),
    ...picturesOf(page, rest),
    ...colorOf(page, block.element),
    ...lists.properties,
    ...cards.flatMap(({ properties }) => properties),
  ]);
}

function titlesOf(page: Page, elements: MarkupElement[]): WrittenProperty[] {
  const headings = elements.filter(({ name }) => HEADINGS.has(name)).filter((each) => ownText(page, each));
  const first = headings.find(({ name }) => name === "h1") ?? headings[0];
  const others = headings.filter((each) => each !== first).slice(0, MOST_TEXTS - 1);
  return [
    ...(first === undefined ? [] : textProperty(page, first, { id: "title" })),
    ...others.flatMap((each, at) =>
      textProperty(page, each, { id: at === 0 ? "subtitle" : `title-${at + 2}` }),
    ),
  ];
}

/** Paragraphs; in a block without any, whatever holds words. */
function textsOf(page: Page, elements: MarkupElement[]): WrittenProperty[] {
  const buttons = elements.filter(isButton);
  const isWords = (each: MarkupElement): boolean =>
    /\p{L}/u.test(ownText(page, each)?.text ?? "") && !buttons.some((button) => isInside(each, button));
  const paragraphs = elements.filter(({ name }) => /^(?:p|small|blockquote)$/.test(name)).filter(isWords);
  const leaves = elements
    .filter(({ name }) => /^(?:div|span|em|strong|li|address)$/.test(name))
    .filter(isWords);
  const texts = (paragraphs.length > 0 ? paragraphs : leaves).slice(0, MOST_TEXTS);
  return texts.flatMap((each, at) => {
    const isCopyright = /©|\bcopyright\b/i.test(ownText(page, each)?.text ?? "");
    return textProperty(page, each, {
      id: at === 0 ? "text" : `text-${at + 1}`,
      names: isCopyright ? ["copyright"] : [],
    });
  });
}

function buttonsOf(page: Page, elements: MarkupElement[]): WrittenProperty[] {
  return elements
    .filter(isButton)
    .slice(0, MOST_TEXTS)
    .flatMap((each, at) => {
      const place = at === 0 ? "" : `-${at + 1}`;
      const inner = [each, ...descendants(each)].find((element) => ownText(page, element) !== null);
      const target = LINKS.get(each.name) ?? "href";
      return [
        ...(inner === undefined ? [] : textProperty(page, inner, { id: `button${place}-text` })),
        ...attributeProperty(page, each, {
          id: `button${place}-link`,
          attribute: valueOf(each, target) === undefined ? "href" : target,
        }),
      ];
    });
}

function isNavigation({ element }: Block): boolean {
  return element.name === "nav" || element.parent?.name === "nav";
}

/** A link that looks like a button is what people call the button of a page. */
function isButton(element: MarkupElement): boolean {
  if (/^(?:button|Button)$/.test(element.name)) return true;
  return LINKS.has(element.name) && /(?:^|[\s_-])(?:btn|button|cta)(?:$|[\s_-])/i.test(classesOf(element));
}

const CONTACTS: [id: string, text: RegExp, href: RegExp][] = [
  ["email", /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i, /^mailto:/i],
  ["phone", /^\+?[\d(][\d\s().-]{6,}\d$/, /^tel:/i],
  ["price", /^(?:from )?[$€£¥]\s?\d[\d.,]*(?: ?\/ ?\w+)?$|^\d[\d.,]* ?[$€£¥]$/i, /^$/],
  ["hours", /^(?:mon|tue|wed|thu|fri|sat|sun|daily|weekdays|open)\b.*\d/i, /^$/],
];

/** An address to write to, a number to call, a price, opening hours: by how they look, wherever they stand. */
function contactsOf(page: Page, elements: MarkupElement[]): WrittenProperty[] {
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

function brandOf(page: Page, elements: MarkupElement[]): WrittenProperty[] {
  const brand = elements.find(
    (each) => /brand|logo|site-(?:title|name)/i.test(classesOf(each)) && ownText(page, each),
  );
  return brand === undefined ? [] : textProperty(page, brand, { id: "brand" });
}

function picturesOf(page: Page, elements: MarkupElement[]): WrittenProperty[] {
  const picture = elements.find((each) => /^(?:img|Image)$/.test(each.name) && valueOf(each, "alt"));
  return picture === undefined
    ? []
    : attributeProperty(page, picture, { id: "picture-description", attribute: "alt" });
}

/** Only a colour that the element itself says: another one is up to style sheets, which may override it. */
function colorOf(page: Page, element: MarkupElement): WrittenProperty[] {
  const style = valueOf(element, "style");
  if (style === undefined || !/(?:^|;)\s*color\s*:/i.test(style)) return [];
  const selector = uniqueSelector(page, element, "style");
  return selector === null ? [] : [{ id: "color", kind: "style", selector, style: "color" }];
}

/** The list of links of a block, to add to, and each link by what it is called. */
function linksOf(page: Page, block: Block): { properties: WrittenProperty[]; used: MarkupElement[] } {
  const found = linkList(block.element, block.elements);
  if (found === null) return { properties: [], used: [] };
  const items = found.items.flatMap((item) =>
    [item, ...descendants(item)].filter((each) => LINKS.has(each.name)).slice(0, 1),
  );
  const selector = uniqueSelector(page, found.list);
  const [first] = items;
  const target = first === undefined ? "href" : (LINKS.get(first.name) ?? "href");
  const isSelf = first !== undefined && found.items.includes(first);
  const at = isSelf ? { label: ".", href: `@${target}` } : { label: "a", href: `a@${target}` };
  const list: WrittenProperty[] =
    selector === null ? [] : [{ id: "links", kind: "list", selector, fields: at }];
  return {
    properties: [...list, ...items.slice(0, MOST_LINKS).flatMap((link) => linkText(page, link))],
    used: items,
  };
}

function linkText(page: Page, link: MarkupElement): WrittenProperty[] {
  const called = nameFrom(ownText(page, link)?.text ?? "");
  if (called === null) return [];
  return textProperty(page, link, { id: joinedId([called, "link"]), names: [called] });
}

/** The later of two properties that would be called the same is numbered. */
export function withOwnIds(properties: WrittenProperty[]): WrittenProperty[] {
  const taken = new Set<string>();
  return properties.map((property) => {
    let { id } = property;
    for (let count = 2; taken.has(id); count += 1) id = idOf(`${property.id.slice(0, 29)} ${count}`);
    taken.add(id);
    return { ...property, id };
  });
}
