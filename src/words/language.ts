import type { en } from "./languages/en.ts";

/** English decides which sentences there are, and what each of them tells. */
export type English = typeof en;

/** What a sentence is called, whatever the language. */
export type Key = keyof English;

/** A sentence is words alone, or a function of what it tells. */
type Phrase<K extends Key> = English[K] extends (params: infer Params) => string
  ? (params: Params) => string
  : string;

/** All sentences of one language. A missing one is a type error, and so is one that English does not have. */
export type Language = { readonly [K in Key]: Phrase<K> };
