import { sentence } from "#src/words/sentence.ts";
import type { CatalogueSection } from "#src/site/catalogue.ts";
import type { Clause } from "./clause.ts";
import { skipPoliteness } from "./politeness.ts";
import { readReference } from "./reference.ts";
import { type Reference, Source } from "./source.ts";
import { type Vocabulary, phraseKey, propertiesMeant, sectionsMeant } from "./vocabulary.ts";

/** A clause and the sections it can be about; none when the words do not say. */
export interface Placed {
  clause: Clause;
  sections: CatalogueSection[];
  /** The words that say so. */
  from: string;
}

/** Finds for each clause where it belongs: named in it, said before (`its color`), or said at the end for all. */
export function placesOf(clauses: Clause[], vocabulary: Vocabulary): Placed[] {
  const placed: Placed[] = [];
  let context: CatalogueSection | null = null;
  for (const clause of clauses) {
    const place = placeOf(withTrailingPlace(clause, context, vocabulary), context, vocabulary);
    placed.push(place);
    const [only] = place.sections;
    if (only !== undefined && place.sections.length === 1) context = only;
  }
  return withPlaceFromTheEnd(placed);
}

function placeOf(clause: Clause, context: CatalogueSection | null, vocabulary: Vocabulary): Placed {
  const references = referencesOf(clause);
  const named = references.find((reference) => reference.sections.length > 0);
  if (named !== undefined) return { clause, sections: allNamed(references), from: named.from };
  const property = references.find((reference) => reference.property !== null);
  if (property !== undefined) {
    const sections = sectionsHaving(property, vocabulary);
    if (context !== null && sections.includes(context)) return { clause, sections: [context], from: "" };
    return { clause, sections, from: property.from };
  }
  if (clause.kind === "doubt") return { clause, sections: [], from: "" };
  if (context !== null && hasItsList(clause, context)) return { clause, sections: [context], from: "" };
  return { clause, sections: sectionsFitting(clause, vocabulary), from: "" };
}

/** What is asked of an item of one list is not about a section without it: `… and change Espresso to €2.60`. */
function hasItsList(clause: Clause, { properties }: CatalogueSection): boolean {
  const lists = clause.kind === "links" ? clause.lists : null;
  return lists === null || properties.some((property) => lists.includes(property));
}

function sectionsHaving({ property, orSections }: Reference, vocabulary: Vocabulary): CatalogueSection[] {
  const having = propertiesMeant(vocabulary, property ?? "").map((each) => each.section);
  return [...new Set([...having, ...orSections])];
}

/** Without any name, a colour can only be about a section that has one, and a link about one that has links. */
function sectionsFitting(clause: Clause, vocabulary: Vocabulary): CatalogueSection[] {
  const lists = clause.kind === "links" ? clause.lists : null;
  if (lists !== null)
    return vocabulary.catalogue.sections.filter(({ properties }) =>
      properties.some((property) => lists.includes(property)),
    );
  const type = clause.kind === "links" ? "links" : clause.kind === "set" && isColor(clause) ? "color" : null;
  if (type === null) return [];
  return vocabulary.catalogue.sections.filter((section) =>
    section.properties.some((property) => property.value === type),
  );
}

function isColor(clause: Clause): boolean {
  return clause.kind === "set" && clause.value !== null && clause.value.color !== null;
}

function referencesOf(clause: Clause): Reference[] {
  const all = ["target" in clause ? clause.target : null, "place" in clause ? clause.place : null];
  return all.filter((reference) => reference !== null);
}

/** Two names for two sections (`the header text in the footer`) leave both open. */
function allNamed(references: Reference[]): CatalogueSection[] {
  const [first, second] = references.filter((reference) => reference.sections.length > 0);
  if (first === undefined || second === undefined) return first?.sections ?? [];
  const common = first.sections.filter((section) => second.sections.includes(section));
  return common.length > 0 ? common : [...first.sections, ...second.sections];
}

/**
 * `change the text to Hello in the header`: where nothing else says which section, the end does. Where something
 * does, the words may as well be a part of the text.
 */
function withTrailingPlace(clause: Clause, context: CatalogueSection | null, vocabulary: Vocabulary): Clause {
  if (clause.kind !== "set" || clause.value === null || clause.value.trailing === null) return clause;
  const { text, place } = clause.value.trailing;
  const { sections } = placeOf({ ...clause, place: null }, context, vocabulary);
  if (sections.length === 1 || text === "") {
    const doubt = sentence("doubt.part-of-text", { words: place.from });
    return { ...clause, value: { ...clause.value, doubt } };
  }
  return { ...clause, place, value: { ...clause.value, text, trailing: null } };
}

/** `change the text to “A” and the color to blue in the footer`. */
function withPlaceFromTheEnd(placed: Placed[]): Placed[] {
  const last = placed.at(-1);
  const [only] = last?.sections ?? [];
  if (last === undefined || only === undefined || last.sections.length !== 1 || !saysWhere(last.clause))
    return placed;
  return placed.map((each) => {
    const open =
      each.sections.length !== 1 && referencesOf(each.clause).every((one) => one.sections.length === 0);
    const fits = each.sections.length === 0 || each.sections.includes(only);
    return open && fits ? { ...each, sections: [only] } : each;
  });
}

function saysWhere(clause: Clause): boolean {
  return referencesOf(clause).some((reference) => reference.located && reference.sections.length > 0);
}

/** The section that a person names in an answer, by any of its names: `navbar`, `the menu, please`. */
export function sectionNamed(words: string, vocabulary: Vocabulary): CatalogueSection | null {
  const exact = vocabulary.catalogue.sections.find((section) => section.id === words.trim());
  if (exact !== undefined) return exact;
  const [named, second] = sectionsMeant(vocabulary, phraseKey(words.trim()));
  if (named !== undefined) return second === undefined ? named : null;
  const source = new Source(words, vocabulary);
  const reference = readReference(source, 0);
  const whole =
    reference !== null &&
    skipPoliteness(source, reference.end, source.tokens.length) === source.tokens.length;
  const [only, other] = whole && reference.property === null ? reference.sections : [];
  return other === undefined ? (only ?? null) : null;
}
