import type { CatalogueSection } from "#src/site/catalogue.ts";
import { type Token, tokenise } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The words of a request and everything that is needed to read them. */
export interface Source {
  words: string;
  tokens: Token[];
  vocabulary: Vocabulary;
  /** The reference that begins at each token, once it was looked for: the same place is read many times. */
  references: Map<number, Reference | null>;
}

/** The tokens from `start` up to `end`, exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** What some words of a sentence point at: `the text of the footer`, `its color`, `the menu`, `it`. */
export interface Reference {
  /** The sections that are named; more than one when the name fits several, none when no section is named. */
  sections: CatalogueSection[];
  /** The sections that the name of the property can mean as well, as long as no section is named. */
  orSections: CatalogueSection[];
  /** The key of the words that name a property, for propertiesMeant. */
  property: string | null;
  /** The words before the section, when they place it: `in the footer`. */
  located: boolean;
  /** Its words, in lower case. */
  from: string;
  /** The first token after it. */
  end: number;
}

export function sourceOf(words: string, vocabulary: Vocabulary): Source {
  return withTokens({ words, vocabulary }, tokenise(words));
}

/** The same words in other tokens: fewer of them, or mistyped ones set right. */
export function withTokens(
  { words, vocabulary }: Pick<Source, "words" | "vocabulary">,
  tokens: Token[],
): Source {
  return { words, tokens, vocabulary, references: new Map() };
}

/** The words as given from one token up to another, exclusive. */
export function wordsBetween(source: Source, from: number, to: number): string {
  const first = source.tokens[from];
  const last = source.tokens[to - 1];
  return first === undefined || last === undefined ? "" : source.words.slice(first.start, last.end);
}

/** The text of a token when it is a word, else nothing that any word could be. */
export function wordAt(source: Source, at: number): string {
  const token = source.tokens[at];
  return token?.kind === "word" ? token.text : "";
}

/** Whether the word at this place was typed with a small letter first. */
export function isLower(source: Source, at: number): boolean {
  return /^\p{Ll}/u.test(wordsBetween(source, at, at + 1));
}

/** Whether the word at this place was typed with a capital first. */
export function isUpper(source: Source, at: number): boolean {
  return /^\p{Lu}/u.test(wordsBetween(source, at, at + 1));
}

export function markAt(source: Source, at: number): string {
  const token = source.tokens[at];
  return token?.kind === "mark" ? token.text : "";
}
