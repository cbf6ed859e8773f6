import { isVerb } from "./verbs.ts";
import type { CatalogueProperty, CatalogueSection } from "#src/site/catalogue.ts";
import { type Token, tokenise } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The words of a request and everything that is needed to read them. */
export interface Source {
  words: string;
  tokens: Token[];
  vocabulary: Vocabulary;
  /** All tokens as they are compared, a space between them, and where each begins; what stands in quotes is `"`. */
  line: string;
  offsets: number[];
  /** The reference that begins at each token, once it was looked for: the same place is read many times. */
  references: Map<number, Reference | null>;
  nouns: Map<number, Noun | null>;
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
  /** The item of a list that is meant, which may be in one of the sections. */
  item?: Item;
  /** Its words, in lower case. */
  from: string;
  /** The first token after it. */
  end: number;
}

/** A word for an item of a list: `link`, `menu item`, and what the site's own lists are called (`cards`, `card`). */
export interface Noun {
  end: number;
  /** The lists that are called so; all of them for a word that says nothing about which. */
  lists: CatalogueProperty[];
  /** Whether it speaks of more than one. */
  several: boolean;
}

/** An item that is spoken of: how it is called, by which word for items, where it is, and where the words go on. */
export interface Item {
  words: string;
  noun: Noun | null;
  place: Reference | null;
  end: number;
  /** Whether it stands in quotes or is written like a name. */
  isName: boolean;
  /** The value of it that is spoken of, and the lists that have such: `the price of Espresso`; none for what it is called. */
  field: string;
  lists: CatalogueProperty[] | null;
}

export function sourceOf(words: string, vocabulary: Vocabulary): Source {
  return withTokens({ words, vocabulary }, tokenise(words));
}

/** The same words in other tokens: fewer of them, or mistyped ones set right. */
export function withTokens(
  { words, vocabulary }: Pick<Source, "words" | "vocabulary">,
  tokens: Token[],
): Source {
  const offsets: number[] = [];
  let line = "";
  for (const { kind, text } of tokens) {
    offsets.push(line.length);
    line += `${kind === "quote" || kind === "open" ? '"' : text} `;
  }
  return { words, tokens, vocabulary, line, offsets, references: new Map(), nouns: new Map() };
}

/** How many tokens from `at` on a pattern of patternIn takes; the longest of its phrases counts. */
export function phraseAt({ line, offsets }: Source, at: number, pattern: RegExp): number {
  const start = offsets[at];
  if (start === undefined) return 0;
  pattern.lastIndex = start;
  const [found = ""] = pattern.exec(line) ?? [];
  return found === "" ? 0 : found.split(" ").length;
}

/** The tokens from one on, as they are compared. */
export function lineFrom({ line, offsets }: Source, start: number, end?: number): string {
  return line.slice(offsets[start] ?? line.length, end === undefined ? undefined : offsets[end]).trimEnd();
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

/** The verb at this place, in the form in which the lists have it: `changing` is `change` behind `would you mind`. */
export function verbAt(source: Source, at: number): string {
  const word = wordAt(source, at);
  // `if you changed` wishes for a change, and does not tell of one.
  const wished = wordAt(source, at - 2) === "if" && /^(?:i|we|you|u)$/.test(wordAt(source, at - 1));
  if (wished && word === "made") return "make";
  const stem = (wished ? /^(\p{L}{2,})(?:ing|ed)$/u : /^(\p{L}{2,})ing$/u).exec(word)?.[1];
  if (stem === undefined || isVerb(word)) return word;
  return [stem, `${stem}e`, stem.slice(0, -1)].find(isVerb) ?? word;
}
