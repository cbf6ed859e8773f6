import { glob, readFile } from "node:fs/promises";
import { describe, expect, it, test } from "vitest";
import type { Key, Language } from "#src/words/language.ts";
import { de } from "#src/words/languages/de.ts";
import { en } from "#src/words/languages/en.ts";
import { es } from "#src/words/languages/es.ts";
import { locales } from "#src/words/locale.ts";
import { limits } from "#src/discord/text.ts";
import { example, namesIn, phraseOf, said, tellsAll } from "./phrases.ts";

const languages: Record<(typeof locales)[number], Language> = { en, de, es };
const keys = Object.keys(en) as Key[];
const translations = Object.entries({ de, es });

/** What a phrase says of its example. */
const sample = (language: Language, key: Key): string =>
  said(phraseOf(language, key), example(phraseOf(en, key)) ?? {});

const longer = (language: Language, beginning: string, most: number): Key[] =>
  keys.filter((key) => key.startsWith(beginning) && sample(language, key).length > most);

const CODE = /`[^`]+`/g;
const BOLD = /\*\*([^*]+)\*\*/g;

const buttons = keys.filter((key) => key.startsWith("button.") && key !== "button.pull-request");
const namedButtons = (language: Language, words: string): Key[] =>
  [...words.matchAll(BOLD)]
    .flatMap(([, bold]) => buttons.filter((key) => phraseOf(language, key) === bold))
    .toSorted();

test("every language is among those that are tried here", () => {
  expect(Object.keys(languages)).toEqual([...locales]);
});

/** The keys of the sentences with which something is wrong. */
const wrong = (isRight: (key: Key) => boolean): Key[] => keys.filter((key) => !isRight(key));

const sorted = (texts: Iterable<string>): string => JSON.stringify([...texts].toSorted());

function isToldIn(language: Language, key: Key): boolean {
  const [phrase, told] = [phraseOf(language, key), example(phraseOf(en, key))];
  const isSame = sorted(namesIn(phrase)) === sorted(namesIn(phraseOf(en, key)));
  return told !== null && isSame && tellsAll(phrase, told);
}

function hasSameNames(language: Language, key: Key): boolean {
  const [words, english] = [sample(language, key), sample(en, key)];
  const isSameCode = sorted(words.match(CODE) ?? []) === sorted(english.match(CODE) ?? []);
  return isSameCode && sorted(namedButtons(language, words)) === sorted(namedButtons(en, english));
}

describe.each(Object.entries(languages))("in %s", (_, language) => {
  it("every sentence is there, and none that English does not have", () => {
    expect(Object.keys(language).toSorted()).toEqual(keys.toSorted());
  });

  it("every sentence tells all that it is given, as English does", () => {
    expect(wrong((key) => isToldIn(language, key))).toEqual([]);
  });

  it("the code of a sentence and the buttons that it names are those of the English one", () => {
    expect(wrong((key) => hasSameNames(language, key))).toEqual([]);
  });

  it("every label fits on its button", () => {
    expect(buttons.filter((key) => sample(language, key).length > limits.buttonLabel)).toEqual([]);
  });

  it("every question fits above its line of the form, and every answer into a select", () => {
    expect(longer(language, "label.", limits.label)).toEqual([]);
    expect(longer(language, "choice.", limits.optionLabel)).toEqual([]);
  });
});

/** Whether there is anything to translate beside what is told. */
const hasWords = (key: Key): boolean => /\p{L}/u.test(sample(en, key).replaceAll(/⟦.*?⟧/g, ""));

describe.each(translations)("in %s", (_, language) => {
  it("every sentence is translated", () => {
    expect(wrong((key) => !hasWords(key) || sample(language, key) !== sample(en, key))).toEqual([]);
  });
});

test("no sentence is kept that is never said", async () => {
  const files: string[] = [];
  for await (const file of glob("{src,functions}/**/*.ts", { exclude: ["src/words/languages/**"] }))
    files.push(file);
  const code = (await Promise.all(files.map((file) => readFile(file, "utf8")))).join("\n");
  const whole = new Set([...code.matchAll(/"([a-z-]+(?:\.[a-z_-]+)?)"/g)].flatMap(([, key]) => key ?? []));
  const beginnings = [...code.matchAll(/`([a-z-]+\.[a-z-]*)\$\{/g)].flatMap(
    ([, beginning]) => beginning ?? [],
  );
  const isSaid = (key: Key) => whole.has(key) || beginnings.some((beginning) => key.startsWith(beginning));
  expect(wrong(isSaid)).toEqual([]);
});
