import type { CatalogueSection } from "#src/site/catalogue.ts";
import { type Token, wordAt } from "./tokens.ts";
import { phraseKey, propertiesMeant, sectionsMeant, type Vocabulary } from "./vocabulary.ts";

/** What some words of a sentence point at: `the text of the footer`, `its color`, `the menu`, `it`. */
export interface Reference {
  /** The sections that are named; more than one when the name fits several, none when no section is named. */
  sections: CatalogueSection[];
  /** The sections that the name of the property can mean as well, as long as no section is named. */
  orSections: CatalogueSection[];
  /** The key of the words that name a property, for propertiesMeant. */
  property: string | null;
  /** The words before the section, when they place it: `in the footer`. */
  located: boolean;
  /** Its words, in lower case. */
  from: string;
  /** The first token after it. */
  end: number;
}

interface Phrase {
  key: string;
  length: number;
  sections: CatalogueSection[];
  isProperty: boolean;
}

const LONGEST_PHRASE = 5;
/** `the text of the hero section of the home page` is long already; a limit also limits the time. */
const MOST_PHRASES = 5;
const MOST_DETERMINERS = 3;
const DETERMINERS = new Set([
  "the",
  "a",
  "an",
  "our",
  "my",
  "your",
  "this",
  "that",
  "these",
  "those",
  "its",
  "their",
  "new",
  "whole",
  "entire",
  "current",
  "existing",
]);
const PLACES = new Set(["in", "on", "of", "for", "at", "inside", "within", "from", "under"]);
/** Words for any part of any page: they say nothing about which. */
const GENERIC = new Set([
  "section",
  "sections",
  "area",
  "part",
  "block",
  "component",
  "page",
  "site",
  "website",
  "app",
  "element",
  "page's",
  "site's",
  "website's",
  "property",
  "field",
]);
const PRONOUNS = new Set(["it", "its", "them", "their", "this", "that", "there"]);

/** Reads a reference that begins at this token, or nothing when the words point at no part of the site. */
export function readReference(tokens: Token[], start: number, vocabulary: Vocabulary): Reference | null {
  const found: Phrase[] = [];
  let at = start;
  let end = start;
  let located = false;
  while (found.length <= MOST_PHRASES) {
    const next = skipGlue(tokens, at, found.length > 0);
    const phrase = phraseFrom(tokens, next, vocabulary);
    if (phrase === null) break;
    located = (next > at && PLACES.has(wordAt(tokens, at))) || located;
    found.push(phrase);
    at = skipGeneric(tokens, next + phrase.length);
    end = at;
  }
  if (found.length > MOST_PHRASES) return null;
  if (found.length > 0) return combine(found, located, wordsOf(tokens, start, end), end);
  return PRONOUNS.has(wordAt(tokens, start))
    ? {
        sections: [],
        orSections: [],
        property: null,
        located: false,
        from: wordAt(tokens, start),
        end: start + 1,
      }
    : null;
}

/** A reference to a section that was said in another way. */
export function referenceTo(section: CatalogueSection): Reference {
  return { sections: [section], orSections: [], property: null, located: true, from: "", end: 0 };
}

export function isDeterminer(word: string): boolean {
  return DETERMINERS.has(word) || word === "it" || word === "them";
}

/** Names that contradict each other (two sections, two properties) leave a doubt, which is: no reference at all. */
function combine(found: Phrase[], located: boolean, from: string, end: number): Reference | null {
  const named = found.filter((phrase) => !phrase.isProperty);
  const properties = found.filter((phrase) => phrase.isProperty && phrase.sections.length === 0);
  // `heading` can be the header or a headline: beside a property it is the section, beside a section the property.
  const either = found.filter((phrase) => phrase.isProperty && phrase.sections.length > 0);
  if (either.length > 1) return null;
  if (properties.length > 0) named.push(...either);
  else properties.push(...either);
  const sections = commonSections(named);
  const property = propertyKey([...new Set(properties.map((phrase) => phrase.key))]);
  if (property === undefined || (named.length > 0 && sections.length === 0)) return null;
  const doubtful = named.length === 0 ? (either[0]?.sections ?? []) : [];
  return { sections, orSections: doubtful, property, located, from, end };
}

function wordsOf(tokens: Token[], start: number, end: number): string {
  return tokens
    .slice(start, end)
    .map((token) => token.text)
    .join(" ");
}

/** One property has one name; only the colour of a text has two: `the color of the header text`. */
function propertyKey(keys: string[]): string | null | undefined {
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
function phraseFrom(tokens: Token[], at: number, vocabulary: Vocabulary): Phrase | null {
  let key = "";
  let longest: Phrase | null = null;
  for (let length = 1; length <= LONGEST_PHRASE; length += 1) {
    const word = wordAt(tokens, at + length - 1);
    if (word === "") break;
    const whole = meaning(key + phraseKey(word), length, vocabulary);
    longest = whole ?? meaning(key + phraseKey(word.replace(/'s?$/, "")), length, vocabulary) ?? longest;
    key += phraseKey(word);
  }
  return longest;
}

function meaning(key: string, length: number, vocabulary: Vocabulary): Phrase | null {
  const sections = sectionsMeant(vocabulary, key);
  const isProperty = propertiesMeant(vocabulary, key).length > 0;
  return sections.length > 0 || isProperty ? { key, length, sections, isProperty } : null;
}

/** `of the`, `in our`; the first phrase may also come after `the page's`. */
function skipGlue(tokens: Token[], start: number, between: boolean): number {
  let at = start;
  if (PLACES.has(wordAt(tokens, at))) at += 1;
  at = skipDeterminers(tokens, at);
  if (!between && wordAt(tokens, at).endsWith("'s") && GENERIC.has(wordAt(tokens, at))) at += 1;
  return at;
}

function skipDeterminers(tokens: Token[], start: number): number {
  let at = start;
  while (at < start + MOST_DETERMINERS && DETERMINERS.has(wordAt(tokens, at))) at += 1;
  return at;
}

/** `section`, `of the page`: only when no phrase begins there. */
function skipGeneric(tokens: Token[], start: number): number {
  let at = start;
  while (at < start + MOST_DETERMINERS && GENERIC.has(wordAt(tokens, at))) at += 1;
  let rest = at;
  if (PLACES.has(wordAt(tokens, rest))) rest += 1;
  rest = skipDeterminers(tokens, rest);
  return rest > at && GENERIC.has(wordAt(tokens, rest)) ? rest + 1 : at;
}
