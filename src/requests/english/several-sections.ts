import { type Draft, type Wish, MOST_PARTS } from "#src/requests/draft.ts";
import { draftOfParts } from "#src/requests/empty-draft.ts";
import type { Clause } from "./clause.ts";
import { collect, sectionFrom, takenBack } from "./collect.ts";
import type { Placed } from "./places.ts";
import { type Vocabulary, propertiesIn } from "./vocabulary.ts";

/** What says where: `On the home page, make the header red` has; `Make the header red. The footer as well.` wants both. */
export function tellingWhere(placed: Placed[], asking: Placed[]): Placed[] {
  const telling = new Set(
    asking.filter(({ clause, sections }) => sections.length > 0 || clause.kind !== "doubt"),
  );
  const first = placed.findIndex((each) => telling.has(each));
  return placed.filter((each, at) => telling.has(each) || (each.clause.kind === "place" && at > first));
}

interface Read {
  placed: Placed[];
  asking: Placed[];
  clauses: Clause[];
}

/** A part for each section, where every clause says for itself which section it is about and what that is to be. */
export function severalSections({ placed, asking, clauses }: Read, vocabulary: Vocabulary): Draft | null {
  const relevant = tellingWhere(placed, asking);
  const sections = new Set(relevant.flatMap((each) => each.sections));
  const isClear = asking.every(({ clause, sections: where, from }, at) => {
    const goesOn = from !== "" || !clause.fresh || at === 0;
    return clause.kind !== "doubt" && !clause.alternative && where.length === 1 && goesOn;
  });
  // `Make the header red. The footer as well.` says only once what is to be, which may be meant for one alone.
  const saysEach = asking.every(({ clause: { from, together = false }, sections: [where] }) =>
    asking.every((other) => together || other.clause.from !== from || other.sections[0] === where),
  );
  if (sections.size < 2 || sections.size > MOST_PARTS || !isClear || !saysEach) return null;
  const parts = [...sections].map((section) => {
    const here = asking.filter((each) => each.sections.includes(section));
    const collected = collect(here, section, vocabulary);
    const kept = takenBack(clauses, collected.wishes, (key) => propertiesIn(vocabulary, section, key));
    return { section, ...collected, doubts: [...collected.doubts, ...kept] };
  });
  const isWhole = parts.every(
    ({ wishes, loose, doubts }) =>
      wishes.length > 0 && wishes.every(isSure) && loose === null && doubts.length === 0,
  );
  const [first, ...more] = parts;
  if (!isWhole || first === undefined) return null;
  const understood = parts.flatMap((part) => [...sectionFrom(part.section, placed), ...part.understood]);
  return { ...draftOfParts("english", [first, ...more]), understood };
}

const isSure = ({ value, why }: Wish): boolean => value !== null && why === "";
