import type { Key, Language } from "./language.ts";
import type { ParamsOf, Sentence } from "./sentence.ts";

/** A sentence as it is read from the table: another release may have written it. */
interface StoredSentence {
  key: string;
  params?: Record<string, unknown> | undefined;
}

/** Words as they are read from the table; in words alone from a release that stored nothing else. */
export interface StoredWords {
  message: string;
  said?: StoredSentence | undefined;
}

/** Speaks one language. */
export interface Say {
  <K extends Key>(key: K, ...params: ParamsOf<K>): string;
  /** A sentence that was made before it is said; a plain string is words from outside, which stay as they are. */
  told: (told: Sentence | string) => string;
  /** What is stored, in this language; in English where a later release stored a sentence that this one does not know. */
  words(stored: StoredWords): string;
}

/** One that speaks a language. */
export function sayIn(language: Language): Say {
  const words = ({ said, message }: StoredWords): string =>
    isSentence(said) && isKnown(language, said) ? tell(language, said) : message;
  return Object.assign(
    <K extends Key>(key: K, ...[params]: ParamsOf<K>): string =>
      tell(language, params === undefined ? { key } : { key, params }),
    {
      words,
      told: (told: Sentence | string): string =>
        typeof told === "string" ? told : words({ said: told, message: told.key }),
    },
  );
}

function tell(language: Language, { key, params = {} }: Sentence): string {
  const phrase: string | ((params: never) => string) = language[key];
  if (typeof phrase === "string") return phrase;
  const told = Object.entries(params).map(([name, value]) => [name, plainOf(language, value)]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the key of a sentence says what goes with it
  return phrase(Object.fromEntries(told) as never);
}

/** What a sentence tells, with every sentence in it said. */
function plainOf(language: Language, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => plainOf(language, each));
  return isSentence(value) ? tell(language, value) : value;
}

const isSentence = (value: unknown): value is Sentence =>
  typeof value === "object" && value !== null && "key" in value;

const isKnown = (language: Language, { key, params = {} }: Sentence): boolean =>
  Object.hasOwn(language, key) &&
  Object.values(params)
    .flat()
    .every((value) => !isSentence(value) || isKnown(language, value));
