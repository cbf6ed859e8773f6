import { attributeOf, childElements, descendants, type MarkupElement } from "#src/site/markup/element.ts";
import { indentAt } from "#src/site/markup/list-layout.ts";
import type { Page } from "#src/site/markup/page.ts";
import { applySplices, type Splice } from "#src/site/splice.ts";

/** Elements that lead to another page, and the attribute that says where to. */
const LINKS = new Map([
  ["a", "href"],
  ["Link", "to"],
  ["NavLink", "to"],
]);

interface LinkList {
  list: MarkupElement;
  template: string;
}

/** The longest list of links in an element and the template of its items, made from the last plain one. */
export function linkList(page: Page, root: MarkupElement): LinkList | null {
  const lists = [root, ...descendants(root)].filter(({ name }) => /^(?:ul|ol|nav|menu|div)$/.test(name));
  let longest: (LinkList & { length: number }) | null = null;
  for (const list of lists) {
    const templates = childElements(list).flatMap((item) => templateOf(page, item) ?? []);
    const template = templates.at(-1);
    const { length } = templates;
    // One link in a division is a link in a text, not a list.
    const least = list.name === "div" ? 2 : 1;
    if (template !== undefined && length >= (longest?.length ?? least)) longest = { list, template, length };
  }
  return longest;
}

/** null when an item is more than a link: the current page, a picture, something that code decides. */
function templateOf({ text }: Page, item: MarkupElement): string | null {
  const links = [item, ...descendants(item)].filter((each) => targetOf(each) !== undefined);
  const [link] = links;
  if (link === undefined || links.length > 1 || isSpecial(item) || isSpecial(link)) return null;
  const holes = [targetHole(link), labelHole(link, text)];
  const known = holes.filter((hole) => hole !== null);
  if (known.length < holes.length) return null;
  const { start, end } = item;
  const written = applySplices(text.slice(0, end).trimEnd(), known);
  return written === null ? null : dedented(written.slice(start), text, start);
}

function targetOf(element: MarkupElement): ReturnType<typeof attributeOf> {
  const name = LINKS.get(element.name);
  return name === undefined ? undefined : (attributeOf(element, name) ?? attributeOf(element, "href"));
}

function isSpecial(element: MarkupElement): boolean {
  const written = element.attributes.map(({ name, value }) =>
    [name, "value" in value ? value.value : ""].join(" "),
  );
  return (
    element.spread || written.some((each) => /aria-current|\bactive\b|\bkey\b|\bid\b|\bon[A-Z]/.test(each))
  );
}

function targetHole(link: MarkupElement): Splice | null {
  const value = targetOf(link)?.value;
  if (value?.kind !== "quoted") return null;
  const { start, end, quote } = value;
  return { start, end, text: quote === null ? '"{href}"' : "{href}" };
}

function labelHole({ pieces }: MarkupElement, text: string): Splice | null {
  const [piece] = pieces;
  if (piece?.kind !== "text" || pieces.length > 1) return null;
  const written = text.slice(piece.start, piece.end);
  const start = piece.start + (written.length - written.trimStart().length);
  return { start, end: start + written.trim().length, text: "{label}" };
}

/** The item as if it stood at the beginning of a line, with two spaces for each level. */
function dedented(template: string, text: string, start: number): string {
  const indent = indentAt(text, start);
  return template
    .split(/\r?\n/)
    .map((line, index) => (index > 0 && line.startsWith(indent) ? line.slice(indent.length) : line))
    .map((line) => line.replace(/^\t+/, (tabs) => "  ".repeat(tabs.length)))
    .join("\n");
}
