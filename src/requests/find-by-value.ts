import type { Catalogue, CatalogueProperty, CatalogueSection } from "#src/site/catalogue.ts";
import { shorten } from "#src/site/shorten.ts";
import type { StandingValue } from "#src/site/standing-values.ts";
import { type Sentence, inARow, sentence } from "#src/words/sentence.ts";
import { conclude } from "./conclude.ts";
import { type Draft, MOST_PARTS, type Wish } from "./draft.ts";
import { draftOfParts } from "./empty-draft.ts";
import { type Replacement, replacementsIn } from "./english/replacement.ts";
import { Source } from "./english/source.ts";
import { propertiesIn, vocabularyOf } from "./english/vocabulary.ts";
import type { Meaning, Request } from "./interpretation.ts";
import { echo } from "./naming.ts";
import { askPlace } from "./questions.ts";
import { readOffline } from "./read-offline.ts";
import { occurrences, replaced } from "./occurrences.ts";

/** A value that holds what is to be replaced. */
interface Found {
  section: CatalogueSection;
  property: CatalogueProperty;
  now: string;
  replacement: Replacement;
  times: number;
}

/**
 * Whether words name what is to change by what stands there now. That takes the site's values to find, which only
 * findByValue has.
 */
export function asksByValue(request: Request, catalogue: Catalogue): boolean {
  return replacementsIn(sourceFor(request, catalogue)).length > 0;
}

/**
 * What a request means that names a value as it is now (`change “7 to 18” to “8 to 20”`): found in one place it is the
 * change, found in several or nowhere it is asked; “every” means all of them, in as many sections as a request can have. Null for a request that names none. Pure, like `interpret`.
 */
export function findByValue(request: Request, catalogue: Catalogue, values: StandingValue[]): Meaning | null {
  const source = sourceFor(request, catalogue);
  const replacements = replacementsIn(source);
  const [first] = replacements;
  if (first === undefined) return null;
  const everywhere = replacements.flatMap((replacement) => findIn(values, catalogue, replacement));
  const where = everywhere.filter((found) => isMeant(source, found));
  const found = chosen(where.length > 0 ? where : everywhere, request.answers["place"]);
  if (found.length === 0) return askAnew(request, catalogue, nowhere(first, values, catalogue));
  const isSure = where.length > 0 || request.answers["place"] !== undefined;
  if (!isSure || !isSettled(found, request.answers["place"])) return askWhich(found, catalogue, source.words);
  return conclude(draftOf(found, source.words), request.answers, catalogue);
}

/** An answer in other words takes the place of the first ones. */
function sourceFor({ description, command, answers }: Request, catalogue: Catalogue): Source {
  const words = command?.trim() ? "" : (answers["change"] ?? description ?? "");
  return new Source(words, vocabularyOf(catalogue));
}

function findIn(values: StandingValue[], catalogue: Catalogue, replacement: Replacement): Found[] {
  const found = values.flatMap(({ section: id, property: name, value: now }) => {
    const section = catalogue.sections.find((each) => each.id === id);
    const property = section?.properties.find((each) => each.id === name);
    const times = occurrences(now, replacement);
    return section && property && times > 0 ? [{ section, property, now, replacement, times }] : [];
  });
  // The whole value is meant before a part of another one.
  const whole = found.filter(({ now }) => now.trim() === replacement.old.trim());
  return whole.length > 0 && !replacement.every ? whole : found;
}

/** Whether a value is where the words say, if they say it. */
function isMeant({ vocabulary }: Source, { section, property, replacement }: Found): boolean {
  return replacement.places.every(({ sections, orSections, property: key }) => {
    const named = [...sections, ...orSections];
    const isThere = named.length === 0 || named.includes(section);
    const isProperty = key === null || propertiesIn(vocabulary, section, key).includes(property);
    return orSections.length > 0 ? isThere || isProperty : isThere && isProperty;
  });
}

const keyOf = ({ section, property }: Found): string => `${section.id}.${property.id}`;

function chosen(found: Found[], answer: string | undefined): Found[] {
  const meant = found.filter((each) => [keyOf(each), each.section.id].includes(answer ?? ""));
  return meant.length > 0 ? meant : found;
}

/** Once in one value, or wherever it is when every place is meant. What can be cut in two ways is not one thing. */
function isSettled(found: Found[], answer: string | undefined): boolean {
  const [first] = found;
  const isEvery =
    first?.replacement.every === true && found.every((each) => each.replacement === first.replacement);
  if (isEvery) return sectionsOf(found).length <= MOST_PARTS;
  return found.length === 1 && (first?.times === 1 || answer !== undefined);
}

const sectionsOf = (found: Found[]): CatalogueSection[] => [...new Set(found.map(({ section }) => section))];

function draftOf(found: Found[], from: string): Draft {
  const [first, ...further] = sectionsOf(found).map((section) => ({
    section,
    wishes: wishesFor(section, found),
  }));
  if (first === undefined) throw new Error("Nothing was found");
  return {
    ...draftOfParts("english", [first, ...further]),
    understood: found.map(({ section, property, replacement }) => ({
      as: `${further.length > 0 ? `${section.id}.` : ""}${property.id}:${replacement.value}`,
      from,
    })),
  };
}

const wishesFor = (section: CatalogueSection, found: Found[]): Wish[] =>
  found
    .filter((each) => each.section === section)
    .map(({ property, now, replacement }) => ({ property, value: replaced(now, replacement), why: "" }));

function askWhich(found: Found[], catalogue: Catalogue, from: string): Meaning {
  const old = found[0]?.replacement.old ?? "";
  const places = found.map((each) => ({ value: keyOf(each), label: labelOf(each) }));
  const isEvery = found[0]?.replacement.every === true;
  const choices = isEvery ? sectionsOf(found).map(({ id, label }) => ({ value: id, label })) : places;
  return {
    outcome: "unclear",
    updates: {},
    questions: [askPlace(echo(old), choices)],
    intent: {
      source: "english",
      catalogue_version: catalogue.version,
      understood: [{ as: "place", from: shorten(from, 200) }],
    },
  };
}

function labelOf({ section, property, now, times }: Found): Sentence | string {
  const place = `${section.label} › ${property.label}`;
  const value = shorten(now.replaceAll(/\s+/g, " "), 200);
  return times > 1 ? sentence("choice.place", { place, times, value }) : `${place}: ${value}`;
}

/** Asks for the whole change again, with a reason. */
function askAnew(request: Request, catalogue: Catalogue, why: Sentence): Meaning | null {
  const { change: _, ...answers } = request.answers;
  const reading = readOffline({ ...request, answers }, catalogue);
  return reading.ok ? conclude({ ...reading.draft, meant: null, doubts: [why] }, answers, catalogue) : null;
}

function nowhere({ old }: Replacement, values: StandingValue[], catalogue: Catalogue): Sentence {
  const near = nearestValue(old, values);
  const section = catalogue.sections.find(({ id }) => id === near?.section);
  const none = sentence("doubt.nowhere", { words: echo(old) });
  return near && section
    ? inARow(none, sentence("doubt.nearest", { value: echo(near.value), section: section.label }))
    : none;
}

/** The value that shares most of its words with a text, half of them at least. */
function nearestValue(text: string, values: StandingValue[]): StandingValue | null {
  const wanted = wordsOf(text);
  const shared = values.map((value) => {
    const words = wordsOf(value.value);
    return { value, count: wanted.filter((word) => words.includes(word)).length };
  });
  const [best] = shared.toSorted((one, other) => other.count - one.count);
  return best && best.count * 2 >= wanted.length && best.count > 0 ? best.value : null;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
