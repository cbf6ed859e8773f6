import { phraseAt } from "./phrase-at.ts";
import { skipPoliteness } from "./politeness.ts";
import { readReference } from "./reference.ts";
import { type Source, type Span, markAt, wordAt, wordsBetween } from "./source.ts";
import { phrasesIn, wordsIn } from "./words.ts";
import { targetOf } from "#src/requests/links.ts";

const LINK_WORDS = wordsIn("links");
export const MENU_ITEMS = phrasesIn("menu-items");
/** Before where a link leads. */
export const TO_TARGET = phrasesIn("before-target");
/** Before what a link is called. */
export const NAMED = phrasesIn("before-label");
/** Before where a link is to be, or leads. */
export const WHERE = wordsIn("before-place");

/** The word that says that it is about a link. */
export function linkWord(source: Source, start: number, end: number): number | null {
  for (let at = start; at < Math.min(end, start + 10); at += 1) {
    if (LINK_WORDS.has(wordAt(source, at)) || phraseAt(source, at - 1, MENU_ITEMS) > 0) return at;
    if (WHERE.has(wordAt(source, at))) return null;
  }
  return null;
}

/** The address as it was typed, not in lower case. */
export function targetAt(source: Source, at: number): string | null {
  const token = source.tokens[at];
  return token === undefined ? null : targetOf(source.words, token, source.tokens[at + 1]);
}

/** Where a name ends: at the next word that says where to or where. */
export function endOfName(source: Source, start: number, end: number): number {
  if (source.tokens[start]?.kind === "quote") return start + 1;
  let at = start;
  while (at < end && !endsName(source, at, end)) at += 1;
  return at;
}

function endsName(source: Source, at: number, end: number): boolean {
  if (source.tokens[at]?.kind !== "word" && markAt(source, at) !== ",") return true;
  if ((wordAt(source, at) === "and" || markAt(source, at) === ",") && saysMore(source, at + 1)) return true;
  if (saysMore(source, at) || skipPoliteness(source, at, end) === end) return true;
  if (!WHERE.has(wordAt(source, at))) return false;
  return targetAt(source, at + 1) !== null || readReference(source, at + 1) !== null;
}

/** `About, url /about`, `About and target /about`: a joint before more about the same link. */
function saysMore(source: Source, at: number): boolean {
  return (
    targetAt(source, at) !== null || phraseAt(source, at, TO_TARGET) > 0 || phraseAt(source, at, NAMED) > 0
  );
}

/** One name, or after `links` each of several: `About, Pricing and Contact`. */
export function labelsOf(source: Source, { start, end }: Span, several: boolean): string[] {
  const labels: string[] = [];
  let first = start;
  for (let at = start; at <= end; at += 1) {
    const joint = several && (markAt(source, at) === "," || /^(?:and|&)$/.test(wordAt(source, at)));
    if (at < end && !joint) continue;
    const label = labelOf(source, first, at);
    if (label !== null) labels.push(label);
    first = at + 1;
  }
  return labels;
}

/** A name as it was typed, or nothing when it is too long to be one. */
export function labelOf(source: Source, start: number, end: number): string | null {
  const token = source.tokens[start];
  if (token === undefined || end <= start) return null;
  if (token.kind === "quote") return end === start + 1 ? token.text : null;
  const label = wordsBetween(source, start, end);
  return end - start <= 6 && label.trim() !== "" ? label : null;
}
