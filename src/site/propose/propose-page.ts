import { isAddressName } from "#src/site/address-names.ts";
import { attributeOf, childElements, descendants, type MarkupElement } from "#src/site/markup/element.ts";
import type { Page } from "#src/site/markup/page.ts";
import { textSlot } from "#src/site/markup/text-slot.ts";
import { idOf, nameOfFile, type WrittenProperty, type WrittenSection } from "./proposal.ts";
import { linkList } from "./propose-links.ts";
import { firstNamed, uniqueSelector } from "./unique-selector.ts";

/** The parts of a page that have a name of their own, what people call them, and ids and classes that say the same. */
const LANDMARKS: [name: string, id: string, marks: RegExp][] = [
  ["header", "header", /^(?:site-|page-)?header$/i],
  ["nav", "navbar", /^(?:nav|navbar|navigation|menu)$/i],
  ["main", "main", /^(?:main|content|main-content)$/i],
  ["footer", "footer", /^(?:site-|page-)?footer$/i],
];

const TEXTS: [id: string, names: string[]][] = [
  ["title", ["h1", "h2", "h3"]],
  ["text", ["p", "small"]],
];

/** One section for each landmark of a page; in a component with at most one, the component is the section. */
export function proposePage(path: string, page: Page): WrittenSection[] {
  const landmarks = landmarksOf(page);
  const outer = landmarks.filter(
    ({ element }) => !landmarks.some((other) => isInside(element, other.element)),
  );
  const file = idOf(nameOfFile(path));
  const sections = outer.map(({ id, element }) => {
    const isComponent = page.dialect !== "html" && outer.length === 1 && file !== "";
    const isSameName = file.replaceAll("-", "") === id;
    return {
      id: isComponent && !isSameName ? file : id,
      file: path,
      properties: propertiesOf(page, element),
    };
  });
  return [...headOf(path, page), ...sections];
}

interface Landmark {
  id: string;
  element: MarkupElement;
}

function landmarksOf({ root, dialect }: Page): Landmark[] {
  const found = LANDMARKS.flatMap(([name, id, marks]) => {
    const element = firstNamed(root, [name]) ?? descendants(root).find((each) => isMarked(each, marks));
    return element === undefined ? [] : [{ id, element }];
  });
  const body = firstNamed(root, ["body"]);
  const whole = dialect === "html" ? body : (body ?? childElements(root)[0]);
  return found.length > 0 || whole === undefined ? found : [{ id: "main", element: whole }];
}

function isMarked(element: MarkupElement, marks: RegExp): boolean {
  const classes = valueOf(element, "class") ?? valueOf(element, "className") ?? "";
  return [valueOf(element, "id") ?? "", ...classes.split(/\s+/)].some((each) => marks.test(each));
}

function isInside(element: MarkupElement, other: MarkupElement): boolean {
  return element !== other && other.start <= element.start && element.end <= other.end;
}

/** What an HTML page is called in a browser's tab and in a list of search results. */
function headOf(path: string, page: Page): WrittenSection[] {
  const head = page.dialect === "jsx" ? undefined : firstNamed(page.root, ["head"]);
  if (head === undefined) return [];
  const title = firstNamed(head, ["title"]);
  const description = descendants(head).find(isDescription);
  const properties = [
    ...property(page, title, { id: "title", kind: "text" }),
    ...property(page, description, { id: "description", kind: "attribute", attribute: "content" }),
  ];
  return [{ id: "page", file: path, properties }];
}

function isDescription(element: MarkupElement): boolean {
  return element.name === "meta" && valueOf(element, "name")?.toLowerCase() === "description";
}

function propertiesOf(page: Page, root: MarkupElement): WrittenProperty[] {
  const texts = TEXTS.flatMap(([id, names]) =>
    property(page, firstText(page, root, names), { id, kind: "text" }),
  );
  const button = firstText(page, root, ["button"]) ?? descendants(root).find(isButtonLink);
  return [
    ...texts,
    ...property(page, button, { id: "button-text", kind: "text" }),
    ...property(page, root, { id: "color", kind: "style", style: "color" }),
    ...linksOf(page, root),
    ...pictureOf(page, root),
  ];
}

function firstText(page: Page, root: MarkupElement, names: string[]): MarkupElement | undefined {
  const isText = (each: MarkupElement): boolean => {
    const located = textSlot(page, each);
    return located.ok && located.slot.current !== "" && located.slot.current !== null;
  };
  const all = descendants(root).filter((each) => names.includes(each.name) && isText(each));
  return names.map((name) => all.find((each) => each.name === name)).find((each) => each !== undefined);
}

/** A link that looks like a button is what people call the button of a page. */
function isButtonLink(element: MarkupElement): boolean {
  const classes = valueOf(element, "class") ?? valueOf(element, "className") ?? "";
  return /^(?:a|Link)$/.test(element.name) && /\b(?:btn|button|cta)\b/i.test(classes);
}

function linksOf(page: Page, root: MarkupElement): WrittenProperty[] {
  const found = linkList(page, root);
  return found === null
    ? []
    : property(page, found.list, { id: "links", kind: "link", template: found.template });
}

function pictureOf(page: Page, root: MarkupElement): WrittenProperty[] {
  const picture = firstNamed(root, ["img"]);
  const described = picture !== undefined && valueOf(picture, "alt") !== undefined ? picture : undefined;
  return property(page, described, { id: "picture-description", kind: "attribute", attribute: "alt" });
}

function property(
  page: Page,
  element: MarkupElement | undefined,
  described: WrittenProperty,
): WrittenProperty[] {
  const selector = element === undefined ? null : uniqueSelector(page, element);
  return selector === null ? [] : [{ ...described, selector }];
}

function valueOf(element: MarkupElement, name: string): string | undefined {
  const value = attributeOf(element, name)?.value;
  return value?.kind === "quoted" && !isAddressName(name) ? value.value : undefined;
}
