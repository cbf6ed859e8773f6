import type { CatalogueSection } from "#src/site/catalogue.ts";
import { type Answers, leavesOut } from "./answers.ts";
import type { Draft } from "./draft.ts";
import type { Clause } from "./english/clause.ts";
import { sectionNamed } from "./english/places.ts";
import { readWords } from "./english/read.ts";
import { referenceTo } from "./english/reference.ts";
import { resolve } from "./english/resolve.ts";
import type { Reference } from "./english/source.ts";
import type { Vocabulary } from "./english/vocabulary.ts";
import { sentence } from "#src/words/sentence.ts";
import { echo } from "./naming.ts";

/** Reads plain words, with what was answered about the section and about what was not understood. */
export function readDescription(description: string, answers: Answers, vocabulary: Vocabulary): Draft {
  const answer = answers["section"];
  const chosen = answer === undefined ? null : sectionNamed(answer, vocabulary);
  const clauses = readWords(description, vocabulary);
  const change = answers["change"];
  const all = change === undefined ? clauses : answered(clauses, readAnswer(change, vocabulary), chosen);
  const draft = resolve(all, vocabulary, chosen);
  if (answer === undefined) return draft;
  if (chosen === null && !draft.section.known) {
    const why = sentence("ask.no-section", { words: echo(answer) });
    return { ...draft, section: { ...draft.section, why } };
  }
  const understood = chosen === null ? [] : [{ as: `section:${chosen.id}`, from: answer }];
  return { ...draft, understood: [...understood, ...draft.understood] };
}

/** The clauses of an answer about what was not understood; null when it leaves that out. */
function readAnswer(answer: string, vocabulary: Vocabulary): Clause[] | null {
  return leavesOut(answer) ? null : readWords(answer, vocabulary);
}

/** The answer about what was not understood takes the place of just that, and is about the section that was chosen. */
function answered(clauses: Clause[], answer: Clause[] | null, chosen: CatalogueSection | null): Clause[] {
  const clear = clauses.flatMap(withoutDoubts);
  if (answer === null) return clear;
  const place = chosen === null ? [] : [placeClause(referenceTo(chosen), chosen.label)];
  return [...clear, ...place, ...answer];
}

/** What a doubt spoke of is still what an answer to it is about. */
function withoutDoubts(clause: Clause): Clause[] {
  if (clause.kind === "doubt" || clause.kind === "nothing") {
    return clause.target === null ? [] : [placeClause(clause.target, clause.from)];
  }
  return "left" in clause ? [{ ...clause, left: "" }] : [clause];
}

function placeClause(place: Reference, from: string): Clause {
  return { kind: "place", place, from, fresh: true };
}
