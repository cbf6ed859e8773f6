import { isAboutLooks } from "./looks.ts";
import { isNegated } from "./negation.ts";
import { skipPoliteness, withoutPoliteness } from "./politeness.ts";
import type { Reference, Source, Span } from "./source.ts";
import { type Value, isExact, readValue } from "./value.ts";
import { MODALS } from "./verbs.ts";
import { phrasesIn, phrasesOf } from "./words.ts";
import { sentence } from "#src/words/sentence.ts";
import { echo } from "#src/requests/naming.ts";

/** `the header, it should be blue`, `the header please make blue`. */
const ASIDES = phrasesOf("please", "pls", "plz", ", it");
/** `the text needs to be changed to`, `the header so that it says`; after them a text may stand without quotes. */
const ANNOUNCING = phrasesOf("to", "as(?! well )", "into", "with");
const HAS = phrasesOf('has(?= ")');
const PASSIVE = phrasesIn("passive");
/** `the pro price is now`: of a property that is named, news are a wish. */
const NEWS = phrasesOf("(?:is|are) now(?: at)?");
const SHOULD = phrasesOf("(?:should|must|shall|has to|needs to) (?:be|say|read)");
const NAME = /^\p{Lu}\S*(?: (?:\p{Lu}\S*|and|&|of|the))*$/u;
/** What makes a statement a wish: `I want that the footer is blue`, `it would be nice if the header was red`. */
const WISHED =
  /\b(?:want|wish|like|love|need|make|mean|nice|great|good|cool|awesome|lovely|perfect|wonderful|appreciate|happy|glad|grateful|pleased)\b.* (?:that|if)$|\bmake sure$/;
const STATES = /^(?:was|were|became|is|are|says|said|reads)$/;

/** How a value begins: after how many tokens, whether a text may stand there without quotes, and whether it only says how something is. */
interface Announced {
  length: number;
  free: boolean;
  stated: boolean;
}

/** A part whose value is read: what it is, and its words. */
interface Behind extends Span {
  target: Reference;
}

/** The value behind the words for a part, in an instruction up to `end`: `to red`, `should say Hello`, `from red to blue`. */
export function valueBehind(
  source: Source,
  part: Behind,
  end: number,
): { value: Value | null; at: number } | "nothing" {
  const at = beforeValue(source, part, end);
  if (at === null) return "nothing";
  if (at >= end || skipPoliteness(source, at, end) === end) return { value: null, at: end };
  const { length, free, stated } = announced(source, part, at);
  const first = at + length;
  const alone = first === at && isNamed(part) && standsAlone(source, { start: part.start, end }, at);
  const value = readValue(source, { start: first, end }, alone || free);
  if (value !== null) return { value: stated ? asStated(value) : value, at: value.end };
  return { value, at: first > at && first >= end ? end : at };
}

/** Behind `should`, `please`, and the old value where one is named; null where it is not to be. */
function beforeValue(source: Source, { start, end: behind }: Behind, end: number): number | null {
  let at = behind;
  for (let length = 1; length > 0; at += length) length = source.phrase(at, ASIDES);
  // `the header has “Hello”` tells how it is.
  const isModal = MODALS.has(source.word(at)) && source.phrase(at, HAS) === 0;
  if (isModal || isWished(source, at, start)) at += 1 + source.phrase(at + 1, ASIDES);
  if (isNegated(source, behind) || (at > behind && isNegated(source, at))) return null;
  return source.word(at) === "from" ? afterOldValue(source, at + 1, end) : at;
}

const isNamed = ({ target }: Behind): boolean => target.property !== null || target.item !== undefined;

function announced(source: Source, part: Behind, at: number): Announced {
  // `should be`, and not `should say`: what follows may describe the part.
  const stated = MODALS.has(source.word(at - 1)) && /^(?:be|to)$/.test(source.word(at));
  const news = isNamed(part) && at === part.end ? newsAt(source, at) : 0;
  if (news > 0) return { length: news, free: true, stated: true };
  // A price is changed by five euros, and a text is replaced by another.
  const swapped = /^(?:replace .* by|swap .* for)$/.test(source.lineFrom(part.start - 1, at + 1));
  const length = source.phrase(at, PASSIVE) || source.phrase(at, ANNOUNCING) || Number(swapped);
  return length > 0 ? { length, free: true, stated } : { ...marked(source, part, at), stated };
}

/** After a mark, and `in`, where a text has to be named to stand without quotes. */
function marked(source: Source, part: Behind, at: number): Omit<Announced, "stated"> {
  const mark = source.mark(at);
  if (/[=:→]/.test(mark)) return { length: 1 + source.phrase(at + 1, SHOULD), free: isNamed(part) };
  const number = /^\+?\d[\d\s()/.-]+$/.test(source.wordsBetween(at + 1, source.tokens.length));
  if (mark === ",") return { length: 1, free: isNamed(part) && number };
  const isIn = source.tokens[at + 1]?.kind === "quote" || part.target.property?.endsWith("color") === true;
  return { length: isNamed(part) && isIn && /^(?:in|on)$/.test(source.word(at)) ? 1 : 0, free: false };
}

/** `is now`, and `is` where something new or an address follows: `our new head teacher is`, `my CV is https://…`. */
function newsAt(source: Source, at: number): number {
  const news = source.phrase(at, NEWS);
  if (news > 0 || !/^(?:is|are)$/.test(source.word(at))) return news;
  const isNew = source
    .lineFrom(Math.max(0, at - 6), at)
    .split(" ")
    .includes("new");
  return isNew || isExact(source.wordsBetween(at + 1, source.tokens.length)) ? 1 : 0;
}

/** `is now Monday`, `should be €5` are values; `is now closed` and `should be half` may as well only describe one. */
function asStated(value: Value): Value {
  if (value.text === null || !/^\p{Ll}(?!\S*[@.:/]\S)|\?$/u.test(value.text)) return value;
  return { ...value, doubt: sentence("doubt.text-itself", { words: echo(value.text) }) };
}

/** `it would be nice if the header was red`, `make sure that the footer says “Hi”`. */
function isWished(source: Source, at: number, part: number): boolean {
  const start = source.word(part) === "that" ? part + 1 : part;
  return STATES.test(source.word(at)) && WISHED.test(source.lineFrom(Math.max(0, start - 9), start));
}

/** A name after `name`, and an amount of money, are what they are without a `to` before them. */
function standsAlone(source: Source, { start, end }: Span, at: number): boolean {
  if (isExact(source.word(at))) return skipPoliteness(source, at + 1, end) === end;
  const before = `${source.word(start - 1)} ${source.word(at - 1)}`;
  const name = source.wordsBetween(at, withoutPoliteness(source, at, end));
  const isName = /^(?:set brand|\w+ name)$/.test(before) && source.isLower(at - 1);
  return isName && NAME.test(name) && !isAboutLooks(name.toLowerCase());
}

/** Over the old value to the word before the new one, or over all when none follows; nowhere when there are several such words. */
function afterOldValue(source: Source, start: number, end: number): number {
  const marks = Array.from({ length: Math.max(0, end - start) }, (_, ahead) => start + ahead).filter((at) =>
    /^(?:to|into)$/.test(source.word(at)),
  );
  return marks.length > 1 ? start : (marks[0] ?? end);
}
