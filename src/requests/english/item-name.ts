import { phraseAt } from "./phrase-at.ts";
import { phrasesOf } from "./phrases.ts";
import { skipPoliteness } from "./politeness.ts";
import { readReference } from "./reference.ts";
import { type Source, type Span, markAt, wordAt, wordsBetween } from "./source.ts";
import { wordsIn } from "./words.ts";

const LINKS = wordsIn("links");
const LONGEST_NAME = 8;
/** Words behind the name of an item that say where it is, or where it is to be. */
const BEHIND = phrasesOf(
  "to",
  "from",
  "into",
  "before",
  "after",
  "above",
  "below",
  "behind",
  "in front of",
  "ahead of",
  "first",
  "last",
  "at the",
  "as",
  "with",
  "called",
  "and",
  "so that",
);

/** The name of an item from one token on, as it was typed; what stands in quotes is one. null for what cannot be one. */
export function endOfItemName(
  source: Source,
  { start, end }: Span,
  stops: (at: number) => boolean = () => false,
): { words: string; end: number } | null {
  const token = source.tokens[start];
  if (token === undefined || start >= end) return null;
  if (token.kind === "quote") return { words: token.text, end: start + 1 };
  let at = start;
  while (at < Math.min(end, start + LONGEST_NAME + 1) && !endsAt(source, at, { start, end }) && !stops(at))
    at += 1;
  if (at === start || at - start > LONGEST_NAME) return null;
  return { words: wordsBetween(source, start, at), end: at };
}

function endsAt(source: Source, at: number, { start, end }: { start: number; end: number }): boolean {
  // `R&D`, `Q-and-A` are words; of marks only those inside a name (`C: D`) are none of its end.
  if (source.tokens[at]?.kind !== "word") return markAt(source, at) !== "&";
  if (at > start && phraseAt(source, at, BEHIND) > 0) return true;
  if (at > start && /^(?:in|on|of)$/.test(wordAt(source, at)) && namesPlace(source, at)) return true;
  return at > start && skipPoliteness(source, at, end) === end;
}

/** `the Log in link`: one link is no place to be in. */
function namesPlace(source: Source, at: number): boolean {
  const word = wordAt(source, at + 1);
  if (LINKS.has(word) && !word.endsWith("s")) return false;
  const place = readReference(source, at);
  return place !== null && place.sections.length > 0;
}
