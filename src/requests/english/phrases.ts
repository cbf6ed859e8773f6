import { type Source, wordAt } from "./source.ts";

/** Phrases by their first word, the longest first. */
export type Phrases = Map<string, string[][]>;

/** `phrasesOf("as well", "too")`, for phraseAt. */
export function phrasesOf(...written: string[]): Phrases {
  const all = written.map((phrase) => phrase.split(" ")).toSorted((one, other) => other.length - one.length);
  return Map.groupBy(all, ([first = ""]) => first);
}

/** How many tokens from `at` on spell one of the phrases; the longest counts. */
export function phraseAt(source: Source, at: number, phrases: Phrases): number {
  const fitting = phrases
    .get(wordAt(source, at))
    ?.find((phrase) => phrase.every((word, index) => wordAt(source, at + index) === word));
  return fitting?.length ?? 0;
}
