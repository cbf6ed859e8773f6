import {
  attributeOf,
  childElements,
  descendants,
  staticValue,
  type MarkupElement,
} from "#src/site/markup/element.ts";
import type { Page } from "#src/site/markup/page.ts";
import { selectElement } from "#src/site/markup/select.ts";

/** The plainest selector that means exactly this element; null when none of the usual ones does. */
export function uniqueSelector(page: Page, element: MarkupElement): string | null {
  const own = ownSelectors(element);
  const candidates = [
    ...own,
    ...own.flatMap((selector) => withParents(element, selector)),
    positional(element),
  ];
  return candidates.find((selector) => means(page, selector, element)) ?? null;
}

function means(page: Page, selector: string, element: MarkupElement): boolean {
  const found = selectElement(page.root, selector, { text: page.text, xml: page.dialect !== "html" });
  return found.ok && found.element === element;
}

/** Elements that a page has one of: their names say more than how they look. */
const LASTING = /^(?:header|nav|main|footer|h1|title|body)$/;

/** What the element says of itself, the most lasting first. */
function ownSelectors(element: MarkupElement): string[] {
  const mark = valueOf(element, "data-ux");
  const id = valueOf(element, "id");
  const called = valueOf(element, "name");
  const classes = (valueOf(element, "class") ?? valueOf(element, "className") ?? "")
    .split(/\s+/)
    .filter(isPlain);
  const name = escapeName(element.name);
  const byLook = classes.flatMap((each) => [`.${each}`, `${name}.${each}`]);
  return [
    ...(mark !== undefined && isPlain(mark) ? [`[data-ux=${mark}]`] : []),
    ...(id !== undefined && isPlain(id) ? [`#${id}`] : []),
    ...(called !== undefined && isPlain(called) ? [`${name}[name=${called}]`] : []),
    ...(LASTING.test(name) ? [name, ...byLook] : [...byLook, name]),
  ];
}

function withParents(element: MarkupElement, selector: string): string[] {
  return parentsOf(element)
    .flatMap((parent) => ownSelectors(parent))
    .map((parent) => `${parent} ${selector}`);
}

function positional(element: MarkupElement): string {
  const { parent } = element;
  const name = escapeName(element.name);
  if (parent === null || parent.name === "") return name;
  const alike = childElements(parent).filter((each) => each.name === element.name);
  return `${positional(parent)} > ${name}:nth-of-type(${alike.indexOf(element) + 1})`;
}

function parentsOf({ parent }: MarkupElement): MarkupElement[] {
  return parent === null || parent.name === "" ? [] : [parent, ...parentsOf(parent)];
}

function valueOf(element: MarkupElement, name: string): string | undefined {
  const attribute = attributeOf(element, name);
  return attribute && staticValue(attribute);
}

/** Names that need no escaping in a selector; others (`md:w-1/2`) say how something looks, not what it is. */
function isPlain(name: string): boolean {
  return /^[A-Za-z][\w-]*$/.test(name);
}

function escapeName(name: string): string {
  return name.replaceAll(/[.:]/g, "\\$&");
}

/** The first element with one of these names in an element, in the order of the names. */
export function firstNamed(root: MarkupElement, names: string[]): MarkupElement | undefined {
  const all = descendants(root);
  return names.map((name) => all.find((each) => each.name === name)).find((each) => each !== undefined);
}
