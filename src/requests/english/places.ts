import { sentence } from "#src/words/sentence.ts";
import type { CatalogueSection } from "#src/site/catalogue.ts";
import { lookUp } from "#src/requests/names.ts";
import { type Clause, referencesIn } from "./clause.ts";
import { skipPoliteness } from "./politeness.ts";
import { possibleIn } from "./properties.ts";
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
export function placesOf(
  clauses: Clause[],
  vocabulary: Vocabulary,
  before: CatalogueSection | null = null,
): Placed[] {
  let context = before;
  const placed = clauses.map((clause) => {
    const place = placeOf(withTrailingPlace(clause, context, vocabulary), context, vocabulary);
    context = onlyOf(place.sections) ?? context;
    return place;
  });
  const last = placed.at(-1);
  if (last === undefined || before !== null) return placed;
  // `change the text to “A” and the color to blue in the footer`.
  const end = sectionsNamed(last.clause).some(({ located }) => located) ? onlyOf(last.sections) : null;
  return end === null ? placed : [...placesOf(clauses.slice(0, -1), vocabulary, end), last];
}

const onlyOf = ([section, other]: CatalogueSection[]): CatalogueSection | null =>
  other === undefined ? (section ?? null) : null;

function placeOf(clause: Clause, context: CatalogueSection | null, vocabulary: Vocabulary): Placed {
  const [named, other] = sectionsNamed(clause);
  if (named !== undefined) return { clause, sections: inBoth(named, other ?? named), from: named.from };
  const property = referencesIn(clause).find((each) => each.property !== null);
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

/** The section that a person names in an answer, by any of its names: `navbar`, `the menu, please`. */
export function sectionNamed(words: string, vocabulary: Vocabulary): CatalogueSection | null {
  const { found } = lookUp(vocabulary.catalogue.sections, words);
  const source = new Source(words, vocabulary);
  const reference = found === null ? readReference(source, 0) : null;
  if (reference === null || reference.property !== null) return found;
  const end = source.tokens.length;
  return skipPoliteness(source, reference.end, end) === end ? onlyOf(reference.sections) : null;
}
