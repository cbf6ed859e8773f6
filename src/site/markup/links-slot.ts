import type { Link } from "#src/site/catalogue.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import type { LinksSlot, Located, Placed } from "#src/site/slot.ts";
import { lineOf } from "#src/site/source-text.ts";
import { attributeOf, descendants, staticValue, type MarkupElement } from "./element.ts";
import {
  fillTemplate,
  readTemplate,
  type LinkShape,
  type LinkTemplate,
  type ReadMarkup,
} from "./link-template.ts";
import { layOut, placeAfterItems, placeInEmptyList, type ListPlace } from "./list-layout.ts";
import type { Page } from "./page.ts";
import { refusalForEmpty } from "./text-slot.ts";
import { shownText } from "./text.ts";

/** A list of links. Links that are in it already are never added again. */
export function linksSlot(
  page: Page,
  list: MarkupElement,
  template: string,
  read: ReadMarkup,
): Located<LinksSlot> {
  const outcome = readTemplate(template.trim(), page, read);
  if (!outcome.ok) return outcome;
  const { shape } = outcome.template;
  const current = linksIn(list, shape);
  const missing = (links: Link[]): Link[] => {
    const wanted = links.filter((link, index) => links.findIndex((other) => isSame(other, link)) === index);
    return wanted.filter(
      (link) => !current.some((there) => isSame(there, asShown(outcome.template, link, read))),
    );
  };
  const place = placeFor(page, list, shape);
  if (!place.ok) return place;
  const add = (links: Link[]): Placed => addLinks(page, place.place, template, links, read);
  return { ok: true, slot: { holds: "links", current, missing, add } };
}

function linksIn(element: MarkupElement, shape: LinkShape): Link[] {
  return descendants(element).flatMap((each) => {
    const target = each.name === shape.name ? attributeOf(each, shape.href) : undefined;
    const href = target && staticValue(target);
    return href === undefined ? [] : [{ label: labelOf(each, shape), href }];
  });
}

function labelOf(element: MarkupElement, shape: LinkShape): string {
  if (shape.label === null) return shownText(element);
  const attribute = attributeOf(element, shape.label);
  return (attribute && staticValue(attribute)) ?? "";
}

/** A link as it will read once it is in the list: a template may say more than the label. */
function asShown(template: LinkTemplate, link: Link, read: ReadMarkup): Link {
  return linksIn(read(fillTemplate(template, link)), template.shape)[0] ?? link;
}

function isSame(left: Link, right: Link): boolean {
  return left.label === right.label && left.href === right.href;
}

function placeFor(
  page: Page,
  list: MarkupElement,
  shape: LinkShape,
): { ok: true; place: ListPlace } | Refusal {
  const { text, dialect } = page;
  const isLink = (element: MarkupElement): boolean => element.name === shape.name;
  const isItem = (element: MarkupElement): boolean => isLink(element) || descendants(element).some(isLink);
  // In HTML the code of a template engine stands around items, not in their place.
  const isRepeated = dialect === "html" && list.pieces.some(({ kind }) => kind === "code");
  const after = isRepeated ? null : placeAfterItems(text, list, isItem);
  if (after !== null) return { ok: true, place: after };
  const inside = isRepeated ? null : placeInEmptyList(text, list);
  if (inside !== null) return refusalForEmpty(page, list) ?? { ok: true, place: inside };
  return refuse(
    "holds-code",
    `<${list.name}> (line ${lineOf(text, list.start)}) is not a list that links can be added to, because code or something else makes its items: a developer has to add them.`,
  );
}

function addLinks(
  page: Page,
  { at, separator }: ListPlace,
  template: string,
  links: Link[],
  read: ReadMarkup,
): Placed {
  const laidOut = readTemplate(layOut(template, separator), page, read);
  if (!laidOut.ok) return laidOut;
  const text = links.map((link) => separator + fillTemplate(laidOut.template, link)).join("");
  return { ok: true, splices: [{ start: at, end: at, text }] };
}
