import type { CatalogueSection } from "#src/site/catalogue.ts";
import type { Item, Reference, Source } from "./source.ts";
import { type PropertyIn, type Vocabulary, phraseKey, propertiesMeant, sectionsMeant } from "./vocabulary.ts";
import { phrasesIn, phrasesOf, wordsIn } from "./words.ts";

interface Phrase {
  key: string;
  length: number;
  sections: CatalogueSection[];
  properties: PropertyIn[];
}

const LONGEST_PHRASE = 5;
/** `the text of the hero section of the home page` is long already; a limit also limits the time. */
const MOST_PHRASES = 5;
const DETERMINERS = wordsIn("determiners");
const PLACES = wordsIn("places");
/** Words for any part of any page: they say nothing about which. */
const GENERIC = wordsIn("generic");
const [DETERMINER, PLACE, ANY] = (["determiners", "places", "generic"] as const).map(
  (list) => phrasesIn(list).source,
);
const BETWEEN = phrasesOf(
  `(?:(?:right|up|down|over|there) )?${PLACE}(?: ${DETERMINER}){0,3}`,
  `${DETERMINER}(?: ${DETERMINER}){0,2}`,
);
const GENERICS = phrasesOf(`${ANY}(?: ${ANY}){0,2}`);
const MEASURE = phrasesOf(`${phrasesIn("measures").source} of(?: ${DETERMINER}){0,3}`);
const PRONOUNS = wordsIn("pronouns");

/** Reads a reference that begins at this token, or nothing when the words point at no part of the site. */
export function readReference(source: Source, start: number): Reference | null {
  const known = source.references.get(start);
  if (known !== undefined) return known;
  const reference = findReference(source, start);
  source.references.set(start, reference);
  return reference;
}

function findReference(source: Source, start: number): Reference | null {
  const found: Phrase[] = [];
  let end = start;
  let located = false;
  while (found.length < MOST_PHRASES) {
    const next = skipGlue(source, end, found.length === 0);
    const phrase = phraseFrom(source, next);
    if (phrase === null) break;
    const glue = [end, end + 1].filter((at) => at < next);
    located ||= glue.some((at) => PLACES.has(source.word(at)));
    found.push(phrase);
    end = skipGeneric(source, next + phrase.length);
  }
  if (found.length > 0) return combine(found, { located, from: source.lineFrom(start, end), end });
  const pronoun = source.word(start);
  return PRONOUNS.has(pronoun) ? { ...NOTHING, from: pronoun, end: start + 1 } : null;
}

/** A reference to an item of a list. */
export function referenceToItem(item: Item): Reference {
  return { ...NOTHING, sections: item.place?.sections ?? [], item, from: item.words, end: item.end };
}

const NOTHING: Reference = { sections: [], orSections: [], property: null, located: false, from: "", end: 0 };

/** A reference to a section that was said in another way. */
export function referenceTo(section: CatalogueSection): Reference {
  return { ...NOTHING, sections: [section], located: true };
}

/** Whether the words point at a part of the site, and not only at `it`. */
export function isPart(reference: Reference | null): boolean {
  return reference !== null && (isNamed(reference) || reference.sections.length > 0);
}

/** Whether they say which value: a property, or that of an item. */
export const isNamed = ({ property, item }: Reference): boolean => property !== null || item !== undefined;

export function isDeterminer(word: string): boolean {
  return DETERMINERS.has(word) || word === "it" || word === "them";
}

/** `the Our Chefs link`: behind another determiner, one that is written like a name belongs to it. */
export function skipDeterminers(source: Source, start: number): number {
  let at = start;
  while (isDeterminer(source.word(at)) && !(at > start && source.isUpper(at))) at += 1;
  return at;
}

/** Names that contradict each other (two sections, two properties) leave a doubt, which is: no reference at all. */
function combine(found: Phrase[], at: Pick<Reference, "located" | "from" | "end">): Reference | null {
  // `heading` can be the header or a headline: beside a property it is the section, beside a section the property.
  const hasProperty = found.some(({ sections }) => sections.length === 0);
  const isProperty = ({ sections, properties }: Phrase) =>
    sections.length === 0 || (properties.length > 0 && !hasProperty);
  const named = found.filter((phrase) => !isProperty(phrase));
  const [first, ...others] = named;
  const sections = (first?.sections ?? []).filter((each) =>
    others.every((other) => other.sections.includes(each)),
  );
  const properties = found.filter(isProperty);
  const property = propertyKey(properties);
  if (property === undefined || (first !== undefined && sections.length === 0)) return null;
  return {
    ...at,
    sections,
    orSections: first === undefined ? (properties[0]?.sections ?? []) : [],
    property,
  };
}

/** One property has one name; the colour of a text has two (`the color of the header text`), and so has `the text on the button`. */
function propertyKey(properties: Phrase[]): string | null | undefined {
  const keys = [...new Set(properties.map(({ key }) => key))];
  const other = properties.find(({ key }) => key !== "text");
  const isText = other?.properties.every(({ property }) => property.value === "text");
  if (keys.length === 2 && keys[0] === "text" && isText === true) return other?.key;
  if (keys.length === 2 && keys.includes("text") && keys.includes("color")) return "textcolor";
  return keys.length > 1 ? undefined : (keys[0] ?? null);
}

/** The longest phrase at this place that means something on the site; `header's` and `hero-text` count too. */
function phraseFrom(source: Source, at: number): Phrase | null {
  let before = "";
  let longest: Phrase | null = null;
  for (let length = 1; length <= LONGEST_PHRASE; length += 1) {
    const word = source.word(at + length - 1);
    if (word === "") break;
    const named = (name: string) => meaning(source.vocabulary, before + phraseKey(name), length);
    longest = named(word) ?? named(word.replace(/'s?$/, "")) ?? longest;
    before += phraseKey(word);
  }
  return longest;
}

function meaning(vocabulary: Vocabulary, key: string, length: number): Phrase | null {
  const sections = sectionsMeant(vocabulary, key);
  const properties = propertiesMeant(vocabulary, key);
  return sections.length + properties.length === 0 ? null : { key, length, sections, properties };
}

/** `of the`, `in our`; before the first phrase also `the price of`: what has a name of its own is meant, unless the site has both. */
function skipGlue(source: Source, start: number, isFirst: boolean): number {
  const at = start + source.phrase(start, BETWEEN);
  const next = isFirst ? at + source.phrase(at, MEASURE) : at;
  const isMeasure = next > at && phraseFrom(source, at) === null && phraseFrom(source, next) !== null;
  return isMeasure ? next : at;
}

/** `section`, `of the page`: only when no phrase begins there. */
function skipGeneric(source: Source, start: number): number {
  const at = start + source.phrase(start, GENERICS);
  const rest = at + source.phrase(at, BETWEEN);
  const isGeneric = rest > at && GENERIC.has(source.word(rest)) && phraseFrom(source, rest) === null;
  return isGeneric ? rest + 1 : at;
}
