import { sentence } from "#src/words/sentence.ts";
import type { CatalogueSection } from "#src/site/catalogue.ts";
import { lookUp } from "#src/requests/names.ts";
import { type Clause, propertyIn, referencesIn } from "./clause.ts";
import { possibleIn } from "./collect.ts";
import { skipPoliteness } from "./politeness.ts";
import { readReference } from "./reference.ts";
import { type Reference, Source } from "./source.ts";
import type { Vocabulary } from "./vocabulary.ts";

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
    const [only, other] = place.sections;
    if (only !== undefined && other === undefined) context = only;
  }
  return withPlaceFromTheEnd(placed);
}

function placeOf(clause: Clause, context: CatalogueSection | null, vocabulary: Vocabulary): Placed {
  const [named, other] = sectionsNamed(clause);
  if (named !== undefined) return { clause, sections: inBoth(named, other ?? named), from: named.from };
  const property = propertyIn(clause);
  const sections = vocabulary.catalogue.sections.filter(
    (section) => possibleIn(section, clause, vocabulary).length > 0,
  );
  // What is asked of an item of one list is not about a section without it: `… and change Espresso to €2.60`.
  const isItsOwn =
    property !== undefined || clause.kind === "doubt" || (clause.kind === "links" && clause.lists !== null);
  if (context !== null && (!isItsOwn || sections.includes(context)))
    return { clause, sections: [context], from: "" };
  return { clause, sections, from: property?.from ?? "" };
}

const sectionsNamed = (clause: Clause): Reference[] =>
  referencesIn(clause).filter(({ sections }) => sections.length > 0);

/** Two names for two sections (`the header text in the footer`) leave both open. */
function inBoth({ sections }: Reference, other: Reference): CatalogueSection[] {
  const common = sections.filter((section) => other.sections.includes(section));
  return common.length > 0 ? common : [...sections, ...other.sections];
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
  return { ...clause, place, value: { ...clause.value, text } };
}

/** `change the text to “A” and the color to blue in the footer`. */
function withPlaceFromTheEnd(placed: Placed[]): Placed[] {
  const last = placed.at(-1);
  const [only, other] = last?.sections ?? [];
  const isSaid = last !== undefined && sectionsNamed(last.clause).some(({ located }) => located);
  if (!isSaid || only === undefined || other !== undefined) return placed;
  return placed.map((each) => {
    const isOpen = each.sections.length !== 1 && sectionsNamed(each.clause).length === 0;
    const fits = each.sections.length === 0 || each.sections.includes(only);
    return isOpen && fits ? { ...each, sections: [only] } : each;
  });
}

/** The section that a person names in an answer, by any of its names: `navbar`, `the menu, please`. */
export function sectionNamed(words: string, vocabulary: Vocabulary): CatalogueSection | null {
  const { found } = lookUp(vocabulary.catalogue.sections, words);
  const source = new Source(words, vocabulary);
  const reference = found === null ? readReference(source, 0) : null;
  if (reference === null || reference.property !== null) return found;
  const end = source.tokens.length;
  const [only, other] = skipPoliteness(source, reference.end, end) === end ? reference.sections : [];
  return other === undefined ? (only ?? null) : null;
}
