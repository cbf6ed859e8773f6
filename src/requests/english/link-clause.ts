import { parseColor } from "#src/site/color.ts";
import { remainder } from "./chatter.ts";
import { type LinkState, linkWishes, readParts } from "./link-parts.ts";
import { endOfName, labelOf, labelsOf, linkWord } from "./link-words.ts";
import { skipPoliteness } from "./politeness.ts";
import { isDeterminer, readReference } from "./reference.ts";
import { type Reference, type Source, withTokens, wordAt, wordsBetween } from "./source.ts";
import { ADD, USE, verbAt } from "./verbs.ts";
import { sectionsMeant } from "./vocabulary.ts";
import { wordsIn } from "./words.ts";
import type { LinkWish } from "#src/requests/links.ts";
import { echo } from "#src/requests/possible.ts";

export interface LinkClause {
  links: LinkWish[];
  place: Reference | null;
  /** Why the text of the link has to be asked. */
  why: string;
  left: string;
  note: string;
}

const HAVING = wordsIn("having");
const ADJECTIVES = wordsIn("link-adjectives");
const DESCRIBING =
  /^(?:no|any|following|big|small|large|bold|nice|good|few|couple|several|useful|broken|simple|social|missing|right|all)\b/;

/** Reads an instruction about links, or nothing when it is about none. */
export function readLinks(source: Source, start: number, end: number): LinkClause | null {
  const links = readAnyLinks(source, start, end);
  return links === null ? null : withPlace(source, links, start, end);
}

function readAnyLinks(source: Source, start: number, end: number): LinkClause | null {
  const word = verbAt(source, start);
  const placed = readPlacedLink(source, start, end);
  if (placed !== null) return placed;
  if (ADD.has(word)) return readLinkClause(source, start + 1, end);
  if (USE.has(word) && linkWord(source, start, end) !== null) return readLinkClause(source, start + 1, end);
  // `a link to About in the menu`, after `I would like` or as the second of two.
  return /^(?:a|an|another|one)$/.test(word) ? readLinkClause(source, start, end) : null;
}

/** When some words about a link are not understood, where it is to be can still be clear. */
function withPlace(source: Source, links: LinkClause, start: number, end: number): LinkClause {
  if (links.place !== null || links.left === "") return links;
  for (let at = end - 1; at > Math.max(start, end - 12); at -= 1) {
    const place = readReference(source, at);
    const placed = place?.located === true || /^(?:to|into)$/.test(wordAt(source, at - 1));
    if (place !== null && placed && place.end <= end && place.sections.length > 0) return { ...links, place };
  }
  return links;
}

/** Reads `an About link to the navbar pointing to /about`, or nothing when no link is spoken of. */
function readLinkClause(source: Source, start: number, end: number): LinkClause | null {
  const at = linkWord(source, start, end);
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
    links: linkWishes(state),
    place: state.place ?? before.place,
    why: linkWishes(state).some((link) => link.label === null)
      ? "I am not sure what the link should say."
      : "",
    ...remainder(source, skipPoliteness(source, state.at, end), end),
  };
}

/** `the navbar should have a link to About`, `add to the menu an About link`: the place comes first. */
function readPlacedLink(source: Source, start: number, end: number): LinkClause | null {
  const add = ADD.has(wordAt(source, start)) ? 1 : 0;
  const to = add + (add > 0 && /^(?:to|in|into)$/.test(wordAt(source, start + add)) ? 1 : 0);
  const place = readReference(source, start + to);
  if (place === null || place.end >= end || place.sections.length === 0 || place.property !== null)
    return null;
  let at = place.end;
  while (HAVING.has(wordAt(source, at))) at += 1;
  if ((add === 0 && at === place.end) || !/^(?:a|an|another)$/.test(wordAt(source, at))) return null;
  if (linkWord(source, at, end) === null) return null;
  const links = readLinkClause(source, at, end);
  return links === null ? null : { ...links, place: links.place ?? place };
}

/** `add Pricing to the menu`: an entry of a menu is a link. Elsewhere nobody knows what it would be. */
function readMenuEntry(source: Source, start: number, end: number): LinkClause | null {
  const to = source.tokens.findIndex(
    (_, at) => at > start && at <= start + 5 && /^(?:to|in|into)$/.test(wordAt(source, at)),
  );
  const place = to < 0 || to >= end ? null : readReference(source, to + 1);
  const menus = sectionsMeant(source.vocabulary, "navbar");
  if (place === null || place.end > end || !place.sections.some((section) => menus.includes(section)))
    return null;
  const last = endOfName(source, start, to);
  const label = labelOf(source, start, last);
  if (label === null || !/^[\p{Lu}\p{N}]/u.test(label)) return null;
  // `Terms and Conditions` is one link and `Docs, Pricing` are two: nobody knows.
  const several = source.tokens[start]?.kind !== "quote" && /,|\s(?:and|&|or)\s/.test(label);
  const labels = several ? [] : [label];
  const state: LinkState = { done: [], labels, before: true, href: null, place: null, at: last };
  readParts(source, state, end);
  const rest = remainder(source, skipPoliteness(source, state.at, end), end);
  const why = several ? `I am not sure whether “${echo(label)}” is one link.` : "";
  return { links: linkWishes(state), place: state.place ?? place, why, ...rest };
}

/** The words before `link`: its text, or the part of the page it goes to (`a footer link`). */
function readBefore(
  source: Source,
  start: number,
  end: number,
): { labels: string[]; place: Reference | null } {
  let first = start;
  while (first < end && (isDeterminer(wordAt(source, first)) || ADJECTIVES.has(wordAt(source, first))))
    first += 1;
  if (first === end) return { labels: [], place: null };
  const place = readReference(withTokens(source, source.tokens.slice(0, end)), first);
  const lower = /^\p{Ll}/u.test(wordsBetween(source, first, end));
  if (place !== null && lower && place.end >= end) return { labels: [], place };
  if (!isName(source, first, end)) return { labels: [], place: null };
  return { labels: labelsOf(source, first, end, wordAt(source, end).endsWith("s")), place: null };
}

/** `about` may be the text of a link; `red`, `big About` and `the following` say something about it. */
function isName(source: Source, start: number, end: number): boolean {
  if (source.tokens[start]?.kind === "quote") return true;
  const name = wordsBetween(source, start, end);
  if (!/^\p{Ll}/u.test(name)) return !/^\d+$/.test(name);
  return !/\p{Lu}/u.test(name) && parseColor(name) === null && !DESCRIBING.test(name);
}
