import { isAboutLooks } from "./doubtful-text.ts";
import { isNegated } from "./negation.ts";
import { skipPoliteness, withoutPoliteness } from "./politeness.ts";
import { readReference, type Reference } from "./reference.ts";
import type { Source } from "./source.ts";
import { isLower, isUpper, markAt, phraseAt, phrases, type Token, wordAt, wordsBetween } from "./tokens.ts";
import { isAmount, readColor, readValue, type Value } from "./value.ts";
import { CHANGE, GIVE, isVerb, MAKE, MODALS, USE } from "./verbs.ts";

/** `the text needs to be changed to`, `the header so that it says`. */
const PASSIVE = phrases(
  ...["changed", "set", "updated", "renamed", "switched", "replaced"].flatMap((done) =>
    ["to", "with"].flatMap((to) => ["", "be ", "to be "].map((be) => `${be}${done} ${to}`)),
  ),
  ...["", "be ", "to be "].map((be) => `${be}replaced by`),
  "now be",
  "now say",
  "now read",
  "so it says",
  "so that it says",
  "so it reads",
  "so that it reads",
);
/** `I'd like “Hi” in the footer` says where by what it wants there. */
const WISHING = new Set(["like", "love", "want", "need"]);
const NAME = /^\p{Lu}\S*(?: (?:\p{Lu}\S*|and|&|of|the))*$/u;
const JOINTS = phrases("and", "or", "&", "as well as");
const CONNECTORS = new Set(["as", "for", "in", "on", "into", "to", "inside", "at", "onto"]);

/** What is to be set to what; `at` is the first token that is not read yet. */
export interface Setting {
  targets: Reference[];
  value: Value | null;
  at: number;
  /** Where a text without quotes ends, if not at the end. */
  textEnd?: number;
  /** The words in the place of a value that are none. */
  words?: string;
}

/** Reads `make the header red` in all its forms; `nothing` when it says that something is not to be. */
export function readSet(source: Source, start: number, end: number): Setting | "nothing" | null {
  const { tokens } = source;
  const verb = wordAt(tokens, start);
  const changes = CHANGE.has(verb) || MAKE.has(verb);
  const simple = readDescribed(source, changes ? start + 1 : start, end) ?? readColored(source, start, end);
  if (simple !== null) return simple;
  if (tokens[start]?.kind === "quote" && WISHING.has(wordAt(tokens, start - 1)))
    return readValueFirst(source, start, end);
  if (USE.has(verb) || MAKE.has(verb) || verb === "set") {
    const first = readValueFirst(source, start + 1, end);
    if (first !== null) return first;
  }
  if (USE.has(verb)) return readWordsFirst(source, start + 1, end);
  if (changes || GIVE.has(verb)) {
    const change = readTargetFirst(source, start + 1, end);
    if (change !== null) return change;
  }
  if (/^(?:can|could)$/.test(verb)) return readTargetFirst(source, start + 1, end);
  return isVerb(verb) && readReference(tokens, start, source.vocabulary) === null
    ? null
    : readTargetFirst(source, start, end);
}

/** `the red header blue`: before the part that it describes, a colour says how that is now. */
function readDescribed(source: Source, start: number, end: number): Setting | null {
  const { words, tokens, vocabulary } = source;
  if (!/^(?:the|our|my|your)$/.test(wordAt(tokens, start))) return null;
  const color =
    readReference(tokens, start, vocabulary) === null ? readColor(tokens, words, start, end) : null;
  const target = color === null ? null : readReference(tokens, color.end, vocabulary);
  if (color === null || target === null || target.located || target.sections.length === 0) return null;
  const setting = readTargetFirst(source, color.end, end);
  return setting === null || setting === "nothing" || setting.value === null ? null : setting;
}

/** `a red header`, after `I would like`. */
function readColored({ words, tokens, vocabulary }: Source, start: number, end: number): Setting | null {
  const value = readValue(words, tokens, start, end, false);
  if (value === null || value.color === null) return null;
  const target = readReference(tokens, value.end, vocabulary);
  const whole = target !== null && target.end <= end && target.property === null && !target.located;
  return whole && target.sections.length > 0 ? { targets: [target], value, at: target.end } : null;
}

/** `use red for the header`, `put “Hello” in the footer`. */
function readValueFirst(source: Source, start: number, end: number): Setting | null {
  const { words, tokens, vocabulary } = source;
  const value = readValue(words, tokens, start, end, false);
  if (value === null) return null;
  const connector = CONNECTORS.has(wordAt(tokens, value.end)) ? 1 : 0;
  const target = readReference(tokens, value.end + connector, vocabulary);
  return target === null || target.end > end ? null : { targets: [target], value, at: target.end };
}

/** `use Beta as the brand`; of `use our brand colour for the header` only where is clear, and what has to be asked. */
function readWordsFirst(source: Source, start: number, end: number): Setting | null {
  const { words, tokens, vocabulary } = source;
  for (let at = start + 1; at < Math.min(end, start + 8); at += 1) {
    if (!CONNECTORS.has(wordAt(tokens, at))) continue;
    const target = readReference(tokens, at + 1, vocabulary);
    if (target === null || target.end > end) continue;
    const setting = { targets: [target], value: null, at: target.end };
    const named = wordAt(tokens, at) === "as" && isLower(words, tokens, at) && isUpper(words, tokens, start);
    const whole = target.property !== null && skipPoliteness(tokens, target.end, end) === end;
    return named && whole
      ? { ...setting, value: readValue(words, tokens, start, at, true), textEnd: at }
      : { ...setting, words: wordsBetween(words, tokens, start, at) };
  }
  return null;
}

/** `the header to red`, `the footer text should say Hello`, `its color from red to blue`. */
function readTargetFirst(source: Source, start: number, end: number): Setting | "nothing" | null {
  const { words, tokens } = source;
  const targets = readTargets(source, start, end);
  const last = targets.at(-1);
  if (last === undefined) return null;
  let at = last.end;
  if (MODALS.has(wordAt(tokens, at)) || isWishedAt(tokens, at, start)) at += 1;
  if (at > last.end && isNegated(tokens, at)) return "nothing";
  if (isNegated(tokens, last.end)) return "nothing";
  if (wordAt(tokens, at) === "from") at = afterOldValue(tokens, at + 1, end);
  if (at >= end || skipPoliteness(tokens, at, end) === end) return { targets, value: null, at: end };
  const passive = phraseAt(tokens, at, PASSIVE);
  // A price is changed by five euros, and a text is replaced by another.
  const by = wordAt(tokens, start - 1) === "replace" && wordAt(tokens, at) === "by";
  const marker = passive > 0 || by ? "free" : markerAt(tokens, at, last);
  const first = at + (marker === "none" ? 0 : Math.max(passive, 1));
  const alone = marker === "none" && last.property !== null && standsAlone(source, start, at, end);
  const value = readValue(words, tokens, first, end, alone || marker === "free");
  const nothing = marker !== "none" && first >= end;
  return { targets, value, at: value?.end ?? (nothing ? end : at) };
}

/** `it would be nice if the header was red`. */
function isWishedAt(tokens: Token[], at: number, start: number): boolean {
  return wordAt(tokens, start - 1) === "if" && /^(?:was|were)$/.test(wordAt(tokens, at));
}

/** A name after `name`, and an amount of money, are what they are without a `to` before them. */
function standsAlone({ words, tokens }: Source, start: number, at: number, end: number): boolean {
  if (isAmount(wordAt(tokens, at))) return skipPoliteness(tokens, at + 1, end) === end;
  if (!/^(?:set brand|\w+ name)$/.test(`${wordAt(tokens, start - 1)} ${wordAt(tokens, at - 1)}`))
    return false;
  const name = wordsBetween(words, tokens, at, withoutPoliteness(tokens, at, end));
  return isLower(words, tokens, at - 1) && NAME.test(name) && !isAboutLooks(name.toLowerCase());
}

/** After `to` a text may go on without quotes; a colon says so only after the name of a property. */
function markerAt(tokens: Token[], at: number, target: Reference): "free" | "strict" | "none" {
  if (wordAt(tokens, at) === "as" && wordAt(tokens, at + 1) === "well") return "none";
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
    const joint = markAt(source.tokens, at) === "," ? 1 : phraseAt(source.tokens, at, JOINTS);
    if (joint === 0) break;
    at += joint;
  }
  return targets;
}
