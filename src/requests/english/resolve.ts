import type { Catalogue, CatalogueSection } from "#src/site/catalogue.ts";
import { type Draft, type Place, MOST_PARTS } from "#src/requests/draft.ts";
import { draftOfParts, emptyDraft } from "#src/requests/empty-draft.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import type { Clause } from "./clause.ts";
import { type Collected, collect, sectionFrom, takenBack } from "./collect.ts";
import { notSure } from "./not-sure.ts";
import { type Placed, placesOf } from "./places.ts";
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

/** The clauses of a request with where they belong; `asking` are those that ask for something. */
interface Asked {
  clauses: Clause[];
  placed: Placed[];
  asking: Placed[];
  vocabulary: Vocabulary;
}

function draftOf(clauses: Clause[], vocabulary: Vocabulary, chosen: CatalogueSection | null): Draft {
  const placed = placesOf(clauses, vocabulary);
  const asking = placed.filter(({ clause }) => clause.kind !== "nothing" && clause.kind !== "place");
  const asked = { clauses, placed, asking, vocabulary };
  const several = chosen === null ? severalSections(asked) : null;
  if (several !== null) return several;
  const section = chosen === null ? sectionOf(placed, asking, vocabulary.catalogue) : known(chosen);
  if (!section.known) return withoutSection(section, asking, clauses);
  const collected = collectIn(asked, section.section);
  const isNothing = clauses.length > 0 && !asking.some(({ sections }) => isIn(sections, section.section));
  const doubts = [...collected.doubts, ...(isNothing ? whyNothing(asking, clauses) : [])];
  return { ...emptyDraft("english", section), ...collected, doubts };
}

const isIn = (sections: CatalogueSection[], section: CatalogueSection): boolean =>
  sections.length === 0 || sections.includes(section);

function collectIn({ clauses, placed, asking, vocabulary }: Asked, section: CatalogueSection): Collected {
  const here = asking.filter(({ sections }) => isIn(sections, section));
  const collected = collect(here, section, vocabulary);
  const kept = takenBack(clauses, collected.wishes, (key) => propertiesIn(vocabulary, section, key));
  const understood = [...sectionFrom(section, placed), ...collected.understood];
  return { ...collected, doubts: [...collected.doubts, ...kept], understood };
}

/** A part for each section, where every clause says for itself which section it is about and what that is to be. */
function severalSections(asked: Asked): Draft | null {
  const { placed, asking } = asked;
  const sections = new Set(tellingWhere(placed, asking).flatMap((each) => each.sections));
  const isClear = asking.every(({ clause, sections: where, from }, at) => {
    const goesOn = from !== "" || !clause.fresh || at === 0 || clause.together === true;
    return clause.kind !== "doubt" && !clause.alternative && where.length === 1 && goesOn;
  });
  // `Make the header red. The footer as well.` says only once what is to be, which may be meant for one alone.
  const saysEach = asking.every(({ clause: { from, together = false }, sections: [where] }) =>
    asking.every((other) => together || other.clause.from !== from || other.sections[0] === where),
  );
  if (sections.size < 2 || sections.size > MOST_PARTS || !isClear || !saysEach) return null;
  const [first, ...more] = [...sections].map((section) => ({ section, ...collectIn(asked, section) }));
  if (first === undefined || ![first, ...more].every(isWhole)) return null;
  const understood = [first, ...more].flatMap((part) => part.understood);
  return { ...draftOfParts("english", [first, ...more]), understood };
}

const isWhole = ({ wishes, loose, doubts }: Collected): boolean =>
  wishes.length > 0 &&
  wishes.every(({ value, why }) => value !== null && why === "") &&
  loose === null &&
  doubts.length === 0;

/** What says where: `On the home page, make the header red` has; `Make the header red. The footer as well.` wants both. */
function tellingWhere(placed: Placed[], asking: Placed[]): Placed[] {
  const telling = new Set(
    asking.filter(({ clause, sections }) => sections.length > 0 || clause.kind !== "doubt"),
  );
  const first = placed.findIndex((each) => telling.has(each));
  return placed.filter((each, at) => telling.has(each) || (each.clause.kind === "place" && at > first));
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
