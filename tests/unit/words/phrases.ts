import type { Key, Language } from "#src/words/language.ts";

type Told = Record<string, string | number | readonly string[]>;
type Phrase = string | ((told: Told) => string);

/** A phrase of a language, as it is kept. */
export const phraseOf = (language: Language, key: Key): Phrase => language[key] as Phrase;

/** What a phrase says. */
export const said = (phrase: Phrase, told: Told): string =>
  typeof phrase === "string" ? phrase : phrase(told);

/** What goes with a name, in every kind that a phrase may take: each can be found again in what is said. */
const markers = (name: string, at: number): Told[string][] => [`⟦${name}⟧`, 701 + at, [`⟦${name}⟧`]];

const found = (words: string, value: Told[string]): boolean =>
  words.includes(Array.isArray(value) ? String(value[0]) : String(value));

/** The names of what a phrase tells, in the order in which it takes them. */
export function namesIn(phrase: Phrase): string[] {
  const names = new Set<string>();
  const watching = new Proxy({}, { get: (_, name) => void names.add(String(name)) });
  try {
    said(phrase, watching);
  } catch {
    // It took what it tells before it could not go on with it.
  }
  return [...names];
}

/**
 * Something to tell by a phrase of which nothing gets lost, and of which each part has the kind that the phrase takes: words, a
 * number or a list. Null when there is none: the phrase leaves something out.
 */
export function example(phrase: Phrase): Told | null {
  const names = namesIn(phrase);
  const all = names.reduce<Told[]>(
    (told, name, at) =>
      told.flatMap((before) => markers(name, at).map((value) => ({ ...before, [name]: value }))),
    [{}],
  );
  return all.find((told) => tellsAll(phrase, told)) ?? null;
}

/** Whether everything that is told can be found in what is said. */
export function tellsAll(phrase: Phrase, told: Told): boolean {
  try {
    const words = said(phrase, told);
    const isWhole = Object.values(told).every((value) => found(words, value));
    return isWhole && !/\b(?:NaN|undefined|null)\b|\[object/.test(words);
  } catch {
    return false;
  }
}
