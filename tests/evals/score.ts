import { inShort } from "#tests/unit/requests/in-short.ts";
import { catalogueNamed } from "./catalogues.ts";
import type { Sentence } from "./read-corpus.ts";

/**
 * `right`: as a reasonable editor would. `agreed`: right once a person agrees to a "did you mean". `asked`: a question too many, or another one than the corpus says. `wrong`: a
 * change that was not asked for.
 */
export type Verdict = "right" | "agreed" | "asked" | "wrong";

export interface Scored extends Sentence {
  actual: string;
  verdict: Verdict;
}

/** Reads a sentence offline and compares what it means with what the corpus says. */
export function score(sentence: Sentence): Scored {
  const actual = inShort(sentence.words, catalogueNamed(sentence.catalogue));
  return { ...sentence, actual, verdict: verdictOn(actual, sentence.meaning) };
}

/** A corpus says `ask` where any question will do, and no change. */
export function verdictOn(actual: string, meaning: string): Verdict {
  if (actual === meaning) return "right";
  if (isChange(actual)) return "wrong";
  return meaning === "ask" ? "right" : "asked";
}

/** Whether a meaning in short is a change, and no question. */
export function isChange(meaning: string): boolean {
  return /^[\w-]+: /.test(meaning);
}
