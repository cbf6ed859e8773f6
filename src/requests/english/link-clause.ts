import type { LinkWish } from "#src/requests/links.ts";
import { echo } from "#src/requests/possible.ts";
import { parseColor } from "#src/site/color.ts";
import { type LinkState, readParts, wishes } from "./link-parts.ts";
import { endOfName, labelOf, labelsOf, linkWord } from "./link-words.ts";
import { skipPoliteness } from "./politeness.ts";
import { isDeterminer, readReference, type Reference } from "./reference.ts";
import type { Source } from "./source.ts";
import { wordAt, wordsBetween } from "./tokens.ts";
import { ADD, USE } from "./verbs.ts";
import { sectionsMeant } from "./vocabulary.ts";

export interface LinkClause {
  links: LinkWish[];
  place: Reference | null;
  /** Why the text of the link has to be asked. */
  why: string;
  left: string;
}

const HAVING = new Set([
  "should",
  "must",
  "could",
  "needs",
  "need",
  "to",
  "have",
  "get",
  "contain",
  "include",
]);
const ADJECTIVES = new Set([
  "new",
  "another",
  "extra",
  "more",
  "additional",
  "working",
  "second",
  "third",
  "one",
  "two",
  "some",
  "external",
  "internal",
]);
const DESCRIBING =
  /^(?:no|any|following|big|small|large|bold|nice|good|few|couple|several|useful|broken|simple|social|missing|right|all)\b/;

/** Reads an instruction about links, or nothing when it is about none. */
export function readLinks(source: Source, start: number, end: number): LinkClause | null {
  const links = readAnyLinks(source, start, end);
  return links === null ? null : withPlace(source, links, start, end);
}

function readAnyLinks(source: Source, start: number, end: number): LinkClause | null {
  const word = wordAt(source.tokens, start);
  const placed = readPlacedLink(source, start, end);
  if (placed !== null) return placed;
  if (ADD.has(word)) return readLinkClause(source, start + 1, end);
  if (USE.has(word) && linkWord(source.tokens, start, end) !== null)
    return readLinkClause(source, start + 1, end);
  // `a link to About in the menu`, after `I would like` or as the second of two.
  return /^(?:a|an|another|one)$/.test(word) ? readLinkClause(source, start, end) : null;
}

/** When some words about a link are not understood, where it is to be can still be clear. */
function withPlace(source: Source, links: LinkClause, start: number, end: number): LinkClause {
  if (links.place !== null || links.left === "") return links;
  for (let at = end - 1; at > Math.max(start, end - 12); at -= 1) {
    const place = readReference(source.tokens, at, source.vocabulary);
    const placed = place?.located === true || /^(?:to|into)$/.test(wordAt(source.tokens, at - 1));
    if (place !== null && placed && place.end <= end && place.sections.length > 0) return { ...links, place };
  }
  return links;
}

/** Reads `an About link to the navbar pointing to /about`, or nothing when no link is spoken of. */
function readLinkClause(source: Source, start: number, end: number): LinkClause | null {
  const at = linkWord(source.tokens, start, end);
  if (at === null) return readMenuEntry(source, start, end);
  const before = readBefore(source, start, at);
  const state: LinkState = {
    done: [],
    labels: before.labels,
    before: true,
    href: null,
    place: null,
    at: at + 1,
  };
  readParts(source, state, end);
  return {
    links: wishes(state),
    place: state.place ?? before.place,
    why: wishes(state).some((link) => link.label === null) ? "I am not sure what the link should say." : "",
    left: wordsBetween(source.words, source.tokens, skipPoliteness(source.tokens, state.at, end), end),
  };
}

/** `the navbar should have a link to About`, `add to the menu an About link`: the place comes first. */
function readPlacedLink(source: Source, start: number, end: number): LinkClause | null {
  const { tokens, vocabulary } = source;
  const add = ADD.has(wordAt(tokens, start)) ? 1 : 0;
  const to = add + (add > 0 && /^(?:to|in|into)$/.test(wordAt(tokens, start + add)) ? 1 : 0);
  const place = readReference(tokens, start + to, vocabulary);
  if (place === null || place.end >= end || place.sections.length === 0 || place.property !== null)
    return null;
  let at = place.end;
  while (HAVING.has(wordAt(tokens, at))) at += 1;
  if ((add === 0 && at === place.end) || !/^(?:a|an|another)$/.test(wordAt(tokens, at))) return null;
  if (linkWord(tokens, at, end) === null) return null;
  const links = readLinkClause(source, at, end);
  return links === null ? null : { ...links, place: links.place ?? place };
}

/** `add Pricing to the menu`: an entry of a menu is a link. Elsewhere nobody knows what it would be. */
function readMenuEntry(source: Source, start: number, end: number): LinkClause | null {
  const { words, tokens, vocabulary } = source;
  const to = tokens.findIndex(
    (_, at) => at > start && at <= start + 5 && /^(?:to|in|into)$/.test(wordAt(tokens, at)),
  );
  const place = to < 0 || to >= end ? null : readReference(tokens, to + 1, vocabulary);
  const menus = sectionsMeant(vocabulary, "navbar");
  if (place === null || place.end > end || !place.sections.some((section) => menus.includes(section)))
    return null;
  const last = endOfName(source, start, to);
  const label = labelOf(source, start, last);
  if (label === null || !/^[\p{Lu}\p{N}]/u.test(label)) return null;
  // `Terms and Conditions` is one link and `Docs, Pricing` are two: nobody knows.
  const several = tokens[start]?.kind !== "quote" && /,|\s(?:and|&|or)\s/.test(label);
  const labels = several ? [] : [label];
  const state: LinkState = { done: [], labels, before: true, href: null, place: null, at: last };
  readParts(source, state, end);
  const left = wordsBetween(words, tokens, skipPoliteness(tokens, state.at, end), end);
  const why = several ? `I am not sure whether “${echo(label)}” is one link.` : "";
  return { links: wishes(state), place: state.place ?? place, why, left };
}

/** The words before `link`: its text, or the part of the page it goes to (`a footer link`). */
function readBefore(
  source: Source,
  start: number,
  end: number,
): { labels: string[]; place: Reference | null } {
  const { tokens, vocabulary } = source;
  let first = start;
  while (first < end && (isDeterminer(wordAt(tokens, first)) || ADJECTIVES.has(wordAt(tokens, first))))
    first += 1;
  if (first === end) return { labels: [], place: null };
  const place = readReference(tokens.slice(0, end), first, vocabulary);
  const lower = /^\p{Ll}/u.test(wordsBetween(source.words, tokens, first, end));
  if (place !== null && lower && place.end >= end) return { labels: [], place };
  if (!isName(source, first, end)) return { labels: [], place: null };
  return { labels: labelsOf(source, first, end, wordAt(tokens, end).endsWith("s")), place: null };
}

/** `about` may be the text of a link; `red`, `big About` and `the following` say something about it. */
function isName({ words, tokens }: Source, start: number, end: number): boolean {
  if (tokens[start]?.kind === "quote") return true;
  const name = wordsBetween(words, tokens, start, end);
  if (!/^\p{Ll}/u.test(name)) return !/^\d+$/.test(name);
  return !/\p{Lu}/u.test(name) && parseColor(name) === null && !DESCRIBING.test(name);
}
