import { isAddressName, looksLikeAddressName } from "#src/site/address-names.ts";
import type { CatalogueField, CatalogueProperty } from "#src/site/catalogue.ts";
import type { PropertyOf } from "#src/site/site-definition.ts";

/** Where a field is in an item of markup: `a@href` is an attribute of what `a` selects, `.` the item itself. */
export interface FieldPlace {
  selector: string;
  attribute: string | null;
}

export type FieldDefinition = PropertyOf<"list">["fields"][string];

/** `a@href` → the element and its attribute. */
export function fieldPlace({ at }: Pick<FieldDefinition, "at">): FieldPlace {
  const [, selector = "", attribute = null] = /^(.*?)(?:@([A-Za-z_][\w.:-]*))?$/s.exec(at.trim()) ?? [];
  const own = selector.trim();
  return { selector: own === "" ? "." : own, attribute };
}

/** What people may say of the items of a list. Of links it is known: their text and their target. */
export function fieldsOf({ fields, rules }: Pick<CatalogueProperty, "fields" | "rules">): CatalogueField[] {
  return (
    fields ?? [
      { id: "label", value: "text", rules },
      { id: "href", value: "url", rules: {} },
    ]
  );
}

/** The fields of a list in `ux-agent.json`, as they are stored for requests. */
export function catalogueFields({ fields, pointer }: PropertyOf<"list">): CatalogueField[] {
  return Object.entries(fields).map(([id, field]) => {
    const { maxLength, pattern, oneOf, optional } = field;
    const rules = {
      ...(maxLength === undefined ? {} : { maxLength }),
      ...(pattern === undefined ? {} : { pattern }),
      ...(oneOf === undefined ? {} : { oneOf }),
    };
    const value = valueTypeOf(field, pointer !== undefined);
    return { id, value, rules, ...(optional === true ? { optional } : {}) };
  });
}

function valueTypeOf(field: FieldDefinition, isData: boolean): CatalogueField["value"] {
  const { attribute } = fieldPlace(field);
  // As for a property of its own: a browser follows such an attribute, whatever ux-agent.json says.
  if (!isData && attribute !== null && isAddressName(attribute)) return "url";
  if (field.value !== undefined) return field.value;
  const name = isData ? (/[^/]*$/.exec(field.at)?.[0] ?? "") : (attribute ?? "");
  return looksLikeAddressName(name) ? "url" : "text";
}
