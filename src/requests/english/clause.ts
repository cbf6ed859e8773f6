import { isChatter } from "./chatter.ts";
import { skipLead } from "./lead.ts";
import { readLinks } from "./link-clause.ts";
import { isNegated, readNegation } from "./negation.ts";
import { skipPoliteness } from "./politeness.ts";
import { readReference } from "./reference.ts";
import { readRest, valueInContext } from "./rest.ts";
import type { Segment } from "./segments.ts";
import { readSet } from "./set-clause.ts";
import type { Setting } from "./setting.ts";
import { type Reference, type Source, wordAt, wordsBetween } from "./source.ts";
import type { Value } from "./value.ts";
import { isVerb } from "./verbs.ts";
import type { LinkWish } from "#src/requests/links.ts";

interface Base {
  from: string;
  fresh: boolean;
}

/** What one instruction says; `from` are its words. */
export type Clause = Base &
  (
    | { kind: "set"; target: Reference | null; value: Value | null; place: Reference | null; left: string }
    | { kind: "links"; links: LinkWish[]; place: Reference | null; why: string; left: string }
    /** Only says where: `In the footer, …`. */
    | { kind: "place"; place: Reference }
    /** Asks for nothing. */
    | { kind: "note" }
    /** Something is to stay as it is. */
    | { kind: "nothing"; target: Reference }
    /** Nobody could tell what it asks for; `target` is what it speaks of. */
    | { kind: "doubt"; target: Reference | null; negated: boolean }
  );

/** Reads one instruction; every word of it has a meaning, or is left over and will be asked about. */
export function readClause(source: Source, segment: Segment): Clause[] {
  const start = skipLead(source, segment.start, segment.end);
  if (skipPoliteness(source, start, segment.end) === segment.end) return [];
  const from = wordsBetween(source, start, segment.end);
  const base = { from, fresh: segment.fresh };
  const addsNothing = isVerb(wordAt(source, start)) && wordAt(source, start + 1) === "no";
  if (isChatter(source, segment.start, segment.end)) {
    return [{ ...base, kind: "note", from: wordsBetween(source, segment.start, segment.end) }];
  }
  if (isNegated(source, start) || addsNothing)
    return [{ ...base, ...readNegation(source, start, segment.end) }];
  const place = readPlace(source, start, segment.end);
  if (place !== null) {
    return [{ ...base, kind: "place", place }, ...readClause(source, { ...segment, start: place.end })];
  }
  const links = readLinks(source, start, segment.end);
  if (links !== null) return [{ ...base, kind: "links", ...links }, ...noteOf(links.note)];
  const setting = readSet(source, { start, end: segment.end });
  if (setting === "nothing") return [{ ...base, ...readNegation(source, start, segment.end) }];
  if (setting === null)
    return [{ ...base, kind: "doubt", target: mentioned(source, start, segment.end), negated: false }];
  return settingClauses(source, setting, segment, base);
}

/** `In the footer`, `Footer:`, and `in the footer` before a verb: words that only say where. */
function readPlace(source: Source, start: number, end: number): Reference | null {
  const place = readReference(source, start);
  if (place === null || place.end > end || place.property !== null || place.sections.length === 0)
    return null;
  const last = skipPoliteness(source, place.end, end) === end;
  return last || (place.located && isVerb(wordAt(source, skipLead(source, place.end, end)))) ? place : null;
}

function noteOf(words: string): Clause[] {
  return words === "" ? [] : [{ kind: "note", from: words, fresh: true }];
}

/** One clause for each target, and what follows at once. */
function settingClauses(source: Source, setting: Setting, segment: Segment, base: Base): Clause[] {
  const { place, color, also, next, left, note } = readRest(source, setting, segment.end);
  const value = valueInContext(source, setting.value, { ...segment, end: setting.textEnd ?? segment.end });
  const targets = also === null ? setting.targets : [...setting.targets, also];
  const clauses = targets.map((target): Clause => ({
    ...base,
    kind: "set",
    target,
    value,
    place,
    left,
  }));
  clauses.push(...noteOf(note));
  if (next !== null) return [...clauses, ...readClause(source, { ...segment, start: next })];
  if (color === null) return clauses;
  return [...clauses, { ...base, kind: "set", target: null, value: color, place, left: "" }];
}

/** The part of the site that an instruction speaks of, so that what is asked can be asked about it; null when there are two. */
function mentioned(source: Source, start: number, end: number): Reference | null {
  const references: Reference[] = [];
  for (let at = start; at < Math.min(end, start + 12); at += 1) {
    const reference = readReference(source, at);
    if (reference !== null && reference.end <= end) references.push(reference);
  }
  const [section, ...others] = references.filter((reference) => reference.sections.length > 0);
  if (section === undefined) return references.find((reference) => reference.property !== null) ?? null;
  const same = others.every((other) => other.sections.some((each) => section.sections.includes(each)));
  return same ? section : null;
}
