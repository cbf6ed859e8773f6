import { markAt, phraseAt, phrases, type Token, wordAt } from "./tokens.ts";

const TAILS = new Set(["please", "pls", "plz", "thanks", "thx", "cheers", "ty"]);
const LONG_THANKS = phrases(
  "thank you",
  "thank you very much",
  "thank you so much",
  "thanks a lot",
  "many thanks",
);
/** Of a time these only say what is so anyway. At the end of a text without quotes they are hardly a part of it. */
const ASIDES = phrases(
  "if you can",
  "if possible",
  "if you don't mind",
  "when you can",
  "when you have time",
  "when you get a chance",
  "as soon as possible",
  "asap",
  "for now",
);
/** At the end of a text these may well be a part of it: `Buy now`, `Made for us`. */
const AFTERTHOUGHTS = phrases(
  "for me",
  "for us",
  "right now",
  "right away",
  "immediately",
  "instead",
  "now",
  "from now on",
  "too",
  "also",
  "as well",
  "again",
  "ok",
  "okay",
  "k",
  "will you",
  "would you",
  "nothing else",
  ...["that's", "thats", "that is"].flatMap((that) => [`${that} all`, `${that} it`]),
);
const LONG_TAILS = [...LONG_THANKS, ...ASIDES, ...AFTERTHOUGHTS];
const MARKS = ",.!?;:-…)";
const LONGEST_THANKS = 40;

/** Where the clause goes on after thanks and marks that change nothing in it. */
export function skipPoliteness(tokens: Token[], start: number, end: number): number {
  let at = start;
  // Nobody thanks for longer; the limit keeps a row of thanks from taking time at each of its words.
  const last = Math.min(end, start + LONGEST_THANKS);
  while (at < last) {
    const mark = MARKS.includes(markAt(tokens, at) || "x");
    const length = mark || TAILS.has(wordAt(tokens, at)) ? 1 : phraseAt(tokens, at, LONG_TAILS);
    if (length === 0) break;
    at += length;
  }
  return Math.min(at, end);
}

/**
 * Where a text without quotes ends when thanks follow it. `please` is no part of a text, but `Many thanks` is one:
 * other thanks have to be set apart by a mark.
 */
export function withoutPoliteness(tokens: Token[], start: number, end: number): number {
  const last = wordAt(tokens, end - 1);
  if (end - start > 1 && /^(?:please|pls|plz)$/.test(last)) return beforeComma(tokens, start, end - 1);
  for (let at = Math.max(start + 1, end - 6); at < end; at += 1) {
    const apart = tokens[at]?.kind === "mark" && tokens[at + 1]?.kind === "word";
    if (apart && isThanks(tokens, at + 1, end)) return at + (keepsMark(tokens, at) ? 1 : 0);
  }
  return end;
}

/** `Hello thanks`, `Call me, now`, `Hello if possible`: whether a text ends in words that may be none of it. */
export function endsInPoliteness(tokens: Token[], start: number, end: number): boolean {
  if (skipPoliteness(tokens, start, end) === end) return false;
  for (let at = Math.max(start + 1, end - 8); at < end; at += 1) {
    if (tokens[at]?.kind !== "word" || skipPoliteness(tokens, at, end) < end) continue;
    const apart = tokens[at - 1]?.kind === "mark";
    if (apart || isThanks(tokens, at, end) || phraseAt(tokens, at, ASIDES) > 0) return true;
  }
  return false;
}

function isThanks(tokens: Token[], start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const one = TAILS.has(wordAt(tokens, at)) || (at > start && tokens[at]?.kind === "mark") ? 1 : 0;
    const length = Math.max(one, phraseAt(tokens, at, LONG_THANKS));
    if (length === 0) return false;
    at += length;
  }
  return at > start;
}

/** An exclamation mark and an ellipsis belong to the text before them, a comma or a dash does not. */
function keepsMark(tokens: Token[], at: number): boolean {
  return /[!?…)]/.test(markAt(tokens, at)) || (markAt(tokens, at) === "." && markAt(tokens, at - 1) === ".");
}

function beforeComma(tokens: Token[], start: number, end: number): number {
  return end - start > 1 && /[,-]/.test(markAt(tokens, end - 1)) ? end - 1 : end;
}
