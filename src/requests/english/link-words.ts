import { targetOf } from "#src/requests/links.ts";
import { skipPoliteness } from "./politeness.ts";
import { readReference } from "./reference.ts";
import type { Source } from "./source.ts";
import { markAt, phraseAt, phrases, type Token, wordAt, wordsBetween } from "./tokens.ts";

const LINK_WORDS = new Set(["link", "links", "hyperlink", "hyperlinks"]);
const MENU_ITEMS = phrases(
  ..."menu nav navbar navigation".split(" ").flatMap((menu) => [`${menu} item`, `${menu} entry`]),
);
/** Before where a link leads. */
export const TO_TARGET = phrases(
  "pointing to",
  "pointing at",
  "going to",
  "leading to",
  "linking to",
  "that goes to",
  "that points to",
  "that leads to",
  "that links to",
  "which goes to",
  "which points to",
  "which leads to",
  "and point it to",
  "the target",
  "the url",
  "the address",
  "with target",
  "with the target",
  "with url",
  "with the url",
  "with address",
  "goes to",
  "points to",
  "leads to",
  "url",
  "target",
  "href",
  "at",
);
/** Before what a link is called. */
export const NAMED = phrases(
  "called",
  "named",
  "labeled",
  "labelled",
  "titled",
  "saying",
  "that says",
  "which says",
  "with the text",
  "with text",
  "with the label",
  "with label",
  "with the title",
  "with the name",
  "the text",
  "the label",
  "label",
  "reading",
  "text",
);
/** Before where a link is to be, or leads. */
export const WHERE = new Set([
  "in",
  "on",
  "into",
  "onto",
  "inside",
  "within",
  "to",
  "of",
  "for",
  "from",
  "under",
]);

/** The word that says that it is about a link. */
export function linkWord(tokens: Token[], start: number, end: number): number | null {
  for (let at = start; at < Math.min(end, start + 10); at += 1) {
    if (LINK_WORDS.has(wordAt(tokens, at)) || phraseAt(tokens, at - 1, MENU_ITEMS) > 0) return at;
    if (WHERE.has(wordAt(tokens, at))) return null;
  }
  return null;
}

/** The address as it was typed, not in lower case. */
export function targetAt({ words, tokens }: Source, at: number): string | null {
  const token = tokens[at];
  return token === undefined ? null : targetOf(words, token, tokens[at + 1]);
}

/** Where a name ends: at the next word that says where to or where. */
export function endOfName(source: Source, start: number, end: number): number {
  const { tokens } = source;
  if (tokens[start]?.kind === "quote") return start + 1;
  let at = start;
  while (at < end && !endsName(source, at, end)) at += 1;
  return at;
}

function endsName(source: Source, at: number, end: number): boolean {
  const { tokens, vocabulary } = source;
  if (tokens[at]?.kind !== "word" && markAt(tokens, at) !== ",") return true;
  if ((wordAt(tokens, at) === "and" || markAt(tokens, at) === ",") && saysMore(source, at + 1)) return true;
  if (saysMore(source, at) || skipPoliteness(tokens, at, end) === end) return true;
  if (!WHERE.has(wordAt(tokens, at))) return false;
  return targetAt(source, at + 1) !== null || readReference(tokens, at + 1, vocabulary) !== null;
}

/** `About, url /about`, `About and target /about`: a joint before more about the same link. */
function saysMore(source: Source, at: number): boolean {
  const { tokens } = source;
  return (
    targetAt(source, at) !== null || phraseAt(tokens, at, TO_TARGET) > 0 || phraseAt(tokens, at, NAMED) > 0
  );
}

/** One name, or after `links` each of several: `About, Pricing and Contact`. */
export function labelsOf(source: Source, start: number, end: number, several: boolean): string[] {
  const labels: string[] = [];
  let first = start;
  for (let at = start; at <= end; at += 1) {
    const joint =
      several && (markAt(source.tokens, at) === "," || /^(?:and|&)$/.test(wordAt(source.tokens, at)));
    if (at < end && !joint) continue;
    const label = labelOf(source, first, at);
    if (label !== null) labels.push(label);
    first = at + 1;
  }
  return labels;
}

/** A name as it was typed, or nothing when it is too long to be one. */
export function labelOf({ words, tokens }: Source, start: number, end: number): string | null {
  const token = tokens[start];
  if (token === undefined || end <= start) return null;
  if (token.kind === "quote") return end === start + 1 ? token.text : null;
  const label = wordsBetween(words, tokens, start, end);
  return end - start <= 6 && label.trim() !== "" ? label : null;
}
