import type { CatalogueField, CatalogueProperty, CatalogueSection } from "#src/site/catalogue.ts";
import { fieldsOf } from "#src/site/lists/fields-of.ts";
import { nameKey } from "./names.ts";

/** What people call the address and the name of an item, whatever the site calls them. */
const ADDRESS = new Set(["link", "target", "address", "url", "href", "destination"]);
const NAME = new Set(["name", "title", "label", "text"]);

/** The properties of a section that are lists: of links, or of items with other fields. */
export function listsOf({ properties }: CatalogueSection): CatalogueProperty[] {
  return properties.filter(({ value }) => value === "links");
}

/** The field of a list's items that a word means: by its own name, else the only address, else what names an item. */
export function fieldNamed(property: CatalogueProperty, word: string): CatalogueField | null {
  const fields = fieldsOf(property);
  const key = nameKey(word);
  const own = fields.find(({ id }) => nameKey(id) === key);
  if (own !== undefined) return own;
  const addresses = addressesAmong(fields);
  if (ADDRESS.has(key)) return addresses.length === 1 ? (addresses[0] ?? null) : null;
  return NAME.has(key) ? (fields[0] ?? null) : null;
}

/** A `path` leads somewhere, too, where nothing else of an item does. */
function addressesAmong(fields: CatalogueField[]): CatalogueField[] {
  const addresses = fields.filter(({ value }) => value === "url");
  return addresses.length > 0 ? addresses : fields.filter(({ id }) => id === "path");
}

/** The field that an item is called by. */
export function namingField(property: CatalogueProperty): string {
  return fieldsOf(property)[0]?.id ?? "";
}

/** The field that a link's target is, where items have just one. */
export function addressField(property: CatalogueProperty): string | null {
  return fieldNamed(property, "href")?.id ?? null;
}
