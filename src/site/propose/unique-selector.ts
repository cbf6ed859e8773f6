import {
  attributeOf,
  childElements,
  descendants,
  staticValue,
  type MarkupElement,
} from "#src/site/markup/element.ts";
import type { Page } from "#src/site/markup/page.ts";
import { selectElement } from "#src/site/markup/select.ts";

/** The plainest selector that means exactly this element and does not depend on the attribute that is `changed`; null when none of the usual ones does. */
export function uniqueSelector(page: Page, element: MarkupElement, changed?: string): string | null {
  const own = ownSelectors(element, changed);
  return (
    own.find((selector) => means(page, selector, element)) ??
    own.flatMap((selector) => withParents(element, selector)).find((each) => means(page, each, element)) ??
    [positional(page, element), positional(page, element, false)].find((each) =>
      means(page, each, element),
    ) ??
    null
  );
}

function means(page: Page, selector: string, element: MarkupElement): boolean {
  const found = selectElement(page.root, selector, { text: page.text, xml: page.dialect !== "html" });
  return found.ok && found.element === element;
}

/** Elements that a page has one of: their names say more than how they look. */
const LASTING = /^(?:header|nav|main|footer|h1|title|body)$/;
/** Classes that say how something looks: the next redesign changes them. */
const LOOKS =
  /^(?:[mpwhd][trblxy]?|text|bg|font|fs|fw|flex|grid|col|row|gap|items|justify|rounded|shadow|border|is|has|container|wrapper|lg|md|sm|xl)(?:-|$)/;

/** What the element says of itself, the most lasting first. */
function ownSelectors(element: MarkupElement, changed?: string): string[] {
  const value = (name: string): string | undefined => (name === changed ? undefined : valueOf(element, name));
  const mark = value("data-ux");
  const id = value("id");
  const called = value("name");
  const classes = (value("class") ?? value("className") ?? "")
    .split(/\s+/)
    .filter((each) => isPlain(each) && !LOOKS.test(each));
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

/** By its place in the nearest element around it that can be told by itself. */
function positional(page: Page, element: MarkupElement, anchored = true): string {
  const { parent } = element;
  const name = escapeName(element.name);
  if (parent === null || parent.name === "") return name;
  const anchor = (anchored ? anchorOf(page, parent) : null) ?? positional(page, parent, anchored);
  const alike = childElements(parent).filter((each) => each.name === element.name);
  const place = alike.length === 1 ? "" : `:nth-of-type(${alike.indexOf(element) + 1})`;
  return `${anchor} > ${name}${place}`;
}

/** Elements do not change once they are read, and many have the same elements around them. */
const anchors = new WeakMap<MarkupElement, string | null>();

function anchorOf(page: Page, element: MarkupElement): string | null {
  const known = anchors.get(element);
  if (known !== undefined) return known;
  const own = ownSelectors(element).filter((each) => !/^[a-z]+$/.test(each) || LASTING.test(each));
  const anchor = own.find((selector) => means(page, selector, element)) ?? null;
  anchors.set(element, anchor);
  return anchor;
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
