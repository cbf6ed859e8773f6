import type { LinkWish } from "#src/requests/links.ts";
import { readLinks } from "./link-clause.ts";
import { isNegated, readNegation } from "./negation.ts";
import { skipLead } from "./lead.ts";
import { skipPoliteness } from "./politeness.ts";
import { readReference, type Reference } from "./reference.ts";
import { readRest, valueInContext } from "./rest.ts";
import type { Segment } from "./segments.ts";
import { readSet, type Setting } from "./set-clause.ts";
import type { Source } from "./source.ts";
import { wordAt, wordsBetween } from "./tokens.ts";
import type { Value } from "./value.ts";
import { isVerb } from "./verbs.ts";

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
    /** Something is to stay as it is. */
    | { kind: "nothing"; target: Reference }
    /** Nobody could tell what it asks for; `target` is what it speaks of. */
    | { kind: "doubt"; target: Reference | null; negated: boolean }
  );

/** Reads one instruction; every word of it has a meaning, or is left over and will be asked about. */
export function readClause(source: Source, segment: Segment): Clause[] {
  const { tokens, words } = source;
  const start = skipLead(tokens, segment.start, segment.end);
  if (skipPoliteness(tokens, start, segment.end) === segment.end) return [];
  const from = wordsBetween(words, tokens, start, segment.end);
  const base = { from, fresh: segment.fresh };
  const addsNothing = isVerb(wordAt(tokens, start)) && wordAt(tokens, start + 1) === "no";
  if (isNegated(tokens, start) || addsNothing)
    return [{ ...base, ...readNegation(source, start, segment.end) }];
  const place = readPlace(source, start, segment.end);
  if (place !== null) {
    return [{ ...base, kind: "place", place }, ...readClause(source, { ...segment, start: place.end })];
  }
  const links = readLinks(source, start, segment.end);
  if (links !== null) return [{ ...base, kind: "links", ...links }];
  const setting = readSet(source, start, segment.end);
  if (setting === "nothing") return [{ ...base, ...readNegation(source, start, segment.end) }];
  if (setting === null)
    return [{ ...base, kind: "doubt", target: mentioned(source, start, segment.end), negated: false }];
  return settingClauses(source, setting, segment, base);
}

/** `In the footer`, `Footer:`, and `in the footer` before a verb: words that only say where. */
function readPlace({ tokens, vocabulary }: Source, start: number, end: number): Reference | null {
  const place = readReference(tokens, start, vocabulary);
  if (place === null || place.end > end || place.property !== null || place.sections.length === 0)
    return null;
  const last = skipPoliteness(tokens, place.end, end) === end;
  return last || (place.located && isVerb(wordAt(tokens, skipLead(tokens, place.end, end)))) ? place : null;
}

/** One clause for each target, and what follows at once. */
function settingClauses(source: Source, setting: Setting, segment: Segment, base: Base): Clause[] {
  const { place, color, also, next, left } = readRest(source, setting, segment.end);
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
  if (next !== null) return [...clauses, ...readClause(source, { ...segment, start: next })];
  if (color === null) return clauses;
  return [...clauses, { ...base, kind: "set", target: null, value: color, place, left: "" }];
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
