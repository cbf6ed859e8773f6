import { descendants, type MarkupElement } from "#src/site/markup/element.ts";
import type { Page } from "#src/site/markup/page.ts";
import type { Block } from "./blocks-of.ts";
import {
  allText,
  attributeProperty,
  classesOf,
  isInside,
  ownText,
  textProperty,
  valueOf,
} from "./describe-element.ts";
import { idOf, joinedId, nameFrom, withNames, type WrittenProperty } from "./proposal.ts";
import { buttonsIn, buttonsOf, isButton } from "./propose-buttons.ts";
import { proposeCards } from "./propose-cards.ts";
import { contactsOf } from "./propose-contacts.ts";
import { LINKS, linkList } from "./propose-links.ts";
import { uniqueSelector } from "./unique-selector.ts";

const HEADINGS = new Set(["h1", "h2", "h3", "h4", "Heading", "Title"]);
const MOST_TEXTS = 4;
const MOST_LINKS = 12;

/** What people may want to change in a block, in the words they have for it. */
export function proposeBlock(page: Page, block: Block): WrittenProperty[] {
  const { cards, list } = proposeCards(page, block);
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
    ...list,
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

/** Paragraphs, those behind the heading first; in a block without any, whatever holds words. */
function textsOf(page: Page, elements: MarkupElement[]): WrittenProperty[] {
  const buttons = buttonsIn(elements);
  const isWords = (each: MarkupElement): boolean =>
    /\p{L}/u.test(ownText(page, each)?.text ?? "") &&
    !buttons.some((button) => button === each || isInside(each, button));
  const paragraphs = elements.filter(({ name }) => /^(?:p|small|blockquote)$/.test(name)).filter(isWords);
  const leaves = elements
    .filter(({ name }) => /^(?:div|span|em|strong|li|address)$/.test(name))
    .filter(isWords);
  const heading = elements.find(({ name }) => HEADINGS.has(name))?.start ?? 0;
  const found = (paragraphs.length > 0 ? paragraphs : leaves).toSorted(
    (one, other) => Number(one.start < heading) - Number(other.start < heading),
  );
  return found.slice(0, MOST_TEXTS).flatMap((each, at) => {
    const isCopyright = /©|\bcopyright\b/i.test(allText(page, each));
    return textProperty(page, each, {
      id: at === 0 ? "text" : `text-${at + 1}`,
      names: isCopyright ? ["copyright"] : [],
    });
  });
}

function isNavigation({ element }: Block): boolean {
  return element.name === "nav" || element.parent?.name === "nav";
}

function brandOf(page: Page, elements: MarkupElement[]): WrittenProperty[] {
  const brand = elements.find(
    (each) => /brand|logo|site-(?:title|name)/i.test(classesOf(each)) && ownText(page, each),
  );
  return brand === undefined ? [] : textProperty(page, brand, { id: "brand" });
}

const PICTURES = /^(?:img|Image|Picture|Img|NuxtImg|NuxtPicture|StaticImage|enhanced:img)$/;

/** The first picture with a description, or the first: what it is, and what it shows. */
function picturesOf(page: Page, elements: MarkupElement[]): WrittenProperty[] {
  const pictures = elements.filter((each) => PICTURES.test(each.name));
  const picture = pictures.find((each) => valueOf(each, "alt")) ?? pictures[0];
  if (picture === undefined) return [];
  const description = attributeProperty(page, picture, { id: "picture-description", attribute: "alt" });
  const address = attributeProperty(page, picture, { id: "picture", attribute: "src" });
  return [
    ...description.map((each) => withNames(each, ["image description", "alt text"])),
    ...address.map((each) => withNames(each, ["image"])),
  ];
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
  const link = first === undefined ? "a" : first.name;
  const label = first === undefined ? "" : labelIn(page, first);
  const at = isSelf
    ? { label: label === "" ? "." : label, href: `@${target}` }
    : { label: `${link} ${label}`.trim(), href: `${link}@${target}` };
  const list: WrittenProperty[] =
    selector === null ? [] : [{ id: "links", kind: "list", selector, fields: at }];
  return {
    properties: [
      ...list,
      ...items
        .slice(0, MOST_LINKS)
        .flatMap((link) => linkText(page, link).map((each) => ({ ...each, instead: selector ?? "" }))),
    ],
    used: items,
  };
}

/** The element in a link that holds its words, as a selector; empty where it holds them itself. */
function labelIn(page: Page, link: MarkupElement): string {
  if (ownText(page, link) !== null) return "";
  return descendants(link).find((each) => ownText(page, each) !== null)?.name ?? "";
}

function linkText(page: Page, link: MarkupElement): WrittenProperty[] {
  const words = [link, ...descendants(link)].find((each) => ownText(page, each) !== null);
  const called = words === undefined ? null : nameFrom(ownText(page, words)?.text ?? "");
  if (words === undefined || called === null) return [];
  return textProperty(page, words, { id: joinedId([called, "link"]), names: [called] });
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
