import type { CatalogueField, CatalogueProperty, Item, ListEdit } from "#src/site/catalogue.ts";
import { checkLink, checkValue, refused, type Checked } from "#src/site/value.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import { fieldsOf } from "./fields-of.ts";

/** Whether an edit of a list may be made, and its values as they will be written. */
export function checkListEdit(property: CatalogueProperty, edit: ListEdit): Checked<ListEdit> {
  if ("remove" in edit || "move" in edit) return { ok: true, value: edit };
  if ("change" in edit) return checked(checkItem(property, edit.set), (set) => ({ ...edit, set }));
  if (!("add" in edit)) {
    if (property.fields !== undefined) return checkListEdit(property, { add: { ...edit } });
    return checkLink({ label: edit.label, href: edit.href }, property.rules);
  }
  const missing = missingFields(property, edit.add);
  if (missing.length > 0)
    return refused(sentence("value.item-needs", { list: property.label, fields: missing }));
  return checked(checkItem(property, edit.add), (add) => ({ ...edit, add }));
}

/** The fields that an item has to have and does not. */
export function missingFields(property: CatalogueProperty, item: Item): string[] {
  return fieldsOf(property).flatMap(({ id, optional }) =>
    optional === true || item[id] !== undefined ? [] : [id],
  );
}

/** Whether a field of an item may have this value, as a property of its own might. */
export function checkField(
  property: CatalogueProperty,
  field: CatalogueField,
  value: string,
): Checked<string> {
  return checkValue({ label: labelOfField(property, field), value: field.value, rules: field.rules }, value);
}

/** `The text of a link`, `The price of Menu`. */
export function labelOfField(property: CatalogueProperty, { id }: CatalogueField): Sentence {
  if (property.fields === undefined)
    return sentence(id === "href" ? "value.link-address" : "value.link-text");
  return sentence("value.field", { field: id, list: property.label });
}

function checkItem(property: CatalogueProperty, item: Item): Checked<Item> {
  const fields = fieldsOf(property);
  const result: Item = {};
  for (const [id, value] of Object.entries(item)) {
    const field = fields.find((each) => each.id === id);
    if (field === undefined) return refused(sentence("value.no-field", { list: property.label, field: id }));
    const outcome = checkField(property, field, value);
    if (!outcome.ok) return outcome;
    result[id] = outcome.value;
  }
  return { ok: true, value: result };
}

function checked<From, To>(outcome: Checked<From>, to: (value: From) => To): Checked<To> {
  return outcome.ok ? { ok: true, value: to(outcome.value) } : outcome;
}
