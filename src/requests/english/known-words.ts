import cssNames from "color-name";
import type { Catalogue } from "#src/site/catalogue.ts";
import { allNames } from "#src/requests/names.ts";
import { PROPERTY_SYNONYMS, SECTION_SYNONYMS } from "./synonyms.ts";
import { ADD, CHANGE, GIVE, MAKE, MODALS, NEGATIONS, USE } from "./verbs.ts";
import { wordsIn } from "./words.ts";

/** Every word of any phrase, and those that requests are made of, by the first letter: it is hardly ever mistyped. */
export type KnownWords = Map<string, string[]>;

const ALWAYS = [
  ...wordsIn("glue"),
  ...[CHANGE, MAKE, USE, ADD, GIVE, MODALS, NEGATIONS].flatMap((words) => [...words]),
  ...[...SECTION_SYNONYMS, ...PROPERTY_SYNONYMS].flatMap(({ is, called }) =>
    [...is, ...called].flatMap(split),
  ),
  ...Object.keys(cssNames),
];

/** The words that a request can be made of on this site, apart from texts. */
export function knownWords(catalogue: Catalogue): KnownWords {
  const parts = catalogue.sections.flatMap((section) => [section, ...section.properties]);
  const words = new Set([...ALWAYS, ...parts.flatMap(allNames).flatMap(split)]);
  return Map.groupBy(words, (word) => word.charAt(0));
}

function split(name: string): string[] {
  return name.toLowerCase().split(/[\s_-]+/);
}
