import type { Token } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The words of a request and what is needed to read them. */
export interface Source {
  words: string;
  tokens: Token[];
  vocabulary: Vocabulary;
}
