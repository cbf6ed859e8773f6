import { checkValue } from "#src/site/value.ts";
import type { Catalogue, CatalogueProperty, CatalogueSection } from "#src/site/catalogue.ts";

const EXAMPLES = {
  text: ["Welcome to our site", "Welcome", "Hello", "Hi", "2026", "Yes"],
  color: ["#FF0080", "darkblue"],
  url: ["/about", "https://example.com"],
  links: [],
};

/** A value the property may have, as it would be typed; null when only its owner knows one. */
export function exampleValue(property: CatalogueProperty): string | null {
  if (property.picture) return "attached";
  if (property.value === "links") return property.fields === undefined ? "About /about" : null;
  const candidates = [...(property.rules.oneOf ?? []), ...EXAMPLES[property.value]];
  return candidates.find((value) => value.length <= 60 && checkValue(property, value).ok) ?? null;
}

/** A command that would be understood on this site. */
export function exampleCommand(catalogue: Catalogue, section?: CatalogueSection): string {
  const shown = section ?? catalogue.sections.find((each) => each.properties.length > 0);
  if (shown === undefined) return 'section:header text:"Welcome"';
  const pairs = propertiesToShow(shown).map(({ property, value }) => `${property.id}:"${value}"`);
  return [`section:${shown.id}`, ...pairs].join(" ");
}

/** The same in plain words. */
export function exampleSentence(section: CatalogueSection): string {
  const [first] = propertiesToShow(section);
  if (first === undefined) return `change the ${section.label}`;
  const { property, value } = first;
  if (property.value === "links") return `add a link “About” to ${section.label} pointing to /about`;
  return property.value === "color"
    ? `change ${property.label} of ${section.label} to ${value}`
    : `change ${property.label} of ${section.label} to “${value}”`;
}

/** Two of different types show more than two of the same. */
function propertiesToShow(section: CatalogueSection): { property: CatalogueProperty; value: string }[] {
  const usable = section.properties.flatMap((property) => {
    const value = exampleValue(property);
    return value === null ? [] : [{ property, value }];
  });
  const [first] = usable;
  if (first === undefined) return [];
  const other = usable.find((each) => each.property.value !== first.property.value);
  return other === undefined ? [first] : [first, other];
}
