/** Phrases by their first word, the longest first. */
export type Phrases = Map<string, string[][]>;

/** `phrasesOf("as well", "too")`, for phraseAt. */
export function phrasesOf(...written: string[]): Phrases {
  const all = written.map((phrase) => phrase.split(" ")).toSorted((one, other) => other.length - one.length);
  return Map.groupBy(all, ([first = ""]) => first);
}
