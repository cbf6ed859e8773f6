import { isVerb } from "./verbs.ts";
import type { CatalogueProperty, CatalogueSection } from "#src/site/catalogue.ts";
import { type Token, tokenise } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

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

/** Words as they were typed, and where the next ones begin. */
export interface Found {
  words: string;
  end: number;
}

/** A word for an item of a list: `link`, `menu item`, and what the site's own lists are called (`cards`, `card`). */
export interface Noun {
  end: number;
  /** The lists that are called so; all of them for a word that says nothing about which. */
  lists: CatalogueProperty[];
  /** Whether it speaks of more than one. */
  several: boolean;
  /** Whether it is a word for what has a text and an address. */
  isLink: boolean;
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

/** The words of a request and everything that is needed to read them. What is no token has no word, mark or letter. */
export class Source {
  readonly words: string;
  readonly vocabulary: Vocabulary;
  readonly tokens: readonly Token[];
  /** All tokens as they are compared, a space between them, and where each begins; what stands in quotes is `"`. */
  #line = "";
  readonly #offsets: number[] = [];
  /** The reference and the noun that begin at each token, once they were looked for: the same place is read many times. */
  readonly references = new Map<number, Reference | null>();
  /** Whether the words ask to do what they tell: `the soup is “Minestrone”, please change it`. */
  isOrdered = false;
  readonly nouns = new Map<number, Noun | null>();

  constructor(words: string, vocabulary: Vocabulary, tokens: readonly Token[] = tokenise(words)) {
    this.words = words;
    this.vocabulary = vocabulary;
    this.tokens = tokens;
    for (const { kind, text } of tokens) {
      this.#offsets.push(this.#line.length);
      this.#line += `${kind === "quote" || kind === "open" ? '"' : text} `;
    }
  }

  /** The same words in other tokens: fewer of them, or mistyped ones set right. */
  withTokens(tokens: readonly Token[]): Source {
    return new Source(this.words, this.vocabulary, tokens);
  }

  /** How many tokens from `at` on a pattern of phrasesOf takes; the longest of its phrases counts. */
  phrase(at: number, pattern: RegExp): number {
    const start = this.#offsets[at];
    if (start === undefined) return 0;
    pattern.lastIndex = start;
    const [found = ""] = pattern.exec(this.#line) ?? [];
    return found === "" ? 0 : found.split(" ").length;
  }

  /** The tokens from one on, as they are compared. */
  lineFrom(start: number, end?: number): string {
    const last = end === undefined ? undefined : this.#offsets[end];
    return this.#line.slice(this.#offsets[start] ?? this.#line.length, last).trimEnd();
  }

  /** The words as given from one token up to another, exclusive. */
  wordsBetween(from: number, to: number): string {
    const [first, last] = [this.tokens[from], this.tokens[to - 1]];
    return first === undefined || last === undefined ? "" : this.words.slice(first.start, last.end).trim();
  }

  /** The text of a token when it is a word, else nothing that any word could be. */
  word(at: number): string {
    const token = this.tokens[at];
    return token?.kind === "word" ? token.text : "";
  }

  mark(at: number): string {
    const token = this.tokens[at];
    return token?.kind === "mark" ? token.text : "";
  }

  /** Whether what stands at this place was typed with a small letter first. */
  isLower(at: number): boolean {
    return /^\p{Ll}/u.test(this.wordsBetween(at, at + 1));
  }

  /** Whether it was typed with a capital first. */
  isUpper(at: number): boolean {
    return /^\p{Lu}/u.test(this.wordsBetween(at, at + 1));
  }

  isQuote(at: number): boolean {
    return this.tokens[at]?.kind === "quote";
  }

  hasDigit(at: number): boolean {
    return /\d/.test(this.word(at));
  }

  /** Whether it is written like a name: in quotes, or with a capital first. */
  isName(at: number): boolean {
    return this.isQuote(at) || this.isUpper(at);
  }

  /** The verb at this place, in the form in which the lists have it: `changing` is `change` behind `would you mind`. */
  verb(at: number): string {
    const word = this.word(at);
    // `if you changed` wishes for a change, and does not tell of one.
    const wished = this.word(at - 2) === "if" && /^(?:i|we|you|u)$/.test(this.word(at - 1));
    if (wished && word === "made") return "make";
    const stem = (wished ? /^(\p{L}{2,})(?:ing|ed)$/u : /^(\p{L}{2,})ing$/u).exec(word)?.[1];
    if (stem === undefined || isVerb(word)) return word;
    return [stem, `${stem}e`, stem.slice(0, -1)].find(isVerb) ?? word;
  }
}
