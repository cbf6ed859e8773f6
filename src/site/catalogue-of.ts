import type { Catalogue, CatalogueProperty, ValueRules, ValueType } from "./catalogue.ts";
import { isAddressAttribute } from "./markup/attribute-names.ts";
import { isColorStyle } from "./markup/style-names.ts";
import type { PropertyDefinition, SiteDefinition } from "./site-definition.ts";

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
  const described = { id, label, names, value: valueTypeOf(property), rules: rulesOf(property) };
  return hint === undefined ? described : { ...described, hint };
}

function valueTypeOf(property: PropertyDefinition): ValueType {
  if (property.kind === "link") return "links";
  // Not for ux-agent.json to decide: such an attribute is followed, so that anything else could run code.
  if (property.kind === "attribute" && isAddressAttribute(property.attribute)) return "url";
  if (property.value !== undefined) return property.value;
  if (property.kind === "style" && isColorStyle(property.style)) return "color";
  // A page that is made of JSON follows what stands there.
  return property.kind === "value" && namesAddress(property.pointer) ? "url" : "text";
}

function namesAddress(pointer: string): boolean {
  return /(?:href|src|url|uri|link)$/i.test(pointer);
}

function rulesOf(property: PropertyDefinition): ValueRules {
  const { maxLength } = property;
  const { pattern, oneOf } = property.kind === "link" ? {} : property;
  return {
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(oneOf === undefined ? {} : { oneOf }),
  };
}
