import { sentence } from "#src/words/sentence.ts";
import type { Item, Link } from "#src/site/catalogue.ts";
import { gapAt, insertItem } from "#src/site/lists/insert-item.ts";
import { listSlot, type FoundListItem } from "#src/site/lists/list-slot.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import type { PropertyOf } from "#src/site/site-definition.ts";
import { shorten } from "#src/site/shorten.ts";
import type { ListSlot, Located, Placed, ValueSlot } from "#src/site/slot.ts";
import { attributeSlot } from "./attribute-slot.ts";
import { attributeOf, descendants, staticValue, type MarkupElement } from "./element.ts";
import { fillTemplate, readTemplate, type LinkShape, type ReadMarkup } from "./link-template.ts";
import { isRepeated, listInPage, refuseMadeList } from "./list-in-page.ts";
import { layOut, placeInEmptyList } from "./list-layout.ts";
import type { Page } from "./page.ts";
import { runsOf } from "./runs.ts";
import { shownText } from "./text.ts";
import { refusalForEmpty, textSlot } from "./text-slot.ts";

/** A list of links: a list whose new items are written by a template, which also says what a link in it is. */
export function linksSlot(
  page: Page,
  list: MarkupElement,
  { property, read }: { property: PropertyOf<"link">; read: ReadMarkup },
): Located<ListSlot> {
  const outcome = readTemplate(property.template.trim(), page, read);
  if (!outcome.ok) return outcome;
  const { template } = outcome;
  const { shape } = template;
  const written = listInPage(page, list, (element) => itemOf(page, element, shape));
  const refusal = refusalFor(page, list, written.items.length);
  if (refusal !== null) return refusal;
  const shown = (item: Item): Item =>
    linksIn(read(fillTemplate(template, linkOf(item))), shape)[0]?.item ?? item;
  const add = (item: Item, at: number): Placed =>
    addLink({ page, list, written, read }, property.template, { link: linkOf(item), at });
  const elsewhere = linksIn(list, shape).flatMap(({ element, item }) =>
    written.items.some((each) => each.link === element) ? [] : [item],
  );
  const found = { ...written, label: property.label, naming: "label", elsewhere, template: { shown, add } };
  return { ok: true, slot: listSlot(found) };
}

interface LinkItem extends FoundListItem {
  /** The element that has the target. */
  link: MarkupElement;
}

function itemOf(page: Page, element: MarkupElement, shape: LinkShape): Omit<LinkItem, "body"> | null {
  const links = linksIn(element, shape);
  const [first] = links;
  if (first === undefined) return null;
  const { element: link } = first;
  const label =
    shape.label === null ? labelSlot(page, link) : attributeSlot(page, link, { attribute: shape.label });
  const fields = {
    label: reading(label, first.item["label"]),
    href: attributeSlot(page, link, { attribute: shape.href }),
  };
  const others = links.slice(1).map(({ item }) => item["label"] ?? "");
  return others.length === 0 ? { link, fields } : { link, fields, stays: holdsOthers(first.item, others) };
}

function holdsOthers(item: Item, others: string[]): Refusal {
  const shown = others.slice(0, 5).map((other) => `“${shorten(other, 40)}”`);
  return refuse(
    "not-editable",
    sentence("site.item-links", { item: shorten(item["label"] ?? "", 60), links: shown.join(", ") }),
  );
}

function labelSlot(page: Page, link: MarkupElement): Located<ValueSlot> {
  const whole = textSlot(page, link);
  const [only, ...others] = whole.ok ? [] : runsOf(page, link);
  return only !== undefined && others.length === 0 ? { ok: true, slot: only } : whole;
}

/** A label that cannot be changed can still be read, so that its link can be found. */
function reading(located: Located<ValueSlot>, label = ""): Located<ValueSlot> {
  return located.ok ? located : { ok: true, slot: { holds: "value", current: label, put: () => located } };
}

function linksIn(root: MarkupElement, shape: LinkShape): { element: MarkupElement; item: Item }[] {
  return [root, ...descendants(root)].flatMap((element) => {
    const target = element.name === shape.name ? attributeOf(element, shape.href) : undefined;
    const href = target && staticValue(target);
    return href === undefined ? [] : [{ element, item: { label: labelOf(element, shape), href } }];
  });
}

function labelOf(element: MarkupElement, shape: LinkShape): string {
  if (shape.label === null) return shownText(element);
  const attribute = attributeOf(element, shape.label);
  return (attribute && staticValue(attribute)) ?? "";
}

function linkOf({ label = "", href = "" }: Item): Link {
  return { label, href };
}

function refusalFor(page: Page, list: MarkupElement, count: number): Refusal | null {
  if (isRepeated(page, list)) return refuseMadeList(page, list);
  if (count > 0) return null;
  return placeInEmptyList(page.text, list) === null
    ? refuseMadeList(page, list)
    : refusalForEmpty(page, list);
}

interface Adding {
  page: Page;
  list: MarkupElement;
  written: ReturnType<typeof listInPage>;
  read: ReadMarkup;
}

function addLink(
  { page, list, written, read }: Adding,
  template: string,
  { link, at }: { link: Link; at: number },
): Placed {
  const empty = written.items.length === 0 ? placeInEmptyList(page.text, list) : null;
  const gap = empty?.separator ?? gapAt(written, at);
  const laidOut = readTemplate(layOut(template, gap), page, read);
  if (!laidOut.ok) return laidOut;
  const text = fillTemplate(laidOut.template, link);
  const splices =
    empty === null
      ? insertItem(written, at, text)
      : [{ start: empty.at, end: empty.at, text: empty.separator + text }];
  return { ok: true, splices };
}
