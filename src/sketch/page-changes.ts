import type { Item, Part } from "#src/site/catalogue.ts";
import { readSection } from "#src/site/read-section.ts";
import type { PropertyDefinition, SectionDefinition } from "#src/site/site-definition.ts";
import type { PageChange } from "./page-change.ts";

/** A section's file before and after an edit. */
interface Edited {
  before: Uint8Array;
  after: Uint8Array;
}

type Value = string | null | Item[];

/** What a change of a section's file is to the page that shows it, by what the properties say in both; null: nothing to see. */
export async function pageChanges(
  section: SectionDefinition,
  { updates }: Part,
  { before, after }: Edited,
): Promise<(PageChange | null)[]> {
  const now = await readSection(section, before);
  const then = await readSection(section, after);
  return now.flatMap((reading, at) => {
    const { property } = reading;
    const read = then[at]?.now;
    if (updates[property.id] === undefined || !reading.now.ok || !read?.ok) return [];
    return JSON.stringify(reading.now.value) === JSON.stringify(read.value)
      ? []
      : [pageChange(property, reading.now.value, read.value)];
  });
}

function pageChange(property: PropertyDefinition, before: Value, after: Value): PageChange | null {
  if (property.kind === "style" && typeof after === "string" && !Array.isArray(before))
    return { kind: "style", name: property.style, selector: property.selector, before, after };
  if (Array.isArray(before) && Array.isArray(after)) return listChange(property, before, after);
  return typeof before === "string" && typeof after === "string"
    ? valueChange(property, before, after)
    : null;
}

function listChange(property: PropertyDefinition, before: Item[], after: Item[]): PageChange {
  const selector = "selector" in property ? property.selector : undefined;
  return { kind: "list", before, after, selector };
}

function valueChange(property: PropertyDefinition, before: string, after: string): PageChange | null {
  switch (property.kind) {
    case "text":
      return { kind: "text", before, after, selector: property.selector };
    case "attribute":
      return { kind: "attribute", name: property.attribute, before, after, selector: property.selector };
    case "class":
      return classChange(property, before, after);
    case "rule":
      return { kind: "rule", name: property.declaration, before, after, selector: property.selector };
    case "variable":
      // What a variable of Sass or Less was worked out to is not on the page by its name.
      return property.variable.startsWith("--")
        ? { kind: "variable", name: property.variable, before, after }
        : null;
    case "image":
      return { kind: "picture", before, after, selector: pictureSelector(property) };
    case "value":
    case "markdown":
      return { kind: "text", before, after, selector: undefined };
    case "style":
    case "link":
    case "list":
      return null;
  }
}

/** A property of this kind is read by the name that people call the class by. */
function classChange(
  { selector, oneOf }: Extract<PropertyDefinition, { kind: "class" }>,
  before: string,
  after: string,
): PageChange | null {
  const [old, name] = [oneOf[before], oneOf[after]];
  return old === undefined || name === undefined
    ? null
    : { kind: "class", before: old, after: name, selector };
}

/** In a style sheet the selector is that of the rule. */
const pictureSelector = ({
  selector,
  declaration,
  variable,
}: Extract<PropertyDefinition, { kind: "image" }>): string | undefined =>
  declaration === undefined && variable === undefined ? selector : undefined;
