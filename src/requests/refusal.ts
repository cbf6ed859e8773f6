import { shorten } from "#src/site/shorten.ts";
import type { Catalogue, CatalogueSection } from "#src/site/catalogue.ts";
import { exampleCommand } from "./example.ts";
import { briefly, listed } from "./naming.ts";

/** A message of Discord has 2,000 characters; the rest is for the caller. */
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

/** What can be changed in a section, with what its owner says about it. */
export function propertiesOf(section: CatalogueSection): string {
  const lines = section.properties.map((property) => {
    const hint = property.hint === undefined ? "" : `: ${shorten(property.hint, 120)}`;
    return `• ${briefly(property)}${hint}`;
  });
  return `**In** \`${shorten(section.id, 40)}\`**:**\n${listed(lines, 500, "\n")}`;
}
