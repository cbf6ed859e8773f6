import { parseColor } from "#src/site/color.ts";
import { continuesItem } from "./item-add.ts";
import { skipLead } from "./lead.ts";
import { fieldAt, isFieldOf } from "./list-words.ts";
import { skipPoliteness } from "./politeness.ts";
import { isDeterminer, isPart, readReference } from "./reference.ts";
import type { Reference, Source, Span } from "./source.ts";
import { readColor } from "./value.ts";
import { isVerb } from "./verbs.ts";
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
/** After a mark these begin a remark about what was said, and no part of a text. */
const REMARKS = wordsIn("remarks");
const JOINED_NAMES = phrasesOf(",", phrasesIn("target-joints").source);
/** Also `an About link and a Contact link`. */
const BEGINNING = phrasesOf(
  phrasesIn("taking-back", "negations").source,
  String.raw`(?:an?|another)(?: [^ ]+){0,3} link`,
);
const SAYING = phrasesOf(
  "to",
  "as(?! well )",
  "is",
  "should",
  "must",
  "says?",
  "reads?",
  "stays?",
  "remains?",
  "[=:→]",
);
const OBJECT = phrasesOf('"', "all", "every", "some", "another", "links?", "new");
const NEW_VALUE = phrasesOf("to", "as(?! well )", "into", "with", '"', phrasesIn("modals").source);

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
      fresh = isFresh(source, at, next);
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
  const last = source.tokens[first]?.kind === "quote" ? first + 1 : value?.end;
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

function isFresh(source: Source, from: number, to: number): boolean {
  const words = source.lineFrom(from, to + 1).split(" ");
  return words.some((word) => FRESH.has(word) || /^[.;!?]$/.test(word));
}

function beginsInstruction(source: Source, start: number, afterMark: boolean): boolean {
  const end = source.tokens.length;
  if (start >= end || skipPoliteness(source, start, end) === end) return false;
  if (afterMark && REMARKS.has(source.word(start))) return true;
  const first = skipLead(source, start, end);
  const isField = isFieldOf(source, first) && readReference(source, first) === null;
  const target = afterMark && source.word(first) === "with" ? first + 1 : first;
  return isField || beginsWithVerb(source, first) || beginsWithTarget(source, target);
}

function beginsWithVerb(source: Source, first: number): boolean {
  if (source.phrase(first, BEGINNING) > 0) return true;
  const word = source.word(first);
  const isAlone = skipPoliteness(source, first + 1, source.tokens.length) === source.tokens.length;
  if (isVerb(word) && (isAlone || isObject(source, first + 1))) return true;
  // `and rename About to Company`: what these verbs speak of has a name.
  return /^(?:rename|remove|delete|move)$/.test(word) && source.isUpper(first + 1);
}

/** Whether words after the name of a part say what it is to be. */
export function saysWhat(source: Source, at: number): boolean {
  return source.phrase(at, SAYING) > 0;
}

function isObject(source: Source, at: number): boolean {
  const isKnown = isDeterminer(source.word(at)) || source.phrase(at, OBJECT) > 0;
  return isKnown || readReference(source, at) !== null;
}

/** `the color to blue`, `its text “Hi”`: an instruction whose verb was said before. */
function beginsWithTarget(source: Source, first: number): boolean {
  const part = readReference(source, first);
  if (part === null) return false;
  if (source.phrase(part.end, NEW_VALUE) > 0 || (isPart(part) && saysWhat(source, part.end))) return true;
  return readColor(source, part.end, source.tokens.length) !== null;
}
