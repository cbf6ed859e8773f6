import type { Catalogue, CatalogueSection } from "#src/site/catalogue.ts";
import { type Draft, type Place, MOST_PARTS } from "#src/requests/draft.ts";
import { draftOfParts, emptyDraft } from "#src/requests/empty-draft.ts";
import { sentence } from "#src/words/sentence.ts";
import type { Clause } from "./clause.ts";
import { type Collected, collect } from "./collect.ts";
import { notSure } from "./not-sure.ts";
import { type Placed, placesOf } from "./places.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Whether a clause asks for something. */
const asks = ({ kind }: Clause): boolean => kind !== "nothing" && kind !== "place" && kind !== "note";

/** Puts the clauses of a request together: the sections they are about, and what is to change in each. */
export function resolve(clauses: Clause[], vocabulary: Vocabulary, chosen: CatalogueSection | null): Draft {
  const draft = draftOf(
    placesOf(
      clauses.filter(({ kind }) => kind !== "note"),
      vocabulary,
    ),
    vocabulary,
    chosen,
  );
  const notes = clauses.flatMap(({ kind, from }) =>
    kind === "note" ? [from.replace(/[\s.,;]{1,9}$/, "")] : [],
  );
  // Beside a change chatter is only shown; where there is none, it may be meant as one.
  if (draft.wishes.length > 0 || draft.loose !== null) return { ...draft, notes };
  const isNegated = !clauses.some(asks) && clauses.some(({ kind }) => kind === "nothing");
  const negated = isNegated ? [sentence("doubt.only-negated")] : [];
  return { ...draft, doubts: [...draft.doubts, ...negated, ...notes.map(notSure)] };
}

function draftOf(placed: Placed[], vocabulary: Vocabulary, chosen: CatalogueSection | null): Draft {
  const telling = tellingWhere(placed);
  const sure = new Set(telling.flatMap(({ sections }) => (sections.length === 1 ? sections : [])));
  const [first, ...further] = [...(chosen === null ? sure : [chosen])].map((section) =>
    partIn(section, placed, vocabulary),
  );
  const isKnown = chosen !== null || telling.every(isPlaced);
  if (first === undefined || !isKnown || (further.length > 0 && !isEach([first, ...further], placed)))
    return withoutSection(unknown(telling, sure, vocabulary.catalogue), placed);
  const { loose, doubts } = first;
  const understood = [first, ...further].flatMap((part) => part.understood);
  return { ...draftOfParts("english", [first, ...further]), loose, doubts, understood };
}

/** What is to change in a section, and the words that name it. */
function partIn(section: CatalogueSection, placed: Placed[], vocabulary: Vocabulary): Collected {
  const here = placed.filter(({ sections }) => sections.length === 0 || sections.includes(section));
  const part = collect(
    here.map(({ clause }) => clause),
    section,
    vocabulary,
  );
  const named = here.find(({ from, sections }) => from !== "" && sections.length > 0);
  return named === undefined
    ? part
    : { ...part, understood: [{ as: `section:${section.id}`, from: named.from }, ...part.understood] };
}

/** A clause that cannot be read need not say where it belongs. */
const isPlaced = ({ clause, sections }: Placed): boolean => sections.length === 1 || clause.kind === "doubt";

/** Whether every clause says for itself which section it is about and what that is to be. */
function isEach(parts: Collected[], placed: Placed[]): boolean {
  const asking = placed.filter(({ clause }) => asks(clause));
  const areOwn = asking.every(({ clause, sections: [where], from }, at) => {
    const goesOn = from !== "" || !clause.fresh || at === 0;
    // `Make the header red. The footer as well.` says only once what is to be, which may be meant for one alone.
    const isOwn = asking.every((other) => other.clause.from !== clause.from || other.sections[0] === where);
    return !clause.alternative && (clause.together === true || (goesOn && isOwn));
  });
  return areOwn && parts.length <= MOST_PARTS && parts.every(isWhole);
}

const isWhole = ({ wishes, loose, doubts }: Collected): boolean =>
  wishes.length > 0 && loose === null && doubts.length === 0;

/** What says where: `On the home page, make the header red` has; `Make the header red. The footer as well.` wants both. */
function tellingWhere(placed: Placed[]): Placed[] {
  const first = placed.findIndex(tellsWhere);
  return placed.filter((each, at) => tellsWhere(each) || (each.clause.kind === "place" && at > first));
}

const tellsWhere = ({ clause, sections }: Placed): boolean =>
  asks(clause) && (sections.length > 0 || clause.kind !== "doubt");

/** The sections among which to choose. */
function unknown(telling: Placed[], sure: Set<CatalogueSection>, { sections }: Catalogue): Place {
  const among = new Set(telling.flatMap((each) => each.sections));
  const isAny = among.size === 0 || telling.some((each) => each.sections.length === 0);
  const labels = [...sure].slice(0, 4).map(({ label }) => label);
  const why = sure.size > 1 ? sentence("doubt.each-section", { sections: labels }) : "";
  return { known: false, among: sections.filter((section) => isAny || among.has(section)), why };
}

/** Nothing can be said about properties yet; only whether a change is asked for at all. */
function withoutSection(section: Place, placed: Placed[]): Draft {
  const isChange = placed.some(({ clause }) => asks(clause) && clause.kind !== "doubt");
  const loose = isChange ? { value: null, among: [], why: "" } : null;
  const doubts = placed.flatMap(({ clause }) => (clause.kind === "doubt" ? [notSure(clause.from)] : []));
  return { ...emptyDraft("english", section), loose, doubts };
}
