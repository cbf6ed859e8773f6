import type { CatalogueSection } from "#src/site/catalogue.ts";
import { type Item, type Reference, type Source, wordAt } from "./source.ts";
import { type Vocabulary, phraseKey, propertiesMeant, sectionsMeant } from "./vocabulary.ts";
import { wordsIn } from "./words.ts";

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
const MOST_DETERMINERS = 3;
const DETERMINERS = wordsIn("determiners");
const PLACES = wordsIn("places");
/** Words for any part of any page: they say nothing about which. */
const GENERIC = wordsIn("generic");
const MEASURES = wordsIn("measures");
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
    located = (next > at && PLACES.has(wordAt(source, at))) || located;
    found.push(phrase);
    at = skipGeneric(source, next + phrase.length);
    end = at;
  }
  if (found.length > MOST_PHRASES) return null;
  if (found.length > 0) return combine(found, { located, from: wordsOf(source, start, end), end });
  return PRONOUNS.has(wordAt(source, start))
    ? {
        sections: [],
        orSections: [],
        property: null,
        located: false,
        from: wordAt(source, start),
        end: start + 1,
      }
    : null;
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

function wordsOf(source: Source, start: number, end: number): string {
  return source.tokens
    .slice(start, end)
    .map((token) => token.text)
    .join(" ");
}

/** One property has one name; the colour of a text has two (`the color of the header text`), and so has `the text on the button`. */
function propertyKey(properties: Phrase[]): string | null | undefined {
  const keys = [...new Set(properties.map(({ key }) => key))];
  const other = properties.find(({ key }) => key !== "text");
  if (keys.length === 2 && keys[0] === "text" && other?.isText === true) return other.key;
  if (keys.length === 2 && keys.includes("text") && keys.some((key) => /^colou?r$/.test(key)))
    return "textcolor";
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
    const word = wordAt(source, at + length - 1);
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
  let at = start;
  if (PLACES.has(wordAt(source, at))) at += 1;
  at = skipDeterminers(source, at);
  if (!between) at = skipMeasure(source, at);
  if (!between && wordAt(source, at).endsWith("'s") && GENERIC.has(wordAt(source, at))) at += 1;
  return at;
}

/** `the price of the suite`, `the number of towns`: what has a name of its own is meant, unless the site has both. */
function skipMeasure(source: Source, start: number): number {
  const isMeasure = MEASURES.has(wordAt(source, start)) && wordAt(source, start + 1) === "of";
  if (!isMeasure || phraseFrom(source, start) !== null) return start;
  const next = skipDeterminers(source, start + 2);
  return phraseFrom(source, next) === null ? start : next;
}

function skipDeterminers(source: Source, start: number): number {
  let at = start;
  while (at < start + MOST_DETERMINERS && DETERMINERS.has(wordAt(source, at))) at += 1;
  return at;
}

/** `section`, `of the page`: only when no phrase begins there. */
function skipGeneric(source: Source, start: number): number {
  let at = start;
  while (at < start + MOST_DETERMINERS && GENERIC.has(wordAt(source, at))) at += 1;
  let rest = at;
  if (PLACES.has(wordAt(source, rest))) rest += 1;
  rest = skipDeterminers(source, rest);
  const isGeneric = rest > at && GENERIC.has(wordAt(source, rest)) && phraseFrom(source, rest) === null;
  return isGeneric ? rest + 1 : at;
}
