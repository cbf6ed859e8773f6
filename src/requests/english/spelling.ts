import type { Source, Span } from "./source.ts";
import { type Token, tokenise } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { slip } from "#src/site/nearest.ts";

/** So many mistyped words are still taken for a request; the limit also limits the time. */
const MOST_SLIPS = 4;
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
  return source.withTokens(source.tokens.map(respell));
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
function correction({ kind, text }: Token, known: Vocabulary["known"]): string | null {
  if (kind !== "word" || !/^[\p{L}-]+$/u.test(text)) return null;
  const alike = known.get(text.charAt(0)) ?? [];
  return alike.includes(text) ? null : slip(text, alike);
}
