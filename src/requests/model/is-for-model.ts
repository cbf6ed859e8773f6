import { readWords } from "#src/requests/english/read.ts";
import { saysWhen } from "#src/requests/english/not-sure.ts";
import type { Clause } from "#src/requests/english/clause.ts";
import { vocabularyOf } from "#src/requests/english/vocabulary.ts";
import type { Interpretation, Meaning, Request } from "#src/requests/interpretation.ts";
import type { Catalogue } from "#src/site/catalogue.ts";
import { saidIn } from "./said.ts";

type Unclear = Extract<Meaning, { outcome: "unclear" }>;

/** Questions that are about what was found: their answer is worth more than another reading. */
const BETTER_ASKED = new Set(["meant", "place"]);

/**
 * Whether a model may read what the rules left open: plain words alone. A "no" and a time that the rules have found are
 * not for a model to read otherwise, and a suggestion of theirs comes first.
 */
export function isForModel(
  request: Request,
  offline: Interpretation,
  catalogue: Catalogue,
): offline is Unclear {
  if (offline.outcome !== "unclear" || offline.intent.source !== "english") return false;
  if (offline.questions.some(({ id }) => BETTER_ASKED.has(id))) return false;
  const said = saidIn(request);
  return said.length > 0 && !clausesOf(said, catalogue).some(isLimit);
}

/** Words that the rules found and could not place, in the order in which they were said. */
export function leftIn(said: string[], catalogue: Catalogue): string[] {
  const left = clausesOf(said, catalogue).flatMap((clause) => {
    if (clause.kind === "doubt") return [clause.from];
    return "left" in clause && clause.left !== "" ? [clause.left] : [];
  });
  // What joins them to the rest says nothing itself.
  return left.map((words) => words.replace(/^(?:and|but)\s/i, "").replace(/[\s.,;!?]{1,9}$/, ""));
}

function clausesOf(said: string[], catalogue: Catalogue): Clause[] {
  const vocabulary = vocabularyOf(catalogue);
  return said.flatMap((words) => readWords(words, vocabulary));
}

function isLimit(clause: Clause): boolean {
  if (clause.kind === "nothing") return true;
  if (clause.kind === "doubt") return clause.negated || saysWhen(clause.from);
  return "left" in clause && saysWhen(clause.left);
}
