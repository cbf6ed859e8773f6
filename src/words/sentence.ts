import type { English, Key } from "./language.ts";

/** What is told in a sentence: words of people and sites as they are, numbers, or a sentence inside another. */
type Value = string | number | boolean | Sentence | readonly (string | Sentence)[];

/**
 * A sentence before it is said in a language: what is handed on and stored in place of words. What a key tells never changes,
 * because stored sentences have it; a sentence that tells something else gets another key.
 */
export interface Sentence {
  key: Key;
  params?: Record<string, Value>;
}

/** Sentences, one after the other. */
export const inARow = (...sentences: (Sentence | string)[]): Sentence => {
  const [first, second] = sentences;
  if (typeof first === "object" && second === undefined) return first;
  return { key: "words.in-a-row", params: { sentences } };
};

type Told<Param> = Param extends string
  ? Param | Sentence
  : Param extends readonly string[]
    ? readonly (string | Sentence)[]
    : Param;

/** The arguments that go with a key: none, or one object with what the sentence tells. */
export type ParamsOf<K extends Key> = English[K] extends (params: infer Params) => string
  ? [params: { [Name in keyof Params]: Told<Params[Name]> }]
  : [];

/** A sentence to be said later: `sentence("limit.person_open", { most: 5 })`. */
export function sentence<K extends Key>(key: K, ...[params]: ParamsOf<K>): Sentence {
  return params === undefined ? { key } : { key, params };
}
