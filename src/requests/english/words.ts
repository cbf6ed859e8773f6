import words from "./words.json" with { type: "json" };

/** The closed classes of words that a request is made of, one a line in words.json. */
export type WordList = keyof typeof words;

export function wordsIn(list: WordList): Set<string> {
  return new Set(words[list].split(", "));
}

/** Phrases, which may be patterns, for Source.phrase. */
export function phrasesIn(...lists: WordList[]): RegExp {
  return phrasesOf(...lists.flatMap((list) => words[list].split(", ")));
}

export function phrasesOf(...phrases: string[]): RegExp {
  const longestFirst = phrases.toSorted((one, other) => other.length - one.length);
  return new RegExp(`(?:${longestFirst.join("|")})(?= )`, "uy");
}
