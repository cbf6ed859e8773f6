import type { Phrases } from "./phrases.ts";
import { type Source, wordAt } from "./source.ts";

/** How many tokens from `at` on spell one of the phrases; the longest counts. */
export function phraseAt(source: Source, at: number, phrases: Phrases): number {
  const fitting = phrases
    .get(wordAt(source, at))
    ?.find((phrase) => phrase.every((word, index) => wordAt(source, at + index) === word));
  return fitting?.length ?? 0;
}
