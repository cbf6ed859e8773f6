import { parseColor } from "#src/site/color.ts";
import { echo } from "#src/requests/possible.ts";
import { skipPoliteness, withoutPoliteness } from "./politeness.ts";
import { markAt, phraseAt, phrases, type Token, wordAt, wordsBetween } from "./tokens.ts";
import { isVerb } from "./verbs.ts";

/** Words that speak about a text instead of being one: `something nicer`, `match the footer`. */
const DESCRIPTIONS = new Set([
  "something",
  "anything",
  "whatever",
  "match",
  "reflect",
  "mention",
  "include",
  "includes",
  "sound",
  "look",
  "feel",
  "more",
  "less",
  "not",
  "same",
  "uppercase",
  "lowercase",
  "bold",
  "italic",
  "bigger",
  "smaller",
  "what",
  "one",
  "how",
  "where",
]);
const LEADING = phrases(
  "the same",
  "be more",
  "be less",
  "all caps",
  "upper case",
  "lower case",
  "title case",
  "a different",
  "a new",
  "a better",
  "another",
);
/** `a welcoming message` describes a text or a picture. */
const DESCRIBED =
  /^(?:text|message|greeting|slogan|headline|title|phrase|sentence|quote|picture|image|photo|logo|icon|video|version|wording|name|colou?r|font|emoji)s?$/;
const COMPARATIVE =
  /^(?:dark|light|bright|bold|bigg|larg|small|nic|bett|prett|friendli|short|long|warm|cool|soft|strong|clear|fresh|simpl|catchi|funni|happi|young)er$/;
/** After one of these a text has ended and an explanation goes on, or an instruction. */
const EXPLANATIONS = new Set(["because", "since", "instead", "rather", "unless", "until", "except"]);
/** Why the words from `start` may not be a text to be written as they are; empty when nothing speaks against it. */
export function doubtAboutText(words: string, tokens: Token[], start: number, end: number): string {
  const text = wordsBetween(words, tokens, start, end);
  if (/^[\p{Ll}\d]/u.test(text) && describes(tokens, start, end)) {
    return `“${echo(text)}” does not say the exact words.`;
  }
  const later = tokens.slice(start + 1, end);
  const doubtful =
    tokens.slice(start, end).some((token) => token.kind === "quote" || token.kind === "open") ||
    later.some((token) => token.kind === "word" && EXPLANATIONS.has(token.text)) ||
    hasSecondSentence(tokens, start, end) ||
    endsInColor(words, tokens, start, end) ||
    endsInThanks(words, tokens, start, end);
  return doubtful ? "I am not sure which words are the text." : "";
}

function describes(tokens: Token[], start: number, end: number): boolean {
  const first = wordAt(tokens, start);
  if (end - start === 1 && /^\d+(?:px|pt|em|rem|%)$/.test(first)) return true;
  if (DESCRIPTIONS.has(first) || phraseAt(tokens, start, LEADING) > 0 || COMPARATIVE.test(first)) return true;
  if (isVerb(first) && /^(?:it|the|its|a|an|this)$/.test(wordAt(tokens, start + 1))) return true;
  const last = tokens.slice(start, end).findLast((token) => token.kind === "word");
  return /^(?:a|an|our|the|your|some)$/.test(first) && DESCRIBED.test(last?.text ?? "");
}

function hasSecondSentence(tokens: Token[], start: number, end: number): boolean {
  const last = withoutPoliteness(tokens, start, end);
  for (let at = start + 1; at < last - 1; at += 1) {
    if (/[.!?]/.test(markAt(tokens, at)) && tokens[at + 1]?.kind === "word") return true;
  }
  return false;
}

/** `Hello in red`, `Hello on a blue background` ask for a colour, most likely. */
function endsInColor(words: string, tokens: Token[], start: number, end: number): boolean {
  for (let at = Math.max(start + 1, end - 7); at < end - 1; at += 1) {
    if (!/^(?:in|with|on)$/.test(wordAt(tokens, at))) continue;
    const rest = wordsBetween(words, tokens, at + 1, end).replace(/[.!?)\s]{1,9}$/, "");
    const color = rest
      .replace(/^(?:an?|the) /i, "")
      .replace(/ (?:colou?r|background|letters|font|text|type)$/i, "");
    if (parseColor(color) !== null) return true;
  }
  return false;
}

/** `Hello thanks`, `Quiet please`: politeness, or a part of the text? */
function endsInThanks(words: string, tokens: Token[], start: number, end: number): boolean {
  if (end - start < 2) return false;
  const last = words.slice(tokens[end - 1]?.start, tokens[end - 1]?.end);
  if (/^please$/i.test(last)) {
    return last !== "please" || /^(?:yes|no|quiet|silence|attention)$/.test(wordAt(tokens, end - 2));
  }
  if (!/^(?:thanks|thx|cheers|you)$/i.test(last) || skipPoliteness(tokens, start, end) === end) return false;
  if (withoutPoliteness(tokens, start, end) < end) return false;
  return !/^you$/i.test(last) || wordAt(tokens, end - 2) === "thank";
}
