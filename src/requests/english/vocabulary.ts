import cssNames from "color-name";
import synonyms from "./synonyms.json" with { type: "json" };
import { ADD, MODALS, NEGATIONS, SETTING } from "./verbs.ts";
import { wordsIn } from "./words.ts";
import type { Catalogue, CatalogueProperty, CatalogueSection } from "#src/site/catalogue.ts";
import { listsOf } from "#src/requests/list-fields.ts";
import { type Named, allNames, nameKey } from "#src/requests/names.ts";

/**
 * What people generally call the parts of a page. A part of a site has a meaning when one of its own names is in
 * `is`; then everything in `is` and `called` is understood as that part, as long as nothing else fits as well.
 */
interface Synonyms {
  is: string[];
  called: string[];
}

const SECTION_SYNONYMS = synonyms.sections.map(readGroup);

/** Colours are left out: any colour is called so (vocabulary.ts). */
const PROPERTY_SYNONYMS = synonyms.properties.map(readGroup);

/** The colour of letters: it fits a property that is simply called colour, but no background and no accent. */
const COLOR_OF_TEXT = ["text color", "font color"];

function readGroup({ is, called }: { is: string; called: string }): Synonyms {
  return { is: is.split(", "), called: called === "" ? [] : called.split(", ") };
}

/** Every word of any phrase, and those that requests are made of, by the first letter: it is hardly ever mistyped. */
type KnownWords = Map<string, string[]>;

/** A property and where it is. */
export interface PropertyIn {
  section: CatalogueSection;
  property: CatalogueProperty;
}

/** What a phrase can mean on this site: by its own names (`own`), and by what people generally say (`usual`). */
interface Meanings<Thing> {
  own: Thing[];
  usual: Thing[];
}

export interface Vocabulary {
  catalogue: Catalogue;
  lists: CatalogueProperty[];
  /** Lists by what they and one of their items are called (`cards`, `card`), and whether that is more than one. */
  nouns: Map<string, Map<CatalogueProperty, boolean>>;
  known: KnownWords;
  sections: Map<string, Meanings<CatalogueSection>>;
  properties: Map<string, Meanings<PropertyIn>>;
  /** The properties with a list of values, by each of these in lower case. */
  listed: Map<string, PropertyIn[]>;
}

/** So many sites are kept in mind at once; a server that serves more builds some of them again. */
const MOST_KEPT = 8;
const kept = new Map<string, Vocabulary>();

/**
 * All phrases by which the parts of a site can be meant; built once for a catalogue. Two sites may have one version of
 * it and say different things: what is in it counts.
 */
export function vocabularyOf(catalogue: Catalogue): Vocabulary {
  const content = JSON.stringify(catalogue);
  const vocabulary = kept.get(content) ?? buildVocabulary(catalogue);
  kept.delete(content);
  kept.set(content, vocabulary);
  for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
  return vocabulary;
}

function buildVocabulary(catalogue: Catalogue): Vocabulary {
  const lists = catalogue.sections.flatMap(listsOf);
  const vocabulary: Vocabulary = {
    catalogue,
    lists,
    nouns: nounsOf(lists),
    known: knownWords(catalogue),
    sections: new Map(),
    properties: new Map(),
    listed: new Map(),
  };
  for (const section of catalogue.sections) {
    addAll(vocabulary.sections, section, {
      own: allNames(section),
      usual: usualNames(section, SECTION_SYNONYMS),
    });
    for (const property of section.properties) {
      const names = {
        own: allNames(property),
        usual: [...usualNamesOfProperty(property), ...turned(allNames(property))],
      };
      addAll(vocabulary.properties, { section, property }, names);
      for (const value of property.rules.oneOf ?? []) {
        const key = value.toLowerCase();
        vocabulary.listed.set(key, [...(vocabulary.listed.get(key) ?? []), { section, property }]);
      }
    }
  }
  return vocabulary;
}

function nounsOf(lists: CatalogueProperty[]): Vocabulary["nouns"] {
  const nouns: Vocabulary["nouns"] = new Map();
  for (const list of lists) {
    for (const all of allNames(list).map(phraseKey)) {
      const one = singular(all);
      for (const key of [all, one]) {
        const named = nouns.get(key) ?? new Map<CatalogueProperty, boolean>();
        nouns.set(key, named.set(list, named.get(list) === true || key !== one));
      }
    }
  }
  return nouns;
}

function singular(word: string): string {
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|x|ss)es$/.test(word) ? word.slice(0, -2) : word.replace(/([^s])s$/, "$1");
}

/** What a phrase is compared by: apostrophes, hyphens, spaces, case, and how `colour` is spelt do not matter. */
export function phraseKey(phrase: string): string {
  return nameKey(phrase).replaceAll(/['’]/g, "").replaceAll("colour", "color");
}

/** `colour of the prices`, `prices colour` for `price color`. */
function turned(names: string[]): string[] {
  return names.flatMap((name) => {
    const [first = "", last, ...more] = name.split(/[\s_-]+/);
    if (/^(?:on|of|for)$/i.test(last ?? "") && more.length === 1)
      return [`${more[0]} ${first}`, `${first} of ${more[0]}`];
    if (last === undefined || more.length > 0) return [];
    const all = first.endsWith("s") ? [first] : [first, `${first}s`];
    return [
      ...all.map((each) => `${each} ${last}`),
      ...all.flatMap((each) => [`${last} of ${each}`, `${last} of the ${each}`]),
    ];
  });
}

export function sectionsMeant(vocabulary: Vocabulary, key: string): CatalogueSection[] {
  const meanings = vocabulary.sections.get(key);
  if (meanings === undefined) return [];
  return meanings.own.length > 0 ? meanings.own : meanings.usual;
}

export function propertiesMeant(vocabulary: Vocabulary, key: string): PropertyIn[] {
  const meanings = vocabulary.properties.get(key);
  if (meanings === undefined) return [];
  // Own names win inside a section only: a title here does not stop another section's text from being its title.
  const named = new Set(meanings.own.map((each) => each.section));
  return [...meanings.own, ...meanings.usual.filter((each) => !named.has(each.section))];
}

/** What a phrase can mean in one section. */
export function propertiesIn(
  vocabulary: Vocabulary,
  section: CatalogueSection,
  key: string,
): CatalogueProperty[] {
  return propertiesMeant(vocabulary, key).flatMap((each) =>
    each.section === section ? [each.property] : [],
  );
}

function addAll<Thing>(map: Map<string, Meanings<Thing>>, thing: Thing, names: Meanings<string>): void {
  const own = new Set(names.own.map(phraseKey));
  for (const key of own) meaningsAt(map, key).own.push(thing);
  for (const key of new Set(names.usual.map(phraseKey))) {
    if (!own.has(key)) meaningsAt(map, key).usual.push(thing);
  }
}

function meaningsAt<Thing>(map: Map<string, Meanings<Thing>>, key: string): Meanings<Thing> {
  const meanings = map.get(key) ?? { own: [], usual: [] };
  map.set(key, meanings);
  return meanings;
}

function usualNames(named: Named, groups: Synonyms[]): string[] {
  const own = new Set(allNames(named).map(phraseKey));
  return groups.flatMap(({ is, called }) =>
    is.some((name) => own.has(phraseKey(name))) ? [...is, ...called] : [],
  );
}

function usualNamesOfProperty(property: CatalogueProperty): string[] {
  const usual = usualNames(property, PROPERTY_SYNONYMS);
  if (property.value === "url")
    usual.push(...allNames(property).flatMap((name) => [`${name} link`, `${name} address`]));
  if (property.value === "text") usual.push(...allNames(property).map((name) => `${name} text`));
  if (property.value !== "color") return usual;
  const names = allNames(property).map(phraseKey);
  const plain = names.some((name) => name === "color");
  const behind = names.some((name) => /background|backdrop/.test(name));
  return [...usual, "color", ...(plain && !behind ? COLOR_OF_TEXT : [])];
}

const ALWAYS = [
  ...wordsIn("glue"),
  ...[SETTING, ADD, MODALS, NEGATIONS].flatMap((words) => [...words]),
  ...[...SECTION_SYNONYMS, ...PROPERTY_SYNONYMS].flatMap(({ is, called }) =>
    [...is, ...called].flatMap(split),
  ),
  ...Object.keys(cssNames),
];

/** The words that a request can be made of on this site, apart from texts. */
function knownWords(catalogue: Catalogue): KnownWords {
  const parts = catalogue.sections.flatMap((section) => [section, ...section.properties]);
  const words = new Set([...ALWAYS, ...parts.flatMap(allNames).flatMap(split)]);
  return Map.groupBy(words, (word) => word.charAt(0));
}

function split(name: string): string[] {
  return name.toLowerCase().split(/[\s_-]+/);
}
