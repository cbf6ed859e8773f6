import cssNames from "color-name";
import synonyms from "./synonyms.json" with { type: "json" };
import { ADD, MODALS, NEGATIONS, SETTING } from "./verbs.ts";
import { wordsIn } from "./words.ts";
import type { Catalogue, CatalogueProperty, CatalogueSection, ValueType } from "#src/site/catalogue.ts";
import { listsOf } from "#src/requests/list-fields.ts";
import { type Named, allNames, nameKey } from "#src/requests/names.ts";

/**
 * What people generally call the parts of a page. A part of a site has a meaning when one of its own names is in `is`;
 * then everything in `is` and `called` is understood as that part, as long as nothing else fits as well.
 */
const readSynonyms = ({ is, called }: { is: string; called: string }) => ({
  is: keysOf(is.split(", ")),
  all: `${is}, ${called}`.split(", "),
});
const SECTION_SYNONYMS = synonyms.sections.map(readSynonyms);
const PROPERTY_SYNONYMS = synonyms.properties.map(readSynonyms);

/** What people add to the name of a property, by what it holds. Any colour is called so. */
const USUAL: Partial<Record<ValueType, (name: string) => string[]>> = {
  url: (name) => [`${name} link`, `${name} address`],
  text: (name) => [`${name} text`],
  color: () => ["color"],
};
/** The colour of letters: it fits a property that is simply called colour, but no background and no accent. */
const COLOR_OF_TEXT = ["text color", "font color"];

/** A property and where it is. */
export interface PropertyIn {
  section: CatalogueSection;
  property: CatalogueProperty;
}

export interface Vocabulary {
  catalogue: Catalogue;
  lists: CatalogueProperty[];
  /** Lists by what they and one of their items are called. */
  nouns: Map<string, CatalogueProperty[]>;
  /** Every word of any phrase, and those that requests are made of, by the first letter: it is hardly ever mistyped. */
  known: Map<string, string[]>;
  sections: Map<string, CatalogueSection[]>;
  properties: Map<string, PropertyIn[]>;
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
  const { sections } = catalogue;
  const lists = sections.flatMap(listsOf);
  const all = sections.flatMap((section) => section.properties.map((property) => ({ section, property })));
  return {
    catalogue,
    lists,
    nouns: grouped(keyed(lists, nounsOf)),
    known: knownWords(sections),
    sections: grouped(meanings(sections, (section) => synonymsOf(section, SECTION_SYNONYMS))),
    // Own names win inside a section only: a title here does not stop another section's text from being its title.
    properties: grouped(
      sections.flatMap((section) =>
        meanings(section.properties, usualNames).map(([key, property]) => [key, { section, property }]),
      ),
    ),
    listed: grouped(
      keyed(all, ({ property }) => (property.rules.oneOf ?? []).map((value) => value.toLowerCase())),
    ),
  };
}

/** What each phrase can mean: what is called so, and where nothing is, what people generally call so. */
function meanings<Thing extends Named>(
  things: Thing[],
  usual: (thing: Thing) => string[],
): [string, Thing][] {
  const own = keyed(things, (thing) => keysOf(allNames(thing)));
  const taken = new Set(own.map(([key]) => key));
  const others = keyed(things, (thing) => keysOf(usual(thing)));
  return [...own, ...others.filter(([key]) => !taken.has(key))];
}

function keyed<Thing>(things: Thing[], keys: (thing: Thing) => Iterable<string>): [string, Thing][] {
  return things.flatMap((thing) => Array.from(keys(thing), (key): [string, Thing] => [key, thing]));
}

function grouped<Thing>(pairs: [string, Thing][]): Map<string, Thing[]> {
  const groups = Map.groupBy(pairs, ([key]) => key);
  return new Map([...groups].map(([key, group]) => [key, group.map(([, thing]) => thing)]));
}

/** What a list and one of its items are called: `cards`, `card`. */
function nounsOf(list: CatalogueProperty): Set<string> {
  const names = keysOf(allNames(list));
  return new Set([...names, ...[...names].map(singular)]);
}

export function singular(word: string): string {
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|x|ss)es$/.test(word) ? word.slice(0, -2) : word.replace(/([^s])s$/, "$1");
}

/** What a phrase is compared by: apostrophes, hyphens, spaces, case, and how `colour` is spelt do not matter. */
export function phraseKey(phrase: string): string {
  return nameKey(phrase).replaceAll(/['’]/g, "").replaceAll("colour", "color");
}

function keysOf(names: string[]): Set<string> {
  return new Set(names.map(phraseKey));
}

export function sectionsMeant(vocabulary: Vocabulary, key: string): CatalogueSection[] {
  return vocabulary.sections.get(key) ?? [];
}

export function propertiesMeant(vocabulary: Vocabulary, key: string): PropertyIn[] {
  return vocabulary.properties.get(key) ?? [];
}

/** What a phrase can mean in one section. */
export function propertiesIn(
  vocabulary: Vocabulary,
  section: CatalogueSection,
  key: string,
): CatalogueProperty[] {
  const meant = propertiesMeant(vocabulary, key).filter((each) => each.section === section);
  return meant.map(({ property }) => property);
}

function synonymsOf(named: Named, groups: typeof SECTION_SYNONYMS): string[] {
  const own = [...keysOf(allNames(named))];
  return groups.flatMap(({ is, all }) => (own.some((key) => is.has(key)) ? all : []));
}

function usualNames(property: CatalogueProperty): string[] {
  const names = allNames(property);
  const isColor = property.value === "color" && names.some((name) => phraseKey(name) === "color");
  return [
    ...synonymsOf(property, PROPERTY_SYNONYMS),
    ...names.flatMap((name) => USUAL[property.value]?.(name) ?? []),
    ...(isColor && !names.some((name) => /background|backdrop/i.test(name)) ? COLOR_OF_TEXT : []),
    ...names.flatMap(turned),
  ];
}

/** `colour of the prices`, `prices colour` for `price color`. */
function turned(name: string): string[] {
  const [first = "", last, end, ...more] = name.split(/[\s_-]+/);
  if (last === undefined || more.length > 0) return [];
  if (end !== undefined)
    return /^(?:on|of|for)$/i.test(last) ? [`${end} ${first}`, `${first} of ${end}`] : [];
  const all = first.endsWith("s") ? [first] : [first, `${first}s`];
  return all.flatMap((each) => [`${each} ${last}`, `${last} of ${each}`, `${last} of the ${each}`]);
}

/** The words that a request can be made of on this site, apart from texts. */
function knownWords(sections: CatalogueSection[]): Vocabulary["known"] {
  const named = sections.flatMap((section) => [section, ...section.properties]).flatMap(allNames);
  const usual = [...SECTION_SYNONYMS, ...PROPERTY_SYNONYMS].flatMap(({ all }) => all);
  const spoken = [wordsIn("glue"), SETTING, ADD, MODALS, NEGATIONS].flatMap((words) => [...words]);
  const parts = [...usual, ...named].flatMap((name) => name.toLowerCase().split(/[\s_-]+/));
  return Map.groupBy(new Set([...spoken, ...parts, ...Object.keys(cssNames)]), (word) => word.charAt(0));
}
