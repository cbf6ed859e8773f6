import { isAddressName, looksLikeAddressName } from "./address-names.ts";
import type { Catalogue, CatalogueProperty, ValueRules, ValueType } from "./catalogue.ts";
import { catalogueFields } from "./lists/fields-of.ts";
import { isColorStyle } from "./markup/style-names.ts";
import type { PropertyDefinition, PropertyOf, SiteDefinition } from "./site-definition.ts";

/** What people may change on a site. `version`: the Git blob id of the `ux-agent.json` that was read. */
export function catalogueOf(definition: SiteDefinition, version: string): Catalogue {
  const sections = definition.sections.map(({ id, label, names, properties }) => ({
    id,
    label,
    names,
    properties: properties.map(catalogueProperty),
  }));
  return { version, sections };
}

export function catalogueProperty(property: PropertyDefinition): CatalogueProperty {
  const { id, label, names, hint } = property;
  const fields = property.kind === "list" ? { fields: catalogueFields(property) } : {};
  const rules = rulesOf(property);
  const described: CatalogueProperty =
    property.kind === "image"
      ? { id, label, names, value: "url", rules, picture: true }
      : { id, label, names, value: valueTypeOf(property), rules, ...fields };
  return hint === undefined ? described : { ...described, hint };
}

function valueTypeOf(property: Exclude<PropertyDefinition, PropertyOf<"image">>): ValueType {
  if (property.kind === "link" || property.kind === "list") return "links";
  // Not for ux-agent.json to decide: a browser follows such an attribute, so that anything else could run code.
  if (property.kind === "attribute" && isAddressName(property.attribute)) return "url";
  if (property.kind === "class") return "text";
  if (property.value !== undefined) return property.value;
  if (property.kind === "style" && isColorStyle(property.style)) return "color";
  if (property.kind === "rule" && isColorStyle(property.declaration)) return "color";
  return looksLikeAddressName(nameOf(property)) ? "url" : "text";
}

/** What a component or the page that is made of the data calls the value. */
function nameOf(property: Parameters<typeof valueTypeOf>[0]): string {
  if (property.kind === "attribute") return property.attribute;
  return property.kind === "value" ? (/[^/]*$/.exec(property.pointer)?.[0] ?? "") : "";
}

function rulesOf(property: PropertyDefinition): ValueRules {
  if (property.kind === "image") return {};
  const { maxLength } = property;
  if (property.kind === "class") return { oneOf: Object.keys(property.oneOf) };
  const { pattern, oneOf } = property.kind === "link" || property.kind === "list" ? {} : property;
  return {
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(oneOf === undefined ? {} : { oneOf }),
  };
}
