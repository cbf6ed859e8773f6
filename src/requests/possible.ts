import { shorten } from "#src/site/shorten.ts";
import type { Catalogue, CatalogueSection } from "#src/site/catalogue.ts";
import { exampleCommand } from "./example.ts";
import type { Named } from "./names.ts";

/** A message of Discord has 2,000 characters; the rest is for whoever sends it. */
export const LONGEST_MESSAGE = 1800;

/** What is wrong, and with it everything that would have been right: a person should not have to ask for help. */
export function refusal(problem: string, catalogue: Catalogue, section?: CatalogueSection): string {
  const parts = [
    shorten(problem, 500),
    `**Sections:** ${listed(catalogue.sections.map(briefly), 450)}`,
    ...(section === undefined ? [] : [propertiesOf(section)]),
    `**For example:** \`${shorten(exampleCommand(catalogue, section), 250)}\``,
  ];
  return shorten(parts.join("\n"), LONGEST_MESSAGE);
}

/** `header` (Page header), or only the id when the label says the same. */
export function briefly(thing: Named): string {
  const same = thing.label.toLowerCase() === thing.id.toLowerCase();
  return `\`${shorten(thing.id, 40)}\`${same ? "" : ` (${shorten(thing.label, 40)})`}`;
}

/** As many items as fit into `most` characters, and how many more there are. */
export function listed(items: string[], most: number, separator = ", "): string {
  const shown: string[] = [];
  let length = 0;
  for (const item of items) {
    length += item.length + separator.length;
    if (length > most) break;
    shown.push(item);
  }
  const more = items.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(separator);
}

/** What a person typed, fit to stand in a sentence of ours. */
export function echo(words: string): string {
  // Cut first: most of a long text is not shown and need not be looked at.
  return shorten(
    words
      .slice(0, 200)
      .replaceAll(/[\s`]+/g, " ")
      .trim(),
    60,
  );
}

/** What can be changed in a section, with what its owner says about it. */
export function propertiesOf(section: CatalogueSection): string {
  const lines = section.properties.map((property) => {
    const hint = property.hint === undefined ? "" : `: ${shorten(property.hint, 120)}`;
    return `• ${briefly(property)}${hint}`;
  });
  return `**In** \`${shorten(section.id, 40)}\`**:**\n${listed(lines, 500, "\n")}`;
}
