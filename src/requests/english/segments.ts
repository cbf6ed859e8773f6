import { parseColor } from "#src/site/color.ts";
import { continuesItem } from "./item-add.ts";
import { beginsInstruction, saysWhat } from "./instruction.ts";
import { skipLead } from "./lead.ts";
import { fieldAt } from "./list-words.ts";
import { skipPoliteness } from "./politeness.ts";
import { isPart, readReference } from "./reference.ts";
import type { Reference, Source, Span } from "./source.ts";
import { readColor } from "./value.ts";
import { phrasesIn, phrasesOf, wordsIn } from "./words.ts";

/** One instruction of a request: the tokens from `start` up to `end`. */
export interface Segment {
  start: number;
  end: number;
  /** Whether what was said before is over: after a full stop or `but`, `don't` no longer reaches. */
  fresh: boolean;
}

const JOINTS = wordsIn("joints");
const FRESH = wordsIn("fresh-starts");
const JOINED_NAMES = phrasesOf(",", phrasesIn("target-joints").source);

/** Cuts a request where a new instruction begins. A joint inside a text (`Fish and chips`) cuts nothing. */
export function segmentsOf(source: Source): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let fresh = true;
  for (let at = 0; at < source.tokens.length; at += 1) {
    const next = afterJoints(source, at);
    if (next === at) continue;
    if (at > start && cuts(source, { start, end: at }, next)) {
      segments.push({ start, end: withMark(source, at), fresh });
      const words = source.lineFrom(at, next + 1).split(" ");
      fresh = words.some((word) => FRESH.has(word) || /^[.;!?]$/.test(word));
      start = next;
    }
    at = next - 1;
  }
  segments.push({ start, end: source.tokens.length, fresh });
  return segments.filter((segment) => segment.end > segment.start);
}

/** Whether one instruction ends before joints, and another begins behind them. */
function cuts(source: Source, before: Span, next: number): boolean {
  const { start, end } = before;
  if (isValueAlone(source, before) || joinsNames(source, before, next)) return false;
  const begins =
    endsLine(source, end, next) || beginsInstruction(source, next, /[^:]/.test(source.mark(next - 1)));
  return begins && !continuesItem(source, { start: skipLead(source, start, end), end }, next);
}

/** Whether a line ends before words that it does not announce: `the text should be:` goes on in the next. */
function endsLine(source: Source, at: number, next: number): boolean {
  const line = source.tokens.slice(at, next).findIndex(({ start, end }) => start === end);
  return line >= 0 && source.mark(at + Math.max(0, line - 1)) !== ":" && !saysWhat(source, at - 1);
}

/** A text at the end of a line keeps its last mark. */
function withMark(source: Source, at: number): number {
  const isLineEnd = source.tokens[at + 1]?.start === source.tokens[at + 1]?.end;
  return isLineEnd && /[.!?]/.test(source.mark(at)) ? at + 1 : at;
}

/** `“Go”, please put that on the button`: what the rest is about. */
function isValueAlone(source: Source, { start, end }: Span): boolean {
  const first = /^(?:to|in|with|as)$/.test(source.word(start)) ? start + 1 : start;
  const value = readColor(source, first, end);
  const last = source.isQuote(first) ? first + 1 : value?.end;
  const isColor = last === first + 1 || parseColor(source.wordsBetween(first, last ?? first)) !== null;
  return last !== undefined && isColor && skipPoliteness(source, last, end) === end;
}

/** `the header and the footer in navy`: two names before any value, which is for both. */
function joinsNames(source: Source, { start, end }: Span, next: number): boolean {
  const before = source.phrase(end, JOINED_NAMES) === 0 ? null : partBefore(source, start, end);
  const after = before === null ? null : readReference(source, next);
  if (before === null || after === null || !isPart(after) || after.located) return false;
  const hasValue = source.tokens
    .slice(start, end)
    .some(({ kind }, at) => kind === "quote" || readColor(source, start + at, end) !== null);
  return !hasValue && (before.property === null) === (after.property === null);
}

/** The part of the site whose name ends here. */
function partBefore(source: Source, start: number, end: number): Reference | null {
  for (let at = Math.max(start, end - 6); at < end; at += 1) {
    const reference = readReference(source, at);
    if (isPart(reference) && reference?.end === end) return reference;
  }
  return null;
}

function isJoint(source: Source, at: number): boolean {
  // `2) color: red` numbers what begins.
  const isNumber = /^(?:\d\d?|[a-z])$/.test(source.word(at)) && source.mark(at + 1) === ")";
  if (isNumber || JOINTS.has(source.word(at))) return true;
  return /[,;.!?:()-]/.test(source.mark(at)) && !isNameColon(source, at);
}

/** `First question: Can I cancel?`: after the name of a property a colon begins its value, and no instruction. */
function isNameColon(source: Source, at: number): boolean {
  if (source.mark(at) !== ":") return false;
  return fieldAt(source, at - 1) !== null || typeof partBefore(source, 0, at)?.property === "string";
}

function afterJoints(source: Source, start: number): number {
  let at = start;
  while (at < source.tokens.length && isJoint(source, at)) at += 1;
  return at;
}
