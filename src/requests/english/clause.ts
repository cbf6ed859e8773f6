import type { LinkWish } from "#src/requests/links.ts";
import { type LinkClause, linkWord, readLinkClause, readPlacedLink } from "./link-clause.ts";
import { isNegated, readNegation } from "./negation.ts";
import { skipLead, skipPoliteness } from "./politeness.ts";
import { readReference, type Reference } from "./reference.ts";
import { beginsWithTarget, hasInstruction, type Segment } from "./segments.ts";
import { markAt, type Token, wordAt, wordsBetween } from "./tokens.ts";
import { readColor, readValue, type Value } from "./value.ts";
import { ADD, CHANGE, GIVE, isVerb, MAKE, MODALS, USE } from "./verbs.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What one instruction says; `from` are its words. */
export type Clause = { from: string; start: number; fresh: boolean } & (
  | { kind: "set"; target: Reference | null; value: Value | null; place: Reference | null; left: string }
  | { kind: "links"; links: LinkWish[]; place: Reference | null; why: string; left: string }
  /** Only says where: `In the footer, …`. */
  | { kind: "place"; place: Reference }
  /** Something is to stay as it is. */
  | { kind: "nothing"; target: Reference }
  /** Nobody could tell what it asks for; `target` is what it speaks of. */
  | { kind: "doubt"; target: Reference | null; negated: boolean }
);

const POLITE_QUESTION = /^(?:can|could|would|will|may|is|how)$/;
const CONNECTORS = new Set(["as", "for", "in", "on", "into", "to", "inside", "at", "onto"]);

/** The words of a request and what is needed to read them. */
export interface Source {
  words: string;
  tokens: Token[];
  vocabulary: Vocabulary;
}

/** `at` is the first token that is not read yet; `words` are those in the place of a value that are none. */
interface Draft {
  target: Reference[];
  value: Value | null;
  at: number;
  words?: string;
}

/** Reads one instruction; every word of it has a meaning, or is left over and will be asked about. */
export function readClause(source: Source, segment: Segment): Clause[] {
  const { tokens, words } = source;
  const start = skipLead(tokens, segment.start, segment.end);
  if (skipPoliteness(tokens, start, segment.end) === segment.end) return [];
  const from = wordsBetween(words, tokens, start, segment.end);
  const base = { from, start: tokens[start]?.start ?? 0, fresh: segment.fresh };
  const addsNothing = isVerb(wordAt(tokens, start)) && wordAt(tokens, start + 1) === "no";
  if (isNegated(tokens, start) || addsNothing)
    return [{ ...base, ...readNegation(source, start, segment.end) }];
  const place = readPlace(source, start, segment.end);
  if (place !== null) {
    return [{ ...base, kind: "place", place }, ...readClause(source, { ...segment, start: place.end })];
  }
  const links = readLinks(source, start, segment.end);
  if (links !== null) return [{ ...base, kind: "links", ...withPlace(source, links, start, segment.end) }];
  const draft = readSet(source, start, segment.end);
  if (draft === "nothing") return [{ ...base, ...readNegation(source, start, segment.end) }];
  if (draft === null)
    return [{ ...base, kind: "doubt", target: mentioned(source, start, segment.end), negated: false }];
  return finish(source, draft, segment, base);
}

/** `In the footer`, `Footer:`, and `in the footer` before a verb: words that only say where. */
function readPlace({ tokens, vocabulary }: Source, start: number, end: number): Reference | null {
  const place = readReference(tokens, start, vocabulary);
  if (place === null || place.end > end || place.property !== null || place.sections.length === 0)
    return null;
  const last = skipPoliteness(tokens, place.end, end) === end;
  return last || (place.located && isVerb(wordAt(tokens, skipLead(tokens, place.end, end)))) ? place : null;
}

function readLinks(source: Source, start: number, end: number): LinkClause | null {
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

function readSet(source: Source, start: number, end: number): Draft | "nothing" | null {
  const { tokens } = source;
  const verb = wordAt(tokens, start);
  const colored = readColored(source, start, end);
  if (colored !== null) return colored;
  if (USE.has(verb) || MAKE.has(verb) || verb === "set") {
    const first = readValueFirst(source, start + 1, end);
    if (first !== null) return first;
  }
  if (USE.has(verb)) return readWordsFirst(source, start + 1, end);
  if (CHANGE.has(verb) || MAKE.has(verb) || GIVE.has(verb)) {
    const change = readTargetFirst(source, start + 1, end);
    if (change !== null) return change;
  }
  if (/^(?:can|could)$/.test(verb)) return readTargetFirst(source, start + 1, end);
  return isVerb(verb) && readReference(tokens, start, source.vocabulary) === null
    ? null
    : readTargetFirst(source, start, end);
}

/** `a red header`, after `I would like`. */
function readColored({ words, tokens, vocabulary }: Source, start: number, end: number): Draft | null {
  const value = readValue(words, tokens, start, end, false);
  if (value === null || value.color === null) return null;
  const target = readReference(tokens, value.end, vocabulary);
  const whole = target !== null && target.end <= end && target.property === null && !target.located;
  return whole && target.sections.length > 0 ? { target: [target], value, at: target.end } : null;
}

/** `use red for the header`, `put “Hello” in the footer`. */
function readValueFirst(source: Source, start: number, end: number): Draft | null {
  const { words, tokens, vocabulary } = source;
  const value = readValue(words, tokens, start, end, false);
  if (value === null) return null;
  const connector = CONNECTORS.has(wordAt(tokens, value.end)) ? 1 : 0;
  const target = readReference(tokens, value.end + connector, vocabulary);
  return target === null || target.end > end ? null : { target: [target], value, at: target.end };
}

/** `use our brand colour for the header`: where is clear, and what has to be asked. */
function readWordsFirst({ words, tokens, vocabulary }: Source, start: number, end: number): Draft | null {
  for (let at = start + 1; at < Math.min(end, start + 8); at += 1) {
    if (!CONNECTORS.has(wordAt(tokens, at))) continue;
    const target = readReference(tokens, at + 1, vocabulary);
    if (target === null || target.end > end) continue;
    return { target: [target], value: null, at: target.end, words: wordsBetween(words, tokens, start, at) };
  }
  return null;
}

/** `the header to red`, `the footer text should say Hello`, `its color from red to blue`. */
function readTargetFirst(source: Source, start: number, end: number): Draft | "nothing" | null {
  const { words, tokens } = source;
  const target = readTargets(source, start, end);
  const last = target.at(-1);
  if (last === undefined) return null;
  let at = last.end;
  if (MODALS.has(wordAt(tokens, at))) at += 1;
  if (at > last.end && isNegated(tokens, at)) return "nothing";
  if (isNegated(tokens, last.end)) return "nothing";
  if (wordAt(tokens, at) === "from") at = afterOldValue(tokens, at + 1, end);
  if (at >= end || skipPoliteness(tokens, at, end) === end) return { target, value: null, at: end };
  const marker = markerAt(tokens, at, last);
  const value = readValue(words, tokens, at + (marker === "none" ? 0 : 1), end, marker === "free");
  const nothing = marker !== "none" && at + 1 >= end;
  return { target, value, at: value?.end ?? (nothing ? end : at) };
}

/** After `to` a text may go on without quotes; a colon says so only after the name of a property. */
function markerAt(tokens: Token[], at: number, target: Reference): "free" | "strict" | "none" {
  if (/^(?:to|as|into|with)$/.test(wordAt(tokens, at))) return "free";
  if (!/[=:→,]/.test(markAt(tokens, at))) return "none";
  return target.property !== null && markAt(tokens, at) !== "," ? "free" : "strict";
}

/** Over the old value to the word before the new one; nowhere when there are several such words. */
function afterOldValue(tokens: Token[], start: number, end: number): number {
  const marks: number[] = [];
  for (let at = start; at < end; at += 1) {
    if (/^(?:to|into)$/.test(wordAt(tokens, at))) marks.push(at);
  }
  return marks.length === 1 ? (marks[0] ?? start) : start;
}

/** `the header and the footer`: each is a target of its own. */
function readTargets(source: Source, start: number, end: number): Reference[] {
  const targets: Reference[] = [];
  let at = start;
  while (at < end) {
    const target = readReference(source.tokens, at, source.vocabulary);
    if (target === null || target.end > end) break;
    targets.push(target);
    at = target.end;
    if (!/^(?:and|or|&)$/.test(wordAt(source.tokens, at)) && markAt(source.tokens, at) !== ",") break;
    at += 1;
  }
  return targets;
}

type Base = { from: string; start: number; fresh: boolean };

/** Reads what follows the value: a place, a colour for the text, thanks; the rest is left over. */
function finish(source: Source, draft: Draft, segment: Segment, base: Base): Clause[] {
  const { tokens, words, vocabulary } = source;
  let at = skipPoliteness(tokens, draft.at, segment.end);
  const extra: Value | null = draft.value?.quoted === null ? null : colorAfter(source, at, segment.end);
  if (extra !== null) at = skipPoliteness(tokens, extra.end, segment.end);
  const place = at < segment.end ? readReference(tokens, at, vocabulary) : null;
  if (place?.located === true && place.property === null) at = skipPoliteness(tokens, place.end, segment.end);
  const placed = place !== null && at >= place.end ? place : null;
  const left = draft.words ?? wordsBetween(words, tokens, at, segment.end);
  const clauses = draft.target.map((target): Clause => ({
    ...base,
    kind: "set",
    target,
    value: asked(source, draft.value, segment),
    place: placed,
    left: reasonless(left),
  }));
  if (goesOn(source, draft, at, segment.end)) {
    const rest = readClause(source, { ...segment, start: at });
    return [...clauses.map((clause) => ({ ...clause, left: "" })), ...rest];
  }
  if (extra === null) return clauses;
  return [...clauses, { ...base, kind: "set", target: null, value: extra, place: placed, left: "" }];
}

/** Adds to a text what stands around it: a place at its end, the mark of a polite question, another instruction. */
function asked(source: Source, value: Value | null, segment: Segment): Value | null {
  if (value === null || value.text === null) return value;
  const { tokens, vocabulary } = source;
  const question = /\?\s*$/.test(value.text.slice(-9)) && POLITE_QUESTION.test(wordAt(tokens, segment.start));
  const more = hasInstruction(tokens, value.start + 1, segment.end, vocabulary);
  const doubt = question
    ? "I am not sure whether the question mark is a part of the text."
    : more
      ? "I am not sure where the text ends."
      : value.doubt;
  return { ...value, doubt, trailing: trailingPlace(source, value, segment) };
}

/** `Hello in the header`: a place, or the end of the text. */
function trailingPlace(
  { words, tokens, vocabulary }: Source,
  value: Value,
  segment: Segment,
): Value["trailing"] {
  for (let at = Math.max(value.start + 1, segment.end - 8); at < segment.end; at += 1) {
    const place = readReference(tokens, at, vocabulary);
    if (place?.located !== true || place.property !== null || place.sections.length === 0) continue;
    if (!/^(?:in|on|at|of|for|inside)$/.test(wordAt(tokens, at))) continue;
    if (skipPoliteness(tokens, place.end, segment.end) < segment.end) continue;
    return { text: wordsBetween(words, tokens, value.start, at), place };
  }
  return null;
}

/** `text "Hello" color red`: after a value that has an end, the next one may follow at once. */
function goesOn({ words, tokens, vocabulary }: Source, draft: Draft, at: number, end: number): boolean {
  if (draft.value === null || draft.value.text !== null) return false;
  return at < end && at > draft.value.start && beginsWithTarget(words, tokens, at, vocabulary);
}

/** `say “Hello” in red`. */
function colorAfter({ words, tokens }: Source, start: number, end: number): Value | null {
  if (!/^(?:in|with)$/.test(wordAt(tokens, start))) return null;
  const color = readColor(tokens, words, start + 1, end);
  if (color === null) return null;
  const from = wordsBetween(words, tokens, start, color.end);
  return {
    quoted: null,
    color: color.color,
    text: null,
    said: false,
    doubt: "",
    trailing: null,
    from,
    start,
    end: color.end,
  };
}

/** A reason after a change needs no question. */
function reasonless(left: string): string {
  return /^because\b/i.test(left) ? "" : left;
}

/** The part of the site that an instruction speaks of, so that what is asked can be asked about it; null when there are two. */
function mentioned(source: Source, start: number, end: number): Reference | null {
  const references: Reference[] = [];
  for (let at = start; at < Math.min(end, start + 12); at += 1) {
    const reference = readReference(source.tokens, at, source.vocabulary);
    if (reference !== null && reference.end <= end) references.push(reference);
  }
  const [section, ...others] = references.filter((reference) => reference.sections.length > 0);
  if (section === undefined) return references.find((reference) => reference.property !== null) ?? null;
  const same = others.every((other) => other.sections.some((each) => section.sections.includes(each)));
  return same ? section : null;
}
