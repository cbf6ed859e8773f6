import { targetOf } from "#src/requests/links.ts";
import { nounAt, spotAt } from "./list-words.ts";
import { skipPoliteness } from "./politeness.ts";
import { readReference } from "./reference.ts";
import { type Source, type Span, markAt, wordAt, wordsBetween, phraseAt } from "./source.ts";
import { phrasesIn, wordsIn } from "./words.ts";

/** Before what an item is called. */
export const NAMED = phrasesIn("before-label");
/** Before where a link leads. */
export const TO_TARGET = phrasesIn("before-target");
const WHERE = wordsIn("before-place");
const LONGEST_NAME = 8;

/** The address as it was typed, not in lower case. */
export function targetAt(source: Source, at: number): string | null {
  const token = source.tokens[at];
  return token === undefined ? null : targetOf(source.words, token, source.tokens[at + 1]);
}

/**
 * The name of an item from one token on, as it was typed, up to what says more about the item or `stops` it; what stands in
 * quotes is one. null for what cannot be one.
 */
export function readName(
  source: Source,
  { start, end }: Span,
  stops: (at: number) => boolean = () => false,
): { words: string; end: number } | null {
  const token = source.tokens[start];
  if (token === undefined || start >= end) return null;
  if (token.kind === "quote") return { words: token.text, end: start + 1 };
  const last = Math.min(end, start + LONGEST_NAME + 1);
  let at = start;
  while (at < last && !endsName(source, at, { start, end }) && !(at > start && stops(at))) at += 1;
  if (at === start || at - start > LONGEST_NAME) return null;
  return { words: wordsBetween(source, start, at), end: at };
}

function endsName(source: Source, at: number, { start, end }: Span): boolean {
  const mark = markAt(source, at);
  const isJoint = mark === "," || /^(?:and|&)$/.test(wordAt(source, at));
  // `R&D`, `Q-and-A` are words.
  if (source.tokens[at]?.kind !== "word" && mark !== "," && mark !== "&") return true;
  if (saysMore(source, at) || (isJoint && saysMore(source, at + 1))) return true;
  if (at === start) return false;
  if (skipPoliteness(source, at, end) === end || spotAt(source, at, end) !== null) return true;
  // `the Log in link`: one link is no place to be in.
  if (!WHERE.has(wordAt(source, at)) || nounAt(source, at + 1)?.several === false) return false;
  return targetAt(source, at + 1) !== null || readReference(source, at + 1) !== null;
}

/** An address, or words that announce one or a name. */
function saysMore(source: Source, at: number): boolean {
  return (
    targetAt(source, at) !== null || phraseAt(source, at, TO_TARGET) > 0 || phraseAt(source, at, NAMED) > 0
  );
}
