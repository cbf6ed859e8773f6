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
  const slips = tokens.flatMap((token) => {
    const meant = correction(token, known);
    return meant === null ? [] : [{ ...token, meant }];
  });
  return slips
    .slice(0, MOST_SLIPS)
    .map((_, at) =>
      slips
        .slice(0, at + 1)
        .reduceRight((all, { start, end, meant }) => all.slice(0, start) + meant + all.slice(end), words),
    );
}

/** The same tokens as if nothing in them were mistyped. */
export function respelled(source: Source, { start, end }: Span): Source {
  const { known } = source.vocabulary;
  return source.withTokens(
    source.tokens.map((token, at) => {
      const text = at >= start && at < end ? correction(token, known) : null;
      return text === null ? token : { ...token, text };
    }),
  );
}

/** What stands in quotes is never looked at. */
function correction({ kind, text }: Token, known: Vocabulary["known"]): string | null {
  if (kind !== "word" || !/^[\p{L}-]+$/u.test(text)) return null;
  const alike = known.get(text.charAt(0)) ?? [];
  return alike.includes(text) ? null : slip(text, alike);
}
