import type { CatalogueProperty, CatalogueSection } from "#src/site/catalogue.ts";
import type { Sentence } from "#src/words/sentence.ts";
import type { ParsedIntent } from "./interpretation.ts";
import type { ListWish } from "./links.ts";

/** Why something is asked; empty when there is nothing to say. */
export type Why = Sentence | string;

/** What a person asked for, as far as the words tell. What is open in it is asked. */
export interface Draft {
  source: ParsedIntent["source"];
  section: Place;
  wishes: Wish[];
  /** What is wished for further sections; absent when the words speak of one. */
  further?: FurtherPart[];
  /** What belongs to the section but not yet to a property of it. */
  loose: Loose | null;
  /** What else the words contain and the reader cannot place; a sentence each. */
  doubts: Why[];
  /** What the words contain besides and asks for nothing: shown beside the change, as it was written. */
  notes: string[];
  /** What the words most likely are, where they look mistyped: asked before all else. */
  meant: string | null;
  understood: ParsedIntent["understood"];
}

/** Most sections of one request: each can have a file of its own, which is read and shown. */
export const MOST_PARTS = 10;

export interface FurtherPart {
  section: CatalogueSection;
  wishes: Wish[];
}

/** Where: one section, or those among which to choose. */
export type Place =
  | { known: true; section: CatalogueSection }
  | { known: false; among: CatalogueSection[]; why: Why };

/** One property and what it is to be; null when that has to be asked, and `why`. */
export interface Wish {
  property: CatalogueProperty;
  value: string | ListWish[] | null;
  why: Why;
}

export interface Loose {
  /** The value, when it is known and only its property is not. */
  value: string | null;
  among: CatalogueProperty[];
  why: Why;
}
