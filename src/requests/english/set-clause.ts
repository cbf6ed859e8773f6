import { remainder } from "./chatter.ts";
import type { Clause, Said, SetClause } from "./clause.ts";
import { changing } from "./item-clause.ts";
import { type PartRole, pairsOf } from "./pairs.ts";
import { skipPoliteness } from "./politeness.ts";
import { readReference } from "./reference.ts";
import { scanRoles } from "./scan.ts";
import type { Reference, Source, Span } from "./source.ts";
import { type Value, readValue } from "./value.ts";
import { valueBehind } from "./value-behind.ts";
import { asText } from "./text.ts";
import { isVerb, SETTING, USE } from "./verbs.ts";
import { phrasesIn, phrasesOf, wordsIn } from "./words.ts";

const CONNECTORS = wordsIn("connectors");
/** `make me`, `make sure that`, `set please`: between a verb and what it changes they say nothing. */
const AFTER_VERB = phrasesIn("after-verb");

/** Reads an instruction all of whose words do something known; its values are in quotes, colours, amounts or addresses. */
export function readWhole(source: Source, span: Span): Said[] | null {
  const { roles, at } = scanRoles(source, span);
  const { left, note } = remainder(source, at, span.end);
  const pairs = left === "" ? pairsOf(source, roles) : null;
  if (pairs === null) return null;
  const isTogether = pairs.length > 1 ? { together: true as const } : {};
  const sets = pairs.map((pair) => inItem({ kind: "set" as const, ...pair, ...isTogether, left: "" }));
  return [...sets, ...noteOf(note)];
}

/** Where an instruction begins with what frames it, and whether it only asks. */
export interface Frame {
  first: number;
  asks: boolean;
}

/** Reads an instruction with a text without quotes, or with words that do nothing known: those are left over. */
export function readParts(
  source: Source,
  { start, end }: Span,
  { first: frame, asks }: Frame,
): Said[] | "nothing" | null {
  const verb = source.verb(start);
  const first = USE.has(verb) ? readWordsFirst(source, { start: start + 1, end }) : null;
  if (first !== null) return setTo(source, first, { start: frame, end });
  const parts = partsIn(source, { start, end }, verb);
  const last = parts.at(-1);
  // `From reception: please …` says who asks.
  if (last === undefined || source.word(start) === "from") return null;
  const found = valueBehind(source, { ...last, start: parts[0]?.start ?? start }, end);
  if (found === "nothing") return found;
  return asks && found.value?.text == null ? null : setTo(source, { parts, ...found }, { start: frame, end });
}

interface Setting {
  parts: Pick<PartRole, "part" | "place">[];
  value: Value | null;
  at: number;
  /** Where a text without quotes ends, if not at the end, and the words in the place of a value that are none. */
  textEnd?: number;
  words?: string;
}

/** The parts that an instruction begins with, or `it`. */
function partsIn(source: Source, { start, end }: Span, verb: string): Omit<PartRole, "kind" | "joined">[] {
  const asks = SETTING.has(verb) || /^(?:can|could)$/.test(verb);
  const first = asks ? start + 1 + source.phrase(start + 1, AFTER_VERB) : start;
  const { roles } = scanRoles(source, { start: first, end });
  const other = roles.findIndex((role, at) => role.kind === "value" || (at > 0 && role.joined === "no"));
  const parts = roles.slice(0, other < 0 ? roles.length : other).filter((role) => role.kind === "part");
  const it = parts.length > 0 || (isVerb(verb) && !asks) ? null : readReference(source, first);
  return it === null || it.end > end ? parts : [{ part: it, place: null, start: first, end: it.end }];
}

/** One clause for each part, and what follows. */
function setTo(source: Source, setting: Setting, { start, end }: Span): Said[] {
  const { at, textEnd = end, words } = setting;
  const value = asText(source, setting.value, { start, end: textEnd });
  const rest = skipPoliteness(source, at, end);
  const parts = [
    ...setting.parts,
    ...alsoAt(source, { start: rest, end }, setting.parts[0]?.part.property ?? null),
  ];
  const isOver = parts.length > setting.parts.length;
  const { left, note } =
    words === undefined ? remainder(source, isOver ? end : rest, end) : { left: words, note: "" };
  const place = left === "" ? null : placeIn(source, { start: at, end });
  const sets = parts.map((part) =>
    inItem({
      kind: "set",
      target: part.part,
      place: part.place ?? place,
      value,
      left: BECAUSE.test(left) ? "" : left,
    }),
  );
  return [...sets, ...noteOf(note)];
}

/** A reason after a change needs no question, as long as nothing but the reason follows. */
const BECAUSE = /^because\b[^.,;:!?–—-]*[.!]?$/i;
const ALSO = phrasesOf("and also", "and", "also", "&", "plus");

/** Another part that may be meant to be the same: `make the header red, and the footer too`. */
function alsoAt(source: Source, { start, end }: Span, property: string | null): Setting["parts"] {
  const part = readReference(source, start + source.phrase(start, ALSO));
  const isSection = part !== null && part.property === null && part.sections.length > 0 && !part.located;
  const isLast = part !== null && part.end <= end && skipPoliteness(source, part.end, end) === end;
  return isSection && isLast ? [{ part: { ...part, property }, place: null }] : [];
}

/** Where something is, among words that are not understood: enough to ask about the right section. */
function placeIn(source: Source, { start, end }: Span): Reference | null {
  for (let at = start; at < Math.min(end, start + 12); at += 1) {
    const place = readReference(source, at);
    if (place?.located === true && place.end <= end && place.sections.length > 0)
      return { ...place, property: null };
  }
  return null;
}

/** `use Beta as the brand`; of `use our brand colour for the header` only where is clear, and what has to be asked. */
function readWordsFirst(source: Source, { start, end }: Span): Setting | null {
  for (let at = start + 1; at < Math.min(end, start + 8); at += 1) {
    const part = CONNECTORS.has(source.word(at)) ? readReference(source, at + 1) : null;
    if (part === null || part.end > end) continue;
    const setting = { parts: [{ part, place: null }], value: null, at: part.end };
    const named = source.word(at) === "as" && source.isLower(at) && source.isUpper(start);
    const whole = part.property !== null && skipPoliteness(source, part.end, end) === end;
    return named && whole
      ? { ...setting, value: readValue(source, { start, end: at }, true), textEnd: at }
      : { ...setting, words: source.wordsBetween(start, at) };
  }
  return null;
}

/** A value for an item changes its list. */
function inItem(set: Omit<SetClause, "from" | "fresh">): Said {
  const { target, value, left } = set;
  const change = target?.item === undefined || value === null ? null : changing(target.item, value);
  const together = set.together === undefined ? {} : { together: set.together };
  if (change !== null)
    return { kind: "links", ...change, ...together, place: change.place ?? set.place, left };
  return target?.item === undefined ? set : { kind: "doubt", target: null, negated: false };
}

/** Words that ask for nothing. */
export function noteOf(
  words: string,
  tells = true,
  target: Reference | null = null,
): Extract<Clause, { kind: "note" }>[] {
  return words === "" ? [] : [{ kind: "note", tells, target, from: words, fresh: true }];
}
