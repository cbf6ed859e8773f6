import { parseColor } from "#src/site/color.ts";
import { looksLikeTarget, type LinkWish } from "#src/requests/links.ts";
import type { Source } from "./clause.ts";
import { skipPoliteness } from "./politeness.ts";
import { isDeterminer, readReference, type Reference } from "./reference.ts";
import { markAt, phraseAt, phrases, type Token, wordAt, wordsBetween } from "./tokens.ts";
import { ADD } from "./verbs.ts";
import { sectionsMeant } from "./vocabulary.ts";

export interface LinkClause {
  links: LinkWish[];
  place: Reference | null;
  /** Why the text of the link has to be asked. */
  why: string;
  left: string;
}

/** What is known while the words after `link` are read. */
interface State {
  done: LinkWish[];
  labels: string[];
  href: string | null;
  place: Reference | null;
  at: number;
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
const LINK_WORDS = new Set(["link", "links", "hyperlink", "hyperlinks"]);
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
const TO_TARGET = phrases(
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
  "at",
  "→",
);
const NAMED = phrases(
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
  "reading",
  "text",
);
const WHERE = new Set(["in", "on", "into", "onto", "inside", "within", "to", "of", "for", "from", "under"]);

/** Reads `an About link to the navbar pointing to /about`, or nothing when no link is spoken of. */
export function readLinkClause(source: Source, start: number, end: number): LinkClause | null {
  const at = linkWord(source.tokens, start, end);
  if (at === null) return readMenuEntry(source, start, end);
  const before = readBefore(source, start, at);
  const state: State = { done: [], labels: before.labels, href: null, place: null, at: at + 1 };
  while (state.at < end && readPart(source, state, end));
  return {
    links: wishes(state),
    place: state.place ?? before.place,
    why: wishes(state).some((link) => link.label === null) ? "I am not sure what the link should say." : "",
    left: wordsBetween(source.words, source.tokens, skipPoliteness(source.tokens, state.at, end), end),
  };
}

/** `the navbar should have a link to About`, `add to the menu an About link`: the place comes first. */
export function readPlacedLink(source: Source, start: number, end: number): LinkClause | null {
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

export function linkWord(tokens: Token[], start: number, end: number): number | null {
  for (let at = start; at < Math.min(end, start + 10); at += 1) {
    if (LINK_WORDS.has(wordAt(tokens, at))) return at;
    if (WHERE.has(wordAt(tokens, at))) return null;
  }
  return null;
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
  const label = labelOf(source, start, to);
  if (label === null || !/^[\p{Lu}\p{N}]/u.test(label)) return null;
  const state: State = { done: [], labels: [label], href: null, place, at: place.end };
  while (state.at < end && readPart(source, state, end));
  const left = wordsBetween(words, tokens, skipPoliteness(tokens, state.at, end), end);
  return { links: wishes(state), place, why: "", left };
}

function wishes(state: State): LinkWish[] {
  return [...state.done, ...current(state)];
}

function current(state: State): LinkWish[] {
  const { labels, href } = state;
  if (labels.length === 0) return [{ label: null, href }];
  return labels.map((label) => ({ label, href: labels.length === 1 ? href : null }));
}

/** `About (/about) and Pricing (/pricing)`: after a joint the next link begins, if a name or a place for one follows. */
function finishLink(source: Source, state: State): void {
  const { tokens, words } = source;
  const after = state.at + 1;
  const next = after + phraseAt(tokens, after, phrases("to", "a link to", "one to", "another to"));
  const named =
    tokens[next]?.kind === "quote" || /^\p{Lu}/u.test(wordsBetween(words, tokens, next, next + 1));
  const complete = state.href !== null || tokens[next]?.kind === "quote";
  if (state.labels.length !== 1 || !complete || !named) return;
  state.done.push(...current(state));
  state.labels = [];
  state.href = null;
  state.at = next - 1;
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
  const place = readReference(tokens, first, vocabulary);
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

/** Reads one part of what follows `link`; false when the words have no meaning here. */
function readPart(source: Source, state: State, end: number): boolean {
  const { tokens } = source;
  const { at } = state;
  if (/^[,:()→-]$/.test(markAt(tokens, at)) || /^(?:that|which|and)$/.test(wordAt(tokens, at))) {
    if (markAt(tokens, at) === "," || wordAt(tokens, at) === "and") finishLink(source, state);
    state.at += 1;
    return state.at < end;
  }
  const named = phraseAt(tokens, at, NAMED);
  if (named > 0) {
    // `an about link called “About us”`: the name that is given as one counts.
    if (state.labels.length === 1 && /^\p{Ll}/u.test(state.labels[0] ?? "")) state.labels = [];
    return readLabel(source, state, at + named, end);
  }
  const target = phraseAt(tokens, at, TO_TARGET);
  if (target > 0 && !isPlaceAt(source, at, end)) return readTarget(source, state, at + target, end);
  if (targetAt(source, at) !== null) return readTarget(source, state, at, end);
  if (WHERE.has(wordAt(tokens, at))) return readWhere(source, state, end);
  return state.labels.length === 0 && readLabel(source, state, at, end);
}

function isPlaceAt(source: Source, at: number, end: number): boolean {
  if (wordAt(source.tokens, at) !== "at") return false;
  const place = readReference(source.tokens, at, source.vocabulary);
  return place !== null && place.end <= end;
}

/** After `to` and its kin: an address, a part of the page, or what the link is called. */
function readWhere(source: Source, state: State, end: number): boolean {
  const { tokens, vocabulary } = source;
  const { at } = state;
  if (targetAt(source, at + 1) !== null) return readTarget(source, state, at + 1, end);
  const place = readReference(tokens, at + 1, vocabulary);
  const capitalised = /^\p{Lu}/u.test(wordsBetween(source.words, tokens, at + 1, at + 2));
  const isLabel = state.labels.length === 0 && /^(?:to|for)$/.test(wordAt(tokens, at));
  const later = place !== null && isLabel && placeLater(source, place.end, end);
  if (place !== null && place.end <= end && state.place === null && !later) {
    state.place = { ...place, located: true };
    state.at = place.end;
    return true;
  }
  if (!isLabel || (!capitalised && tokens[at + 1]?.kind !== "quote")) return false;
  return readLabel(source, state, at + 1, end);
}

function placeLater(source: Source, start: number, end: number): boolean {
  for (let at = start; at < Math.min(end, start + 4); at += 1) {
    if (WHERE.has(wordAt(source.tokens, at)) && readReference(source.tokens, at + 1, source.vocabulary))
      return true;
  }
  return false;
}

/** An address, or words in its place (`pointing to our contact page`), which leave the target to be asked. */
function readTarget(source: Source, state: State, start: number, end: number): boolean {
  const target = targetAt(source, start);
  if (state.href !== null) return false;
  if (target !== null) {
    state.href = target;
    state.at = start + 1;
    return true;
  }
  const last = endOfName(source, start, end);
  if (last === start) return false;
  state.at = last;
  return true;
}

/** The address as it was typed, not in lower case. */
function targetAt({ words, tokens }: Source, at: number): string | null {
  const token = tokens[at];
  if (token === undefined || (token.kind !== "word" && token.kind !== "quote")) return null;
  const text = token.kind === "quote" ? token.text.trim() : words.slice(token.start, token.end);
  return looksLikeTarget(text) ? text : null;
}

function readLabel(source: Source, state: State, start: number, end: number): boolean {
  const last = endOfName(source, start, end);
  if (last === start || state.labels.length > 0) return false;
  const several = wordAt(source.tokens, state.at - 1).endsWith("links");
  const labels = labelsOf(source, start, last, several);
  // `a link to About and Pricing` may be two; after `called` it is one name.
  const joined = range(start, last).some((at) => /^(?:and|or|&)$/.test(wordAt(source.tokens, at)));
  if (joined && !several && wordAt(source.tokens, start - 1) === "to") return false;
  if (labels.length === 0) return false;
  state.labels = labels;
  state.at = last;
  return true;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}

/** Where a name ends: at the next word that says where to or where. */
function endOfName(source: Source, start: number, end: number): number {
  const { tokens } = source;
  if (tokens[start]?.kind === "quote") return start + 1;
  let at = start;
  while (at < end && !endsName(source, at, end)) at += 1;
  return at;
}

function endsName(source: Source, at: number, end: number): boolean {
  const { tokens, vocabulary } = source;
  if (tokens[at]?.kind !== "word" && markAt(tokens, at) !== ",") return true;
  if (targetAt(source, at) !== null || skipPoliteness(tokens, at, end) === end) return true;
  if (phraseAt(tokens, at, TO_TARGET) > 0 || phraseAt(tokens, at, NAMED) > 0) return true;
  if (!WHERE.has(wordAt(tokens, at))) return false;
  return targetAt(source, at + 1) !== null || readReference(tokens, at + 1, vocabulary) !== null;
}

/** One name, or after `links` each of several: `About, Pricing and Contact`. */
function labelsOf(source: Source, start: number, end: number, several: boolean): string[] {
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

function labelOf({ words, tokens }: Source, start: number, end: number): string | null {
  const token = tokens[start];
  if (token === undefined || end <= start) return null;
  if (token.kind === "quote") return end === start + 1 ? token.text : null;
  const label = wordsBetween(words, tokens, start, end);
  return end - start <= 6 && label.trim() !== "" ? label : null;
}
