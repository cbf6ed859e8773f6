import cssNames from "color-name";
import type { Catalogue } from "#src/site/catalogue.ts";
import { slip } from "#src/requests/nearest.ts";
import { allNames } from "#src/requests/names.ts";
import { PROPERTY_SYNONYMS, SECTION_SYNONYMS } from "./synonyms.ts";
import { type Token, tokenise } from "./tokens.ts";
import { ADD, CHANGE, GIVE, MAKE, MODALS, NEGATIONS, USE } from "./verbs.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** So many mistyped words are still taken for a request; the limit also limits the time. */
const MOST_SLIPS = 4;
const GLUE =
  "the this that its to from with into and please for says say read called pointing link links dark light medium pale deep";
const ALWAYS = [
  ...GLUE.split(" "),
  ...[CHANGE, MAKE, USE, ADD, GIVE, MODALS, NEGATIONS].flatMap((words) => [...words]),
  ...[...SECTION_SYNONYMS, ...PROPERTY_SYNONYMS].flatMap(({ is, called }) =>
    [...is, ...called].flatMap(split),
  ),
  ...Object.keys(cssNames),
];

/** A text this long is not looked through for slips. */
const LONGEST_WORDS = 1000;

/** The request with its first mistyped word set right, with its first two, and so on; the fewest first. */
export function respellings(words: string, { known }: Vocabulary): string[] {
  const tokens = words.length > LONGEST_WORDS ? [] : tokenise(words);
  const slips = tokens.filter((token) => correction(token, known) !== null).slice(0, MOST_SLIPS);
  return slips.map((_, index) => withCorrections(words, slips.slice(0, index + 1), known));
}

/** The same tokens as if nothing in them were mistyped. */
export function respelled(tokens: Token[], { known }: Vocabulary): Token[] {
  return tokens.map((token) => ({ ...token, text: correction(token, known) ?? token.text }));
}

function withCorrections(words: string, slips: Token[], known: Set<string>): string {
  let result = "";
  let end = 0;
  for (const token of slips) {
    result += `${words.slice(end, token.start)}${correction(token, known) ?? ""}`;
    end = token.end;
  }
  return result + words.slice(end);
}

/** What stands in quotes is never looked at. */
function correction({ kind, text }: Token, known: Set<string>): string | null {
  return kind === "word" && /^[\p{L}-]+$/u.test(text) && !known.has(text) ? slip(text, known) : null;
}

/** The words that a request can be made of on this site, apart from texts. */
export function knownWords(catalogue: Catalogue): Set<string> {
  const parts = catalogue.sections.flatMap((section) => [section, ...section.properties]);
  return new Set([...ALWAYS, ...parts.flatMap(allNames).flatMap(split)]);
}

function split(name: string): string[] {
  return name.toLowerCase().split(/[\s_-]+/);
}
