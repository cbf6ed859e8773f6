import { attributeOf, childElements, descendants, type MarkupElement } from "#src/site/markup/element.ts";
import { classesOf, valueOf } from "./describe-element.ts";

/** Elements that lead to another page, and the attribute that says where to. */
export const LINKS = new Map([
  ["a", "href"],
  ["Link", "to"],
  ["NavLink", "to"],
  ["NuxtLink", "to"],
  ["RouterLink", "to"],
]);

interface LinkList {
  list: MarkupElement;
  items: MarkupElement[];
}

/** The longest list of links of an element, among those that stand in it. */
export function linkList(root: MarkupElement, inner: MarkupElement[]): LinkList | null {
  const lists = [root, ...inner].filter(({ name }) => /^(?:ul|ol|nav|menu|div)$/.test(name));
  let longest: LinkList | null = null;
  const isTitled = inner.some(({ name }) => /^h[1-6]$/.test(name));
  for (const list of lists) {
    const items = alike(list, childElements(list).filter(holdsOneLink));
    // One link in a division is a link in a text, and a few beside a heading are its buttons, not a list.
    const least = list.name !== "div" ? 1 : isTitled ? 4 : 2;
    if (items.length >= least && items.length > (longest?.items.length ?? 0)) longest = { list, items };
  }
  return longest;
}

/** What is no list by its name is one where all its links look the same. */
function alike({ name }: MarkupElement, items: MarkupElement[]): MarkupElement[] {
  const [first] = items;
  const isList = /^(?:ul|ol|nav|menu)$/.test(name);
  return isList || first === undefined ? items : items.filter((each) => looks(each) === looks(first));
}

function looks(element: MarkupElement): string {
  return `${element.name} ${classesOf(element)}`;
}

function holdsOneLink(item: MarkupElement): boolean {
  const links = [item, ...descendants(item)].filter((each) => targetOf(each) !== undefined);
  const isContact = links.some((each) => /^(?:mailto|tel):/i.test(valueOf(each, "href") ?? ""));
  return (
    links.length === 1 &&
    !isContact &&
    ![item, ...descendants(item)].some(({ name }) => /^h[1-6]$/.test(name))
  );
}

function targetOf(element: MarkupElement): ReturnType<typeof attributeOf> {
  const name = LINKS.get(element.name);
  return name === undefined ? undefined : (attributeOf(element, name) ?? attributeOf(element, "href"));
}
