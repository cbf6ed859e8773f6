import { parseColor } from "#src/site/color.ts";
import { echo } from "#src/requests/possible.ts";
import { endsInPoliteness, withoutPoliteness } from "./politeness.ts";
import { markAt, phraseAt, phrases, type Token, wordAt, wordsBetween } from "./tokens.ts";
import { isVerb } from "./verbs.ts";

/** Words that speak about a text instead of being one: `something nicer`, `match the footer`, `the current year`. */
const DESCRIPTIONS = new Set([
  "something",
  "anything",
  "whatever",
  "sth",
  "smth",
  "what",
  "one",
  "how",
  "where",
  "similar",
  "same",
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
  "uppercase",
  "lowercase",
  "bold",
  "italic",
  "bigger",
  "smaller",
  "maybe",
  "perhaps",
  "either",
  "a",
  "an",
  "the",
  "its",
  "their",
  "his",
  "her",
]);
const LEADING = phrases(
  "be more",
  "be less",
  "all caps",
  "upper case",
  "lower case",
  "title case",
  "another",
);
/** `our new slogan`, `today's date` describe a text. */
const DESCRIBED =
  /^(?:text|message|greeting|slogan|headline|title|phrase|sentence|quote|picture|image|photo|logo|icon|video|version|wording|name|colou?r|font|emoji|date|year|time)s?$/;
const COMPARATIVE =
  /^(?:dark|light|bright|bold|bigg|larg|small|nic|bett|prett|friendli|short|long|warm|cool|soft|strong|clear|fresh|simpl|catchi|funni|happi|young)er$|^(?:redd|blu|blue|green|yellow|grey|gray|purpl|brown|pink|orang)ish$/;
const SIZE = /^\d+(?:px|pt|em|rem|%)$/;
const LANGUAGES =
  "English|French|German|Spanish|Italian|Portuguese|Dutch|Polish|Russian|Turkish|Chinese|Japanese|Korean|Arabic";
/** A text that is nothing but this is most likely none: `change the footer to nothing`. */
const ALONE = new RegExp(
  `^(?:nothing|none|null|empty|blank|default|normal|hidden|invisible|visible|(?:left|right)(?:[ -]aligned)?|cent(?:er|re)(?:ed|d)?|(?:all )?(?:caps|capitals|lowercase)|size \\d+|${LANGUAGES})[.!]?$`,
  "i",
);
/** Words at the end about how a text is to look, where, in which language, or about nothing. */
const REMARKS_AT_END = [
  "bold|italics?|underlined|caps|capitals|uppercase|lowercase|letters|font|bigger|smaller|larger|centered|centred",
  "aligned|emojis?|everywhere|lol|haha|ok(?:ay)?|ffs",
  "(?:all|every|each) pages?|(?:on|for) (?:mobile|desktop|phones|the (?:left|right))",
  "or (?:something|similar|so|whatever|sth)(?: like that| similar)?",
  `(?:in|into|to) (?:${LANGUAGES}|${LANGUAGES.toLowerCase()})`,
];
const ENDS_IN_REMARK = new RegExp(`\\s\\(?(?:${REMARKS_AT_END.join("|")})\\)?[.!?]?$`);
/** What Discord shows as bold, as hidden or as an emoji, and a page as it is typed. */
const FORMATTING =
  /(?<![\p{L}\p{N}])(?:(\*{1,3}|__?|~~|\|\|)(?! ).{0,300}?[^ ]\1|:[a-z][a-z\d_+-]+:)(?![\p{L}\p{N}])/iu;
/** After one of these a text has ended and an explanation goes on, or an instruction. */
const EXPLANATIONS = new Set([
  "because",
  "since",
  "instead",
  "rather",
  "unless",
  "until",
  "except",
  "followed",
]);

/** `bold`, `20px`, `much bigger`. */
export function isAboutLooks(words: string): boolean {
  const last = words.slice(-60).toLowerCase().split(/\s/).at(-1) ?? "";
  return ENDS_IN_REMARK.test(` ${words.slice(-60)}`) || COMPARATIVE.test(last) || SIZE.test(last);
}

/** Why the words from `start` may not be a text to be written as they are; empty when nothing speaks against it. */
export function doubtAboutText(words: string, tokens: Token[], start: number, end: number): string {
  const text = wordsBetween(words, tokens, start, withoutPoliteness(tokens, start, end));
  if ((/^[\p{Ll}\d]/u.test(text) && describes(tokens, start, end)) || ALONE.test(text.slice(0, 30))) {
    return `I am not sure whether “${echo(text)}” is the text itself.`;
  }
  const [formatted] = FORMATTING.exec(text) ?? [];
  if (formatted !== undefined)
    return `“${echo(formatted)}” is formatting of Discord: on the page it would stand just like that.`;
  const later = tokens.slice(start + 1, end);
  const doubtful =
    tokens.slice(start, end).some((token) => token.kind === "quote" || token.kind === "open") ||
    later.some((token) => token.kind === "word" && EXPLANATIONS.has(token.text)) ||
    hasSecondSentence(tokens, start, end) ||
    ENDS_IN_REMARK.test(text.slice(-60)) ||
    endsInColor(words, tokens, start, end) ||
    endsInRequest(words, tokens, start, end) ||
    endsInPoliteness(tokens, start, withoutPoliteness(tokens, start, end));
  return doubtful ? "I am not sure which words are the text." : "";
}

function describes(tokens: Token[], start: number, end: number): boolean {
  const first = wordAt(tokens, start);
  if (end - start === 1 && SIZE.test(first)) return true;
  if (DESCRIPTIONS.has(first) || phraseAt(tokens, start, LEADING) > 0 || COMPARATIVE.test(first)) return true;
  // `should be renamed from Acme to Beta`.
  if (isVerb(first.replace(/d$/, "")) && first.endsWith("ed")) return true;
  if (isVerb(first) && /^(?:it|the|its|a|an|this)$/.test(wordAt(tokens, start + 1))) return true;
  const last = tokens.slice(start, end).findLast((token) => token.kind === "word");
  return /^(?:our|your|my|some)$|'s$/.test(first) && DESCRIBED.test(last?.text ?? "");
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
    if (!/^(?:in|with|on|and)$/.test(wordAt(tokens, at))) continue;
    const rest = wordsBetween(words, tokens, at + 1, end).replace(/[.!?)\s]{1,9}$/, "");
    const color = rest
      .replace(/^(?:an?|the) /i, "")
      .replace(/ (?:colou?r|background|letters|font|text|type)$/i, "");
    if (parseColor(color) !== null && (color !== rest || wordAt(tokens, at) !== "and")) return true;
  }
  return false;
}

/** `Quiet Please`, `yes please`: politeness, or a part of the text? */
function endsInRequest(words: string, tokens: Token[], start: number, end: number): boolean {
  if (end - start < 2 || wordAt(tokens, end - 1) !== "please") return false;
  const lower = wordsBetween(words, tokens, end - 1, end) === "please";
  return !lower || /^(?:yes|no|quiet|silence|attention)$/.test(wordAt(tokens, end - 2));
}
