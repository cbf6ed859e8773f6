import { parseColor } from "#src/site/color.ts";
import { remainder } from "./chatter.ts";
import { type LinkState, linkWishes, readParts } from "./link-parts.ts";
import { MENU_ITEMS, endOfName, labelOf, labelsOf, linkWord, targetAt } from "./link-words.ts";
import { phraseAt } from "./phrase-at.ts";
import { skipPoliteness } from "./politeness.ts";
import { isDeterminer, readReference } from "./reference.ts";
import { type Reference, type Source, type Span, withTokens, wordAt, wordsBetween } from "./source.ts";
import { ADD, USE } from "./verbs.ts";
import { verbAt } from "./verb-at.ts";
import { sectionsMeant } from "./vocabulary.ts";
import { wordsIn } from "./words.ts";
import type { CatalogueProperty, Spot } from "#src/site/catalogue.ts";
import { linkLists } from "./list-words.ts";
import type { LinkWish, ListWish } from "#src/requests/links.ts";
import { echo } from "#src/requests/naming.ts";

export interface LinkClause {
  links: ListWish[];
  /** The lists it can be about, where the words say so. */
  lists: CatalogueProperty[] | null;
  place: Reference | null;
  /** Why the text of the link has to be asked. */
  why: string;
  left: string;
  note: string;
}

const HAVING = wordsIn("having");
const LINKS = wordsIn("links");
const ADJECTIVES = wordsIn("link-adjectives");
const DESCRIBING =
  /^(?:no|any|following|big|small|large|bold|nice|good|few|couple|several|useful|broken|simple|social|missing|right|all)\b/;

/** Reads an instruction about links, or nothing when it is about none. */
export function readLinks(source: Source, span: Span): LinkClause | null {
  const links = readPlacedLink(source, span) ?? readAnyLinks(source, span);
  return links === null ? null : withPlace(source, links, span);
}

function readAnyLinks(source: Source, { start, end }: Span): LinkClause | null {
  const word = verbAt(source, start);
  if (ADD.has(word)) return readLinkClause(source, { start: start + 1, end });
  if ((USE.has(word) || /^(?:get|have)$/.test(word)) && linkWord(source, start, end) !== null)
    return readLinkClause(source, { start: start + 1, end });
  // `a link to About in the menu`, after `I would like` or as the second of two; `new link “Press” to /press`.
  const alone = beginsWithLink(source, start) && hasTarget(source, { start, end });
  return alone || /^(?:a|an|another|one)$/.test(word) ? readLinkClause(source, { start, end }) : null;
}

function beginsWithLink(source: Source, start: number): boolean {
  let at = start;
  while (isDeterminer(wordAt(source, at)) || ADJECTIVES.has(wordAt(source, at))) at += 1;
  return LINKS.has(wordAt(source, at)) || phraseAt(source, at, MENU_ITEMS) > 0;
}

function hasTarget(source: Source, { start, end }: Span): boolean {
  return source.tokens.slice(start, end).some((_, at) => targetAt(source, start + at) !== null);
}

/** When some words about a link are not understood, where it is to be can still be clear. */
function withPlace(source: Source, links: LinkClause, { start, end }: Span): LinkClause {
  if (links.place !== null || links.left === "") return links;
  for (let at = end - 1; at > Math.max(start, end - 12); at -= 1) {
    const place = readReference(source, at);
    const placed = place?.located === true || /^(?:to|into)$/.test(wordAt(source, at - 1));
    if (place !== null && placed && place.end <= end && place.sections.length > 0) return { ...links, place };
  }
  return links;
}

/** Reads `an About link to the navbar pointing to /about`, or nothing when no link is spoken of. */
function readLinkClause(source: Source, { start, end }: Span): LinkClause | null {
  const at = linkWord(source, start, end);
  if (at === null) return readMenuEntry(source, { start, end });
  const before = readBefore(source, start, at);
  const state = readParts(source, { labels: before.labels, at: at + 1, end });
  const unnamed = linkWishes(state).some((link) => link.label === null);
  const why = unnamed ? "I am not sure what the link should say." : "";
  return clauseOf(source, state, { place: before.place, why });
}

function clauseOf(source: Source, state: LinkState, known: Pick<LinkClause, "place" | "why">): LinkClause {
  const { spot, at } = state;
  const rest = remainder(source, skipPoliteness(source, at, state.end), state.end);
  const links = linkWishes(state).map((link) => (spot === null ? link : placed(link, spot)));
  return {
    links,
    lists: linkLists(source.vocabulary),
    place: state.place ?? known.place,
    why: known.why,
    ...rest,
  };
}

/** A link with a place in the list; one without a text is asked for as a whole. */
function placed(link: LinkWish, to: Spot): ListWish {
  return link.label === null ? link : { add: { label: link.label, href: link.href }, to };
}

/** `the navbar should have a link to About`, `add to the menu an About link`: the place comes first. */
function readPlacedLink(source: Source, { start, end }: Span): LinkClause | null {
  const adds = ADD.has(wordAt(source, start));
  const asks = /^(?:can|could)$/.test(wordAt(source, start));
  const place = placeFirst(source, adds || asks ? start + 1 : start);
  if (place === null || place.end >= end) return null;
  const at = afterHaving(source, place.end);
  if ((!adds && at === place.end) || !/^(?:a|an|another)$/.test(wordAt(source, at))) return null;
  const links = linkWord(source, at, end) === null ? null : readLinkClause(source, { start: at, end });
  return links === null ? null : { ...links, place: links.place ?? place };
}

function placeFirst(source: Source, start: number): Reference | null {
  const place = readReference(source, /^(?:to|in|into)$/.test(wordAt(source, start)) ? start + 1 : start);
  return place !== null && place.sections.length > 0 && place.property === null ? place : null;
}

function afterHaving(source: Source, start: number): number {
  let at = start;
  while (HAVING.has(wordAt(source, at))) at += 1;
  return at;
}

/** `add Pricing to the menu`: an entry of a menu is a link, and so is what has an address. Elsewhere it could be anything. */
function readMenuEntry(source: Source, { start, end }: Span): LinkClause | null {
  const place = menuAfter(source, { start, end });
  const last = endOfName(source, start, place?.at ?? end);
  const label = labelOf(source, start, last);
  if (label === null || !/^[\p{Lu}\p{N}]/u.test(label)) return null;
  const why = source.tokens[start]?.kind === "quote" ? "" : doubtAboutName(label);
  const state = readParts(source, { labels: why === "" ? [label] : [], at: last, end });
  if (place !== null) return clauseOf(source, state, { place: place.menu, why });
  return state.href === null && state.done.length === 0
    ? null
    : clauseOf(source, state, { place: null, why });
}

/** `Terms and Conditions` is one link and `Docs, Pricing` are two: words alone do not tell. */
function doubtAboutName(label: string): string {
  return /,|\s(?:and|&|or)\s/.test(label) ? `I am not sure whether “${echo(label)}” is one link.` : "";
}

/** `to the menu`, soon after the name of what is to be added, and where it stands. */
function menuAfter(source: Source, { start, end }: Span): { at: number; menu: Reference } | null {
  const at = [1, 2, 3, 4, 5]
    .map((ahead) => start + ahead)
    .find((each) => each < end && /^(?:to|in|into)$/.test(wordAt(source, each)));
  const menu = at === undefined ? null : readReference(source, at + 1);
  const menus = sectionsMeant(source.vocabulary, "navbar");
  const isMenu = menu !== null && menu.end <= end && menu.sections.some((section) => menus.includes(section));
  return at !== undefined && isMenu ? { at, menu } : null;
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
  return { labels: labelsOf(source, { start: first, end }, wordAt(source, end).endsWith("s")), place: null };
}

/** `about` may be the text of a link; `red`, `big About` and `the following` say something about it. */
function isName(source: Source, start: number, end: number): boolean {
  if (source.tokens[start]?.kind === "quote") return true;
  const name = wordsBetween(source, start, end);
  if (!/^\p{Ll}/u.test(name)) return !/^\d+$/.test(name);
  return !/\p{Lu}/u.test(name) && parseColor(name) === null && !DESCRIBING.test(name);
}
