import { isChatter, isRemark } from "./chatter.ts";
import { skipLead } from "./lead.ts";
import { isNegated, readNegation } from "./negation.ts";
import { skipPoliteness } from "./politeness.ts";
import { readReference } from "./reference.ts";
import type { Segment } from "./segments.ts";
import type { Clause, Said } from "./clause.ts";
import type { Reference, Source, Span } from "./source.ts";
import { isVagueColor } from "./looks.ts";
import { type Frame, noteOf, readParts, readWhole } from "./set-clause.ts";
import { isVerb, MODALS } from "./verbs.ts";
import { readItemAdded } from "./item-add.ts";
import { readItemClause } from "./item-clause.ts";

/**
 * Reads one instruction; every word of it has a meaning, or is left over and will be asked about. `opens` says that nothing
 * was asked for before it.
 */
export function readClause(source: Source, segment: Segment, opens: boolean): Clause[] {
  const { end } = segment;
  const start = skipLead(source, segment.start, end);
  if (skipPoliteness(source, start, end) === end) return [];
  const order = readOrder(source, segment, start);
  const clauses = withWords(source, { ...segment, start }, order);
  if (order.every(isClear)) return clauses;
  if (!isChatter(source, segment, opens)) return readBehind(source, segment) ?? clauses;
  const words = source.wordsBetween(segment.start, end);
  return noteOf(words, isRemark(source, segment.start), mentioned(source, { start, end }));
}

function withWords(source: Source, { start, end, fresh }: Segment, order: Said[]): Clause[] {
  return order.map((said) => ({ from: source.wordsBetween(start, end), fresh, ...said }));
}

const LONGEST_WAY = 48;
const LONGEST_MENTION = 12;

/** The first order behind words that ask for nothing, set apart by a mark; they are a note: `my husband and I agree, please make …`. */
function readBehind(source: Source, segment: Segment): Clause[] | null {
  const { start, end } = segment;
  for (let at = start + 1; at < Math.min(end, start + LONGEST_WAY); at += 1) {
    if (!isChatter(source, { start, end: at }, true)) return null;
    if (source.mark(at - 1) === "") continue;
    const first = skipLead(source, at, end);
    const order = readOrder(source, segment, first);
    if (order.every(isClear) && order.some(({ kind }) => kind === "set" || kind === "links"))
      return [
        ...noteOf(source.wordsBetween(start, at - 1)),
        ...withWords(source, { ...segment, start: first }, order),
      ];
  }
  return null;
}

/** Whether nothing about it has to be asked. */
function isClear(said: Said): boolean {
  if (said.kind === "set") return said.left === "" && said.value !== null && said.value.doubt === "";
  if (said.kind === "links") return said.left === "" && said.why === "";
  return said.kind !== "doubt";
}

/** What an instruction says that begins at `start`, behind what frames it. */
function readOrder(source: Source, segment: Segment, start: number): Said[] {
  const { end } = segment;
  const asks = onlyAsks(source, segment, start);
  const sets = asks ? null : readWhole(source, { start, end });
  if (sets !== null) return sets;
  const place = sectionAt(source, start, end);
  if (place !== null && isStatement(source, place, end))
    return [{ kind: "place", place }, ...noteOf(source.wordsBetween(start, end))];
  // `add no link`
  if (isNegated(source, start) || (isVerb(source.word(start)) && source.word(start + 1) === "no"))
    return [readNegation(source, start, end)];
  if (place !== null && isOnlyPlace(source, place, end))
    return [{ kind: "place", place }, ...readClause(source, { ...segment, start: place.end }, false)];
  return readInstruction(source, { start, end }, { first: segment.start, asks });
}

function readInstruction(source: Source, span: Span, frame: Frame): Said[] {
  const links = readItemClause(source, span) ?? readItemAdded(source, span);
  if (links !== null) return [{ kind: "links", ...links }, ...noteOf(links.note)];
  const sets = readParts(source, span, frame);
  if (sets === "nothing") return [readNegation(source, span.start, span.end)];
  return sets ?? [{ kind: "doubt", target: mentioned(source, span), negated: false }];
}

/** `header red?` is no wish without a word that asks for it. */
function onlyAsks(source: Source, segment: Segment, start: number): boolean {
  const plain = start === segment.start && !isVerb(source.verb(start)) && !MODALS.has(source.word(start));
  return plain && [segment.end, segment.end - 1].some((at) => source.mark(at) === "?");
}

function sectionAt(source: Source, start: number, end: number): Reference | null {
  const section = readReference(source, start);
  const isSection = section !== null && section.property === null && section.sections.length > 0;
  return isSection && section.end <= end ? section : null;
}

/** `The header is so boring.` says of which part the next sentence speaks, and asks for nothing itself. */
function isStatement(source: Source, part: Reference, end: number): boolean {
  const rest = part.end + 1;
  if (part.located || rest >= end || !/^(?:is|are|looks?|feels?|seems?)$/.test(source.word(part.end)))
    return false;
  // `The header is too dark` asks for another colour.
  const vague = isVagueColor(source.wordsBetween(rest, end).slice(0, 100));
  return !vague && isChatter(source, { start: rest, end });
}

/** `In the footer`, `Footer:`, and `in the footer` before a verb: words that only say where. */
function isOnlyPlace(source: Source, place: Reference, end: number): boolean {
  if (skipPoliteness(source, place.end, end) === end) return true;
  return place.located && isVerb(source.word(skipLead(source, place.end, end)));
}

/** The part of the site that an instruction speaks of, so that what is asked can be asked about it; null when there are two. */
function mentioned(source: Source, { start, end }: Span): Reference | null {
  const references = Array.from({ length: LONGEST_MENTION }, (_, at) => readReference(source, start + at))
    .filter((reference) => reference !== null)
    .filter((reference) => reference.end <= end);
  const [section, ...others] = references.filter(({ sections }) => sections.length > 0);
  if (section === undefined) return references.find(({ property }) => property !== null) ?? null;
  const same = others.every(({ sections }) => sections.some((each) => section.sections.includes(each)));
  return same ? section : null;
}
