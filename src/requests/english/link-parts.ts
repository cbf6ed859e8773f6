import type { Spot } from "#src/site/catalogue.ts";
import { NAMED, TO_TARGET, WHERE, endOfName, labelsOf, targetAt } from "./link-words.ts";
import { spotAt } from "./list-words.ts";
import { phraseAt } from "./phrase-at.ts";
import { phrasesOf } from "./phrases.ts";
import { readReference } from "./reference.ts";
import { type Reference, type Source, isUpper, markAt, wordAt } from "./source.ts";
import type { LinkWish } from "#src/requests/links.ts";

/** After these words comes no text of a link: they say what it does, or where it is to be. */
const NO_NAME = /^(?:after|before|above|below|beneath|beside|between|behind|next|near|somewhere|that|which)$/;

/** What is known while the words after `link` are read. */
export interface LinkState {
  done: LinkWish[];
  labels: string[];
  /** Whether they stood before the word `link`. */
  before: boolean;
  href: string | null;
  place: Reference | null;
  /** Where in the list it is to be. */
  spot: Spot | null;
  at: number;
  /** Where the instruction ends. */
  end: number;
}

/** Reads what follows `link` as far as it has a meaning; `state.at` is where it has none. */
export function readParts(
  source: Source,
  known: Partial<LinkState> & Pick<LinkState, "at" | "end">,
): LinkState {
  const state: LinkState = {
    done: [],
    labels: [],
    before: true,
    href: null,
    place: null,
    spot: null,
    ...known,
  };
  while (state.at < state.end && readPart(source, state));
  return state;
}

/** All links that were read. */
export function linkWishes(state: LinkState): LinkWish[] {
  return [...state.done, ...current(state)];
}

function current(state: LinkState): LinkWish[] {
  const { labels, href } = state;
  if (labels.length === 0) return [{ label: null, href }];
  return labels.map((label) => ({ label, href: labels.length === 1 ? href : null }));
}

/** Reads one part of what follows `link`; false when the words have no meaning here. */
function readPart(source: Source, state: LinkState): boolean {
  const { at } = state;
  if (isJointAt(source, at)) return skipJoint(source, state);
  const named = phraseAt(source, at, NAMED);
  if (named > 0) return readNamed(source, state, at + named);
  if (readSpot(source, state)) return true;
  const target = phraseAt(source, at, TO_TARGET);
  if (target > 0) return readTarget(source, state, at + target);
  if (targetAt(source, at) !== null) return readTarget(source, state, at);
  if (WHERE.has(wordAt(source, at))) return readWhere(source, state);
  const nameless = [at - 1, at].some((each) => NO_NAME.test(wordAt(source, each)));
  return !nameless && state.labels.length === 0 && readLabel(source, state, at);
}

/** `at the end of the menu`, `before Blog`. */
function readSpot(source: Source, state: LinkState): boolean {
  const found = state.spot === null ? spotAt(source, state.at, state.end) : null;
  if (found === null) return false;
  state.spot = found.spot;
  state.at = found.end;
  return true;
}

/** `an about link called “About us”`: the name that is given as one counts. */
function readNamed(source: Source, state: LinkState, start: number): boolean {
  if (state.before && state.labels.length === 1 && /^\p{Ll}/u.test(state.labels[0] ?? "")) state.labels = [];
  return readLabel(source, state, start);
}

function isJointAt(source: Source, at: number): boolean {
  return /^[,:()→-]$/.test(markAt(source, at)) || /^(?:that|which|and)$/.test(wordAt(source, at));
}

function skipJoint(source: Source, state: LinkState): boolean {
  if (markAt(source, state.at) === "," || wordAt(source, state.at) === "and") finishLink(source, state);
  state.at += 1;
  return state.at < state.end;
}

/** `About (/about) and Pricing (/pricing)`: after a joint the next link begins, if a name or a place for one follows. */
function finishLink(source: Source, state: LinkState): void {
  const after = state.at + 1;
  const next = after + phraseAt(source, after, phrasesOf("to", "a link to", "one to", "another to"));
  const named = source.tokens[next]?.kind === "quote" || isUpper(source, next);
  const complete = state.href !== null || source.tokens[next]?.kind === "quote";
  if (state.labels.length !== 1 || !complete || !named) return;
  state.done.push(...current(state));
  state.labels = [];
  state.href = null;
  state.at = next - 1;
}

/** After `to` and its kin: an address, a part of the page, or what the link is called. */
function readWhere(source: Source, state: LinkState): boolean {
  const next = state.at + 1;
  if (targetAt(source, next) !== null) return readTarget(source, state, next);
  const isLabel = state.labels.length === 0 && /^(?:to|for)$/.test(wordAt(source, state.at));
  const place = state.place === null ? readReference(source, next) : null;
  if (place !== null && place.end <= state.end) {
    state.place = { ...place, located: true };
    state.at = place.end;
    return true;
  }
  const named = isUpper(source, next) || source.tokens[next]?.kind === "quote";
  return isLabel && named && readLabel(source, state, next);
}

/** An address, or words in its place (`pointing to our contact page`), which leave the target to be asked. */
function readTarget(source: Source, state: LinkState, start: number): boolean {
  const target = targetAt(source, start);
  if (state.href !== null) return false;
  // `at the end` is no place that a link leads to.
  if (target === null && wordAt(source, start - 1) === "at") return false;
  if (target !== null) {
    state.href = target;
    state.at = start + 1;
    return true;
  }
  const last = endOfName(source, start, state.end);
  if (last === start) return false;
  state.at = last;
  return true;
}

function readLabel(source: Source, state: LinkState, start: number): boolean {
  const last = endOfName(source, start, state.end);
  if (last === start || state.labels.length > 0) return false;
  const several = wordAt(source, state.at - 1).endsWith("links");
  const labels = labelsOf(source, { start, end: last }, several);
  // `a link to About and Pricing` may be two; after `called` it is one name.
  const joined = range(start, last).some((at) => /^(?:and|or|&)$/.test(wordAt(source, at)));
  if (joined && !several && wordAt(source, start - 1) === "to") return false;
  if (labels.length === 0) return false;
  state.labels = labels;
  state.at = last;
  return true;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}
