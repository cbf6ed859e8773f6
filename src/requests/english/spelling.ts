import cssNames from "color-name";
import type { Catalogue } from "#src/site/catalogue.ts";
import { type Source, type Span, withTokens } from "./source.ts";
import { PROPERTY_SYNONYMS, SECTION_SYNONYMS } from "./synonyms.ts";
import { type Token, tokenise } from "./tokens.ts";
import { ADD, CHANGE, GIVE, MAKE, MODALS, NEGATIONS, USE } from "./verbs.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { wordsIn } from "./words.ts";
import { allNames } from "#src/requests/names.ts";
import { slip } from "#src/requests/nearest.ts";

/** Every word of any phrase, and those that requests are made of, by the first letter: it is hardly ever mistyped. */
export type KnownWords = Map<string, string[]>;

/** So many mistyped words are still taken for a request; the limit also limits the time. */
const MOST_SLIPS = 4;
const ALWAYS = [
  ...wordsIn("glue"),
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
  const slips = tokens
    .flatMap((token) => {
      const meant = correction(token, known);
      return meant === null ? [] : [{ token, meant }];
    })
    .slice(0, MOST_SLIPS);
  return slips.map((_, index) => withCorrections(words, slips.slice(0, index + 1)));
}

/** The same tokens as if nothing in them were mistyped. */
export function respelled(source: Source, { start, end }: Span): Source {
  const { known } = source.vocabulary;
  const respell = (token: Token, at: number) => {
    const text = at >= start && at < end ? correction(token, known) : null;
    return text === null ? token : { ...token, text };
  };
  return withTokens(source, source.tokens.map(respell));
}

function withCorrections(words: string, slips: { token: Token; meant: string }[]): string {
  let result = "";
  let end = 0;
  for (const { token, meant } of slips) {
    result += `${words.slice(end, token.start)}${meant}`;
    end = token.end;
  }
  return result + words.slice(end);
}

/** What stands in quotes is never looked at. */
function correction({ kind, text }: Token, known: KnownWords): string | null {
  if (kind !== "word" || !/^[\p{L}-]+$/u.test(text)) return null;
  const alike = known.get(text.charAt(0)) ?? [];
  return alike.includes(text) ? null : slip(text, alike);
}

/** The words that a request can be made of on this site, apart from texts. */
export function knownWords(catalogue: Catalogue): KnownWords {
  const parts = catalogue.sections.flatMap((section) => [section, ...section.properties]);
  const words = new Set([...ALWAYS, ...parts.flatMap(allNames).flatMap(split)]);
  return Map.groupBy(words, (word) => word.charAt(0));
}

function split(name: string): string[] {
  return name.toLowerCase().split(/[\s_-]+/);
}
