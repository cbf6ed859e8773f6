import type { CatalogueSection } from "#src/site/catalogue.ts";
import type { Item, Reference, Source } from "./source.ts";
import { type Vocabulary, phraseKey, propertiesMeant, sectionsMeant } from "./vocabulary.ts";
import { phrasesIn, phrasesOf, wordsIn } from "./words.ts";

interface Phrase {
  key: string;
  length: number;
  sections: CatalogueSection[];
  isProperty: boolean;
  /** Whether all properties that it can mean are texts. */
  isText: boolean;
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
  let at = start;
  let end = start;
  let located = false;
  while (found.length <= MOST_PHRASES) {
    const next = skipGlue(source, at, found.length > 0);
    const phrase = phraseFrom(source, next);
    if (phrase === null) break;
    located ||= [at, at + 1].some((each) => each < next && PLACES.has(source.word(each)));
    found.push(phrase);
    at = skipGeneric(source, next + phrase.length);
    end = at;
  }
  if (found.length > MOST_PHRASES) return null;
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
  return (
    reference !== null &&
    (reference.property !== null || reference.sections.length > 0 || reference.item !== undefined)
  );
}

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
  const named = found.filter((phrase) => !phrase.isProperty);
  const properties = found.filter((phrase) => phrase.isProperty && phrase.sections.length === 0);
  // `heading` can be the header or a headline: beside a property it is the section, beside a section the property.
  const either = found.filter((phrase) => phrase.isProperty && phrase.sections.length > 0);
  if (either.length > 1) return null;
  if (properties.length > 0) named.push(...either);
  else properties.push(...either);
  const sections = commonSections(named);
  const property = propertyKey(properties);
  if (property === undefined || (named.length > 0 && sections.length === 0)) return null;
  const doubtful = named.length === 0 ? (either[0]?.sections ?? []) : [];
  return { ...at, sections, orSections: doubtful, property };
}

/** One property has one name; the colour of a text has two (`the color of the header text`), and so has `the text on the button`. */
function propertyKey(properties: Phrase[]): string | null | undefined {
  const keys = [...new Set(properties.map(({ key }) => key))];
  const other = properties.find(({ key }) => key !== "text");
  if (keys.length === 2 && keys[0] === "text" && other?.isText === true) return other.key;
  if (keys.length === 2 && keys.includes("text") && keys.includes("color")) return "textcolor";
  return keys.length > 1 ? undefined : (keys[0] ?? null);
}

function commonSections(named: Phrase[]): CatalogueSection[] {
  return (named[0]?.sections ?? []).filter((section) =>
    named.every((phrase) => phrase.sections.includes(section)),
  );
}

/** The longest phrase at this place that means something on the site; `header's` and `hero-text` count too. */
function phraseFrom(source: Source, at: number): Phrase | null {
  let key = "";
  let longest: Phrase | null = null;
  for (let length = 1; length <= LONGEST_PHRASE; length += 1) {
    const word = source.word(at + length - 1);
    if (word === "") break;
    const whole = meaning(source.vocabulary, key + phraseKey(word), length);
    longest =
      whole ?? meaning(source.vocabulary, key + phraseKey(word.replace(/'s?$/, "")), length) ?? longest;
    key += phraseKey(word);
  }
  return longest;
}

function meaning(vocabulary: Vocabulary, key: string, length: number): Phrase | null {
  const sections = sectionsMeant(vocabulary, key);
  const properties = propertiesMeant(vocabulary, key);
  if (sections.length === 0 && properties.length === 0) return null;
  const isText = properties.every(({ property }) => property.value === "text");
  return { key, length, sections, isProperty: properties.length > 0, isText };
}

/** `of the`, `in our`; the first phrase may also come after `the page's`. */
function skipGlue(source: Source, start: number, between: boolean): number {
  const at = start + source.phrase(start, BETWEEN);
  const next = between ? at : skipMeasure(source, at);
  const isOwned = !between && source.word(next).endsWith("'s") && GENERIC.has(source.word(next));
  return isOwned ? next + 1 : next;
}

/** `the price of the suite`, `the number of towns`: what has a name of its own is meant, unless the site has both. */
function skipMeasure(source: Source, start: number): number {
  const next = start + source.phrase(start, MEASURE);
  const isMeasure = next > start && phraseFrom(source, start) === null && phraseFrom(source, next) !== null;
  return isMeasure ? next : start;
}

/** `section`, `of the page`: only when no phrase begins there. */
function skipGeneric(source: Source, start: number): number {
  const at = start + source.phrase(start, GENERICS);
  const rest = at + source.phrase(at, BETWEEN);
  const isGeneric = rest > at && GENERIC.has(source.word(rest)) && phraseFrom(source, rest) === null;
  return isGeneric ? rest + 1 : at;
}
