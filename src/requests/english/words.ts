import words from "./words.json" with { type: "json" };
import { type Phrases, phrasesOf } from "./phrases.ts";

/** The closed classes of words that a request is made of, one a line in words.json. */
export type WordList = keyof typeof words;

export function wordsIn(list: WordList): Set<string> {
  return new Set(words[list].split(", "));
}

export function phrasesIn(...lists: WordList[]): Phrases {
  return phrasesOf(...lists.flatMap((list) => words[list].split(", ")));
}
