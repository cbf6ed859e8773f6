import { fieldPlace, type FieldPlace } from "#src/site/lists/fields-of.ts";
import { listSlot } from "#src/site/lists/list-slot.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import { refusalForFollowed } from "#src/site/refuse-followed.ts";
import type { PropertyOf } from "#src/site/site-definition.ts";
import type { ListSlot, Located, ValueSlot } from "#src/site/slot.ts";
import { lineOf } from "#src/site/source-text.ts";
import { attributeSlot } from "./attribute-slot.ts";
import { echoesIn } from "./echoes.ts";
import { attributeOf, type MarkupElement } from "./element.ts";
import { isRepeated, listInPage, refuseMadeList } from "./list-in-page.ts";
import type { Page } from "./page.ts";
import { runsOf } from "./runs.ts";
import { selectWithin } from "./select.ts";
import { textSlot } from "./text-slot.ts";

type ListProperty = PropertyOf<"list">;
type Fields = Record<string, Located<ValueSlot>>;

/** A list of items in markup, each with the fields that ux-agent.json names. */
export function itemsSlot(page: Page, list: MarkupElement, property: ListProperty): Located<ListSlot> {
  const places = Object.entries(property.fields).map(([id, field]) => ({ id, ...fieldPlace(field) }));
  const [naming] = places;
  if (naming === undefined) return refuse("no-match", "The list has no fields in ux-agent.json.");
  const written = listInPage(page, list, (element) => itemOf(page, element, { property, places, naming }));
  if (isRepeated(page, list)) return refuseMadeList(page, list);
  if (written.items.length === 0)
    return list.pieces.some(({ kind }) => kind === "code") ? refuseMadeList(page, list) : noItems(page, list);
  const items = written.items.map((item) => ({ ...item, echoes: echoesIn(page, item.body, item.fields) }));
  return { ok: true, slot: listSlot({ ...written, items, label: property.label, naming: naming.id }) };
}

function noItems({ text }: Page, list: MarkupElement): Refusal {
  return refuse(
    "no-match",
    `<${list.name}> (line ${lineOf(text, list.start)}) has no items with the first field of the list: "item" or "fields" in ux-agent.json has to be corrected.`,
  );
}

type NamedPlace = FieldPlace & { id: string };

function itemOf(
  page: Page,
  element: MarkupElement,
  { property, places, naming }: { property: ListProperty; places: NamedPlace[]; naming: NamedPlace },
): { fields: Fields } | null {
  const { item } = property;
  const xml = page.dialect !== "html";
  if (item !== undefined && !selectWithin(element, item, xml).includes(element)) return null;
  const fields: Fields = {};
  for (const place of places) {
    const located = fieldOf(page, element, { place, property });
    if (located !== null) fields[place.id] = located;
  }
  return item !== undefined || fields[naming.id] !== undefined ? { fields } : null;
}

/** null where an item does not have it. */
function fieldOf(
  page: Page,
  item: MarkupElement,
  { place, property }: { place: NamedPlace; property: ListProperty },
): Located<ValueSlot> | null {
  const { selector, attribute } = place;
  const found = selector === "." ? [item] : selectWithin(item, selector, page.dialect !== "html");
  const [element, another] = found;
  if (element === undefined) return null;
  if (another !== undefined)
    return refuse(
      "several-matches",
      `${found.length} elements of an item of ${property.label} match \`${selector}\` (line ${lineOf(page.text, item.start)}): "${place.id}" in ux-agent.json has to mean one, for example \`> ${selector}\`.`,
    );
  if (attribute === null) return textOf(page, element);
  const located =
    attributeOf(element, attribute) === undefined
      ? withClass(page, element, attribute)
      : attributeSlot(page, element, { attribute });
  return located?.ok ? { ok: true, slot: followed(located.slot, property, attribute) } : located;
}

/** An attribute that is not there is none of the item's, unless it has its other name (`className`). */
function withClass(page: Page, element: MarkupElement, attribute: string): Located<ValueSlot> | null {
  const located = attributeSlot(page, element, { attribute });
  return located.ok && located.slot.current === null ? null : located;
}

/** The text of an element, or the only one beside what else is in it (`<a><svg /> About</a>`). */
function textOf(page: Page, element: MarkupElement): Located<ValueSlot> {
  const whole = textSlot(page, element);
  if (whole.ok || whole.code !== "holds-elements") return whole;
  const [only, ...others] = runsOf(page, element);
  return only !== undefined && others.length === 0 ? { ok: true, slot: only } : whole;
}

/** What a page could follow is refused as for an attribute of its own. */
function followed(slot: ValueSlot, { id, label, names }: ListProperty, attribute: string): ValueSlot {
  const property = { id, label, names, kind: "attribute" as const, selector: "", attribute };
  return { ...slot, put: (value) => refusalForFollowed(property, slot.current, value) ?? slot.put(value) };
}
