import { shorten } from "#src/site/shorten.ts";
import type { Catalogue, CatalogueSection } from "#src/site/catalogue.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import type { Why } from "./draft.ts";
import { exampleCommand } from "./example.ts";
import { briefly, listed } from "./naming.ts";

/** What is wrong, and with it everything that would have been right: a person should not have to ask for help. */
export function refusal(problem: Why, catalogue: Catalogue, section?: CatalogueSection): Sentence {
  const example = shorten(exampleCommand(catalogue, section), 250);
  const lines = [
    problem,
    sentence("help.sections", { sections: listed(catalogue.sections.map(briefly), 450) }),
    ...(section === undefined ? [] : [propertiesOf(section)]),
    sentence("help.example", { example }),
  ];
  return sentence("words.lines", { lines });
}

/** What can be changed in a section, with what its owner says about it. */
export function propertiesOf(section: CatalogueSection): Sentence {
  const lines = section.properties.map((property) => {
    const hint = property.hint === undefined ? "" : `: ${shorten(property.hint, 120)}`;
    return `• ${briefly(property)}${hint}`;
  });
  const properties = listed(lines, 500, "\n");
  return sentence("help.section", { section: shorten(section.id, 40), properties });
}
