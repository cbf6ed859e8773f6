import type { Catalogue, CatalogueSection } from "#src/site/catalogue.ts";
import type { Draft, Place } from "#src/requests/draft.ts";
import { emptyDraft } from "#src/requests/empty-draft.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import type { Clause } from "./clause.ts";
import { collect, sectionFrom, takenBack } from "./collect.ts";
import { notSure } from "./not-sure.ts";
import { type Placed, placesOf } from "./places.ts";
import { severalSections, tellingWhere } from "./several-sections.ts";
import { type Vocabulary, propertiesIn } from "./vocabulary.ts";

/** Puts the clauses of a request together: one section, and what is to change in it. */
export function resolve(all: Clause[], vocabulary: Vocabulary, chosen: CatalogueSection | null): Draft {
  const clauses = all.filter(({ kind }) => kind !== "note");
  const notes = all
    .filter(({ kind }) => kind === "note")
    .map(({ from }) => from.replace(/[\s.,;]{1,9}$/, ""));
  const draft = draftOf(clauses, vocabulary, chosen);
  const changes = draft.wishes.length > 0 || draft.loose !== null;
  // Beside a change chatter is only shown; where there is none, it may be meant as one.
  return changes ? { ...draft, notes } : { ...draft, doubts: [...draft.doubts, ...notes.map(notSure)] };
}

function draftOf(clauses: Clause[], vocabulary: Vocabulary, chosen: CatalogueSection | null): Draft {
  const placed = placesOf(clauses, vocabulary);
  const asking = placed.filter(({ clause }) => clause.kind !== "nothing" && clause.kind !== "place");
  const several = chosen === null ? severalSections({ placed, asking, clauses }, vocabulary) : null;
  if (several !== null) return several;
  const section = chosen === null ? sectionOf(placed, asking, vocabulary.catalogue) : known(chosen);
  if (!section.known) return withoutSection(section, asking, clauses);
  const here = asking.filter(({ sections }) => sections.length === 0 || sections.includes(section.section));
  const collected = collect(here, section.section, vocabulary);
  collected.doubts.push(
    ...takenBack(clauses, collected.wishes, (key) => propertiesIn(vocabulary, section.section, key)),
  );
  if (here.length === 0 && clauses.length > 0) collected.doubts.push(...whyNothing(asking, clauses));
  const understood = [...sectionFrom(section.section, placed), ...collected.understood];
  return { ...emptyDraft("english", section), ...collected, understood };
}

/** The one section that all clauses are about, or those among which to choose. */
function sectionOf(placed: Placed[], asking: Placed[], catalogue: Catalogue): Place {
  const relevant = tellingWhere(placed, asking);
  const sure = new Set(
    relevant.filter(({ sections }) => sections.length === 1).flatMap(({ sections }) => sections),
  );
  const open = relevant.filter(({ clause, sections }) => sections.length !== 1 && clause.kind !== "doubt");
  const [only] = sure;
  if (only !== undefined && sure.size === 1 && open.length === 0) return known(only);
  const among = new Set(relevant.flatMap(({ sections }) => sections));
  const unknown = open.some(({ sections }) => sections.length === 0) || among.size === 0;
  const why = sure.size > 1 ? sayForEach([...sure]) : "";
  return { known: false, among: unknown ? catalogue.sections : inOrder([...among], catalogue), why };
}

function sayForEach(sections: CatalogueSection[]): Sentence {
  const labels = sections.slice(0, 4).map((section) => section.label);
  return sentence("doubt.each-section", { sections: labels });
}

function inOrder(sections: CatalogueSection[], catalogue: Catalogue): CatalogueSection[] {
  return catalogue.sections.filter((section) => sections.includes(section));
}

/** Nothing can be said about properties yet; only whether a change is asked for at all. */
function withoutSection(section: Place, asking: Placed[], clauses: Clause[]): Draft {
  const changes = asking.filter(({ clause }) => clause.kind !== "doubt");
  const doubts = asking
    .filter(({ clause }) => clause.kind === "doubt")
    .map(({ clause }) => notSure(clause.from));
  const loose = changes.length > 0 ? { value: null, among: [], why: "" } : null;
  if (asking.length === 0) doubts.push(...whyNothing(asking, clauses));
  return { ...emptyDraft("english", section), loose, doubts };
}

function whyNothing(asking: Placed[], clauses: Clause[]): Sentence[] {
  const [other] = asking;
  if (other !== undefined) return [isOtherPart(other.from)];
  return clauses.some((clause) => clause.kind === "nothing") ? [sentence("doubt.only-negated")] : [];
}

const isOtherPart = (words: string): Sentence =>
  words === "" ? sentence("doubt.other-part-that") : sentence("doubt.other-part", { words });

function known(section: CatalogueSection): Place {
  return { known: true, section };
}
