import { toldBy } from "#src/words/words.ts";
import { sentence } from "#src/words/sentence.ts";
import { catalogueProperty } from "./catalogue-of.ts";
import type { ListEdit, Updates } from "./catalogue.ts";
import { refusalForCssValue } from "./css/css-value.ts";
import { checkListEdit } from "./lists/check-list-edit.ts";
import { refusalForPicture } from "./pictures/picture-address.ts";
import { refuse, type Refusal } from "./refusal.ts";
import type { PropertyDefinition, PropertyOf, SectionDefinition } from "./site-definition.ts";
import { checkValue } from "./value.ts";

export type ListProperty = PropertyOf<"link" | "list">;

/** One property and the value it is to have, or what is to be done to its list. */
export type Edit =
  | { property: Exclude<PropertyDefinition, ListProperty>; value: string }
  | { property: ListProperty; edits: ListEdit[] };

/** The updates in the order of ux-agent.json, each with a value that its property may have. */
export function wantedEdits(
  section: SectionDefinition,
  updates: Updates,
): { ok: true; edits: Edit[] } | Refusal {
  const unknown = Object.keys(updates).find(
    (id) => !section.properties.some((property) => property.id === id),
  );
  if (unknown !== undefined) {
    const about = { section: section.label, property: unknown };
    return refuse("unknown-property", sentence("value.property-gone", about));
  }
  const edits: Edit[] = [];
  for (const property of section.properties) {
    const value = Object.hasOwn(updates, property.id) ? updates[property.id] : undefined;
    if (value === undefined) continue;
    const edit = typeof value === "string" ? valueEdit(property, value) : listEdit(property, value);
    if (!edit.ok) return edit;
    edits.push(edit.edit);
  }
  return { ok: true, edits };
}

type Wanted = { ok: true; edit: Edit } | Refusal;

function valueEdit(property: PropertyDefinition, value: string): Wanted {
  if (isList(property))
    return refuse("invalid-value", sentence("value.is-list", { property: property.label }));
  const checked = checkValue(catalogueProperty(property), value);
  if (!checked.ok) return refuse("invalid-value", toldBy(checked));
  const refusal = /^(?:style|rule|variable)$/.test(property.kind) ? refusalForCssValue(checked.value) : null;
  const picture = property.kind === "image" ? refusalForPicture(property, checked.value) : null;
  return refusal ?? picture ?? { ok: true, edit: { property, value: checked.value } };
}

function listEdit(property: PropertyDefinition, edits: ListEdit[]): Wanted {
  if (!isList(property))
    return refuse("invalid-value", sentence("value.is-single", { property: property.label }));
  const checked: ListEdit[] = [];
  for (const edit of edits) {
    const outcome = checkListEdit(catalogueProperty(property), edit);
    if (!outcome.ok) return refuse("invalid-value", toldBy(outcome));
    checked.push(outcome.value);
  }
  return { ok: true, edit: { property, edits: checked } };
}

function isList(property: PropertyDefinition): property is ListProperty {
  return property.kind === "link" || property.kind === "list";
}
