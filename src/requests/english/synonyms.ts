import synonyms from "./synonyms.json" with { type: "json" };

/**
 * What people generally call the parts of a page. A part of a site has a meaning when one of its own names is in
 * `is`; then everything in `is` and `called` is understood as that part, as long as nothing else fits as well.
 */
export interface Synonyms {
  is: string[];
  called: string[];
}

export const SECTION_SYNONYMS = synonyms.sections.map(readGroup);

/** Colours are left out: any colour is called so (vocabulary.ts). */
export const PROPERTY_SYNONYMS = synonyms.properties.map(readGroup);

/** The colour of letters: it fits a property that is simply called colour, but no background and no accent. */
export const COLOR_OF_TEXT = ["text color", "text colour", "font color", "font colour"];

function readGroup({ is, called }: { is: string; called: string }): Synonyms {
  return { is: is.split(", "), called: called === "" ? [] : called.split(", ") };
}
