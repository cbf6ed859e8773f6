import { exactEnd } from "./exact.ts";
import { isChatter } from "./chatter.ts";
import { frameAt } from "./lead.ts";
import { type Role, placedIn } from "./pairs.ts";
import { skipPoliteness } from "./politeness.ts";
import { changedItemAt } from "./item.ts";
import { isNamed, isPart, readReference, referenceToItem } from "./reference.ts";
import type { Source, Span } from "./source.ts";
import { wishfulLength } from "./statement.ts";
import { readColor, readQuotedValue, valueFrom } from "./value.ts";
import { CHANGE, MAKE, MODALS, SETTING } from "./verbs.ts";
import { phrasesIn, phrasesOf, wordsIn } from "./words.ts";

/** What was found so far, and where the next words begin. */
export interface Scan {
  roles: Role[];
  at: number;
  /** How the words since the last role join the next one to it. */
  joined: "and" | "comma" | "no";
}

const EMOJI = /^(?:(?![©®™])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D})+$/u;
const GLUE = wordsIn("between");
const GLUE_PHRASES = phrasesIn("belonging", "passive", "between-phrases");
const OLD = phrasesIn("in-place-of");
const SWAP = phrasesOf("swap");
const JOINTS = phrasesIn("target-joints");

/**
 * Reads an instruction by what its words do, in whatever order they stand: `black, please, for the footer`, `to “Hi” set the
 * title`. It ends before a word that does nothing known, so that no word is dropped.
 */
export function scanRoles(source: Source, span: Span): Scan {
  const scan: Scan = { roles: [], at: span.start, joined: "comma" };
  if (!isQuestion(source, span.start)) while (scan.at < span.end && readOne(source, scan, span));
  return scan;
}

/** `should the header be red`, `do we need it`. */
function isQuestion(source: Source, start: number): boolean {
  const first = source.word(start);
  return MODALS.has(first) || (first === "do" && /^(?:i|we|you|they)$/.test(source.word(start + 1)));
}

function readOne(source: Source, scan: Scan, span: Span): boolean {
  const value = scan.roles.find((role) => role.kind === "value")?.value;
  // What comes behind a value and a full stop may be another wish.
  const isOver = value !== undefined && /(?:^| )[.!?](?: |$)/.test(source.lineFrom(value.end, scan.at));
  const isRead = !isOver && (readPart(source, scan, span) || readStrongValue(source, scan, span));
  return isRead || skipGlue(source, scan, span);
}

function take(scan: Scan, role: Role, end: number): true {
  scan.roles.push(role);
  scan.at = end;
  scan.joined = "comma";
  return true;
}

function readPart(source: Source, scan: Scan, { end }: Span): boolean {
  const item = changedItemAt(source, { start: scan.at, end });
  const part = item === null ? readReference(source, scan.at) : referenceToItem(item);
  if (part === null || part.end > end || !(isPart(part) || isPlaceBefore(source, scan))) return false;
  // `take blue from the header` takes it away.
  if (source.word(scan.at) === "from" && scan.roles.length > 0) return false;
  const role: Role = { kind: "part", part, place: null, joined: scan.joined, start: scan.at, end: part.end };
  // `change the button to Order now`: what is to be is no place.
  const isNew = /^(?:to|into|as)$/.test(source.word(scan.at - 1));
  const merged = isNew ? null : placedIn(scan.roles.at(-1), role);
  if (merged !== null) scan.roles.pop();
  return take(scan, merged ?? role, part.end);
}

/** `write “Stop” in it`. */
function isPlaceBefore(source: Source, { at, roles }: Scan): boolean {
  return roles.at(-1)?.kind === "value" && roles.length === 1 && /^(?:in|on)$/.test(source.word(at - 1));
}

function readStrongValue(source: Source, scan: Scan, { end }: Span): boolean {
  const { at, roles } = scan;
  const quoted = readQuotedValue(source, { start: at, end });
  if (quoted !== null) return take(scan, { kind: "value", value: quoted }, quoted.end);
  const color = readColor(source, at, end);
  if (color !== null && isDescribed(source, at, { start: color.end, end }))
    return skip(source, scan, color.end);
  const last = roles.at(-1);
  const to = color?.end ?? exactEnd(source, { start: at, end }, last?.kind === "part" ? last.part : null);
  if (to === null) return false;
  const value = valueFrom(source, at, to);
  const what = color === null ? { text: value.from } : { color: color.color };
  return take(scan, { kind: "value", value: { ...value, ...what } }, to);
}

/** `the blue header`: how it is now, unless that is all that is to be made. */
function isDescribed(source: Source, at: number, { start, end }: Span): boolean {
  const part = readReference(source, start);
  if (part === null || !isPart(part) || !/^(?:the|our|my|your)$/.test(source.word(at))) return false;
  return !MAKE.has(source.word(at - 1)) || skipPoliteness(source, part.end, end) < end;
}

function skipGlue(source: Source, scan: Scan, { start, end }: Span): boolean {
  const { at } = scan;
  const lengths = [
    isGlue(source, scan) || isCleft(source, scan, { start, end }) ? 1 : 0,
    toldLength(source, scan, end),
    source.phrase(at, GLUE_PHRASES),
    source.phrase(at, JOINTS),
    oldValueLength(source, scan, end),
    asideLength(source, at, end),
    at > start ? frameAt(source, { start: at, end }) : 0,
    skipPoliteness(source, at, end) - at,
  ];
  const length = Math.max(...lengths);
  return length > 0 && skip(source, scan, at + length);
}

function skip(source: Source, scan: Scan, end: number): true {
  const joint = source.phrase(scan.at, JOINTS) > 0;
  const passes = joint || source.mark(scan.at) === "," || source.word(scan.at) === "both";
  scan.joined = scan.joined === "no" || !passes ? "no" : joint ? "and" : scan.joined;
  scan.at = end;
  return true;
}

function toldLength(source: Source, { at, roles }: Scan, end: number): number {
  const last = roles.at(-1);
  if (last?.kind !== "part") return 0;
  return wishfulLength(source, at, { start: last.start, end, isNamed: isNamed(last.part), isSure: true });
}

/** `Red is the color I want for the header`, `what I want in the footer is “Hi”`: the wish is taken apart, as grammars say, cleft. */
function isCleft(source: Source, { at, roles }: Scan, { start, end }: Span): boolean {
  const word = source.word(at);
  const isWhat = source.word(start) === "what" && (at === start || word === "is");
  const isValue = word === "is" && roles.length === 1 && roles[0]?.kind === "value";
  return (isWhat || isValue) && /\b(?:want|need|like|prefer|should)\b/.test(source.lineFrom(start, end));
}

/** Whether a word only holds others together, or says that something is to be. */
function isGlue(source: Source, { at, roles }: Scan): boolean {
  const word = source.word(at);
  // Behind a text it may be a part of that.
  if (EMOJI.test(word)) return !roles.some((role) => role.kind === "value" && role.value.quoted !== null);
  const stem = /^(?:be|have|get)$/.test(source.word(at - 1)) ? word.replace(/ed$/, "") : source.verb(at);
  const changes = SETTING.has(stem) || CHANGE.has(`${stem}e`);
  return changes || GLUE.has(word) || /^[,.:;=!→()-]$/.test(source.mark(at));
}

const LONGEST_ASIDE = 10;

/** `(final version)`. */
function asideLength(source: Source, start: number, end: number): number {
  if (source.mark(start) !== "(") return 0;
  const length = source.tokens
    .slice(start, Math.min(end, start + LONGEST_ASIDE))
    .findIndex(({ text }) => text === ")");
  return length > 0 && isChatter(source, { start: start + 1, end: start + length }) ? length + 1 : 0;
}

/** `swap red for blue`, `blue instead of red`, `narrow instead of wide`; `red instead of blue for the header` may be about either of them. */
function oldValueLength(source: Source, { at, roles }: Scan, end: number): number {
  const length = source.phrase(at, roles.some(({ kind }) => kind === "part") ? OLD : SWAP);
  const start = at + length;
  if (length === 0) return 0;
  const to = readColor(source, start, end)?.end ?? exactEnd(source, { start, end }, null);
  return to === null ? 0 : to - at;
}
