import { isAboutLooks } from "./doubtful-text.ts";
import { isNegated } from "./negation.ts";
import { phraseAt } from "./phrase-at.ts";
import { skipPoliteness, withoutPoliteness } from "./politeness.ts";
import { readReference } from "./reference.ts";
import type { Setting } from "./setting.ts";
import { type Reference, type Source, type Span, isLower, markAt, wordAt, wordsBetween } from "./source.ts";
import { type Value, isExact, readValue } from "./value.ts";
import { MODALS } from "./verbs.ts";
import { phrasesIn } from "./words.ts";
import { echo } from "#src/requests/naming.ts";

/** `the text needs to be changed to`, `the header so that it says`. */
const PASSIVE = phrasesIn("passive");
const NAME = /^\p{Lu}\S*(?: (?:\p{Lu}\S*|and|&|of|the))*$/u;
const JOINTS = phrasesIn("target-joints");
/** What makes a statement a wish: `I want that the footer is blue`, `it would be nice if the header was red`. */
const WISHED =
  /\b(?:want|wish|like|love|need|make|nice|great|good|cool|awesome|lovely|perfect|wonderful|appreciate|happy|glad|grateful|pleased)\b.* (?:that|if)$|\bmake sure$/;

/** `the header to red`, `the footer text should say Hello`, `its color from red to blue`, `our new slogan is Yum`. */
export function readTargetFirst(source: Source, { start, end }: Span): Setting | "nothing" | null {
  const targets = readTargets(source, start, end);
  const last = targets.at(-1);
  if (last === undefined) return null;
  const at = afterModal(source, { start: last.end, end }, start);
  if (isNegated(source, last.end) || (at > last.end && isNegated(source, at))) return "nothing";
  if (at >= end || skipPoliteness(source, at, end) === end) return { targets, value: null, at: end };
  return { targets, ...valueBehind(source, last, { start, at, end }) };
}

/** The value behind the name of a part that ends before `at`, in an instruction from `start` to `end`. */
function valueBehind(
  source: Source,
  last: Reference,
  { start, at, end }: Span & { at: number },
): Pick<Setting, "value" | "at"> {
  const { first, free } = announced(source, { start, end: at }, last);
  const alone = first === at && last.property !== null && standsAlone(source, { start, end }, at);
  const value = readValue(source, { start: first, end }, alone || free);
  const described = declaredAt(source, at, last) > 0 || isModalBe(source, at);
  if (value !== null) return { value: described ? stated(value) : value, at: value.end };
  return { value, at: first > at && first >= end ? end : at };
}

/** Behind `should`, `please`, and the old value where one is named. */
function afterModal(source: Source, { start, end }: Span, first: number): number {
  let at = start;
  if (/^(?:please|pls|plz)$/.test(wordAt(source, at))) at += 1;
  // `the header, it should be blue`.
  if (markAt(source, at) === "," && wordAt(source, at + 1) === "it") at += 2;
  if (MODALS.has(wordAt(source, at)) || isWishedAt(source, at, first)) at += 1;
  return wordAt(source, at) === "from" ? afterOldValue(source, at + 1, end) : at;
}

/** Where the value begins, and whether a text may stand there without quotes. */
function announced(
  source: Source,
  { start, end: at }: Span,
  last: Reference,
): { first: number; free: boolean } {
  const passive = phraseAt(source, at, PASSIVE);
  if (passive > 0) return { first: at + passive, free: true };
  // A price is changed by five euros, and a text is replaced by another.
  const replaced = `${wordAt(source, start - 1)} ${wordAt(source, at)}`;
  if (/^(?:replace by|swap for)$/.test(replaced)) return { first: at + 1, free: true };
  const declared = declaredAt(source, at, last);
  if (declared > 0) return { first: at + declared, free: true };
  const marker = markerAt(source, at, last);
  return { first: at + (marker === "none" ? 0 : 1), free: marker === "free" };
}

/** `the pro price is now`, `our new head teacher is`: of a property that is named, news are a wish. How many words say so. */
function declaredAt(source: Source, at: number, { property, end }: Reference): number {
  if (property === null || at !== end || !/^(?:is|are)$/.test(wordAt(source, at))) return 0;
  if (wordAt(source, at + 1) === "now") return /^at$/.test(wordAt(source, at + 2)) ? 3 : 2;
  const before = [1, 2, 3, 4, 5, 6].map((back) => wordAt(source, at - back));
  // An address is nothing that could be said of a part: `my CV is https://…`.
  return before.includes("new") || isExact(wordsBetween(source, at + 1, source.tokens.length)) ? 1 : 0;
}

/** `the fee should be`, and not `should say`: what follows may describe the part. */
function isModalBe(source: Source, at: number): boolean {
  return MODALS.has(wordAt(source, at - 1)) && /^(?:be|to)$/.test(wordAt(source, at));
}

/** `is now Monday`, `should be €5` are values; `is now closed` and `should be half` may as well only describe one. */
function stated(value: Value): Value {
  if (value.text === null || !/^\p{Ll}(?!\S*[@.:/]\S)|\?$/u.test(value.text)) return value;
  return { ...value, doubt: `I am not sure whether “${echo(value.text)}” is the text itself.` };
}

/** `it would be nice if the header was red`, `make sure that the footer says “Hi”`. */
function isWishedAt(source: Source, at: number, start: number): boolean {
  if (!/^(?:was|were|is|are|says|said|reads)$/.test(wordAt(source, at))) return false;
  const before = Array.from({ length: 9 }, (_, back) => wordAt(source, start - 9 + back))
    .join(" ")
    .trim();
  return WISHED.test(before);
}

/** A name after `name`, and an amount of money, are what they are without a `to` before them. */
function standsAlone(source: Source, { start, end }: Span, at: number): boolean {
  if (isExact(wordAt(source, at))) return skipPoliteness(source, at + 1, end) === end;
  if (!/^(?:set brand|\w+ name)$/.test(`${wordAt(source, start - 1)} ${wordAt(source, at - 1)}`))
    return false;
  const name = wordsBetween(source, at, withoutPoliteness(source, at, end));
  return isLower(source, at - 1) && NAME.test(name) && !isAboutLooks(name.toLowerCase());
}

/** After `to` a text may go on without quotes; a colon says so only after the name of a property. */
function markerAt(source: Source, at: number, target: Reference): "free" | "strict" | "none" {
  const word = wordAt(source, at);
  if (word === "as" && wordAt(source, at + 1) === "well") return "none";
  if (/^(?:to|as|into|with)$/.test(word)) return "free";
  if (target.property !== null) return markerOfProperty(source, at, target.property);
  return /[=:→,]/.test(markAt(source, at)) ? "strict" : "none";
}

function markerOfProperty(source: Source, at: number, property: string): "free" | "strict" | "none" {
  if (/^(?:in|on)$/.test(wordAt(source, at)))
    return source.tokens[at + 1]?.kind === "quote" || /colou?r$/.test(property) ? "strict" : "none";
  const mark = markAt(source, at);
  if (mark === ",") return isNumber(source, at + 1) ? "free" : "strict";
  return /[=:→]/.test(mark) ? "free" : "none";
}

/** `a new phone number, 01 234 567`. */
function isNumber(source: Source, start: number): boolean {
  return /^\+?\d[\d\s()/.-]+$/.test(wordsBetween(source, start, source.tokens.length));
}

/** Over the old value to the word before the new one, or over all when none follows; nowhere when there are several such words. */
function afterOldValue(source: Source, start: number, end: number): number {
  const marks: number[] = [];
  for (let at = start; at < end; at += 1) {
    if (/^(?:to|into)$/.test(wordAt(source, at))) marks.push(at);
  }
  const [only = end, second] = marks;
  return second === undefined ? only : start;
}

/** `the header and the footer`: each is a target of its own. */
function readTargets(source: Source, start: number, end: number): Reference[] {
  const targets: Reference[] = [];
  let at = start;
  while (at < end) {
    const target = withItsProperty(source, readReference(source, at));
    if (target === null || target.end > end) break;
    targets.push(target);
    at = target.end;
    const joint = markAt(source, at) === "," ? 1 : phraseAt(source, at, JOINTS);
    if (joint === 0) break;
    at += joint;
  }
  return targets;
}

/** `the office has a new phone number`: a part, and of what it has that which is meant. */
function withItsProperty(source: Source, target: Reference | null): Reference | null {
  if (target === null || target.property !== null || !/^(?:has|have|gets?)$/.test(wordAt(source, target.end)))
    return target;
  const property = readReference(source, target.end + 1);
  return property === null || property.property === null || property.sections.length > 0
    ? target
    : { ...target, property: property.property, end: property.end };
}
