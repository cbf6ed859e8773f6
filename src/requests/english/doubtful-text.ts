import { parseColor } from "#src/site/color.ts";
import { endsInPoliteness, withoutPoliteness } from "./politeness.ts";
import { type Source, markAt, wordAt, wordsBetween, phraseAt } from "./source.ts";
import { isVerb } from "./verbs.ts";
import { phrasesIn, wordsIn } from "./words.ts";
import { echo } from "#src/requests/naming.ts";

/** Words that speak about a text instead of being one: `something nicer`, `match the footer`, `the current year`. */
const DESCRIPTIONS = wordsIn("descriptions");
const LEADING = phrasesIn("describing-phrases");
/** `our new slogan`, `today's date` describe a text. */
const DESCRIBED =
  /^(?:text|message|greeting|slogan|headline|title|phrase|sentence|quote|picture|image|photo|logo|icon|video|version|wording|name|colou?r|font|emoji|date|year|time)s?$/;
const COMPARATIVE =
  /^(?:dark|light|bright|bold|bigg|larg|small|nic|bett|prett|friendli|short|long|warm|cool|soft|strong|clear|fresh|simpl|catchi|funni|happi|young)er$|^(?:redd|blu|blue|green|yellow|grey|gray|purpl|brown|pink|orang)ish$/;
/** `10% higher`, `a bit lower`, and one word that says more or less of something: `lower`. */
const RELATIVE =
  /^(?:(?:.*(?:\d\s?%?|[%€$£]|px|pt|bit|little|much|even|slightly|percent|euros?|dollars?)\s)?\p{Ll}{3,}er|.*\b(?:more|less|off))[.!?]?$/u;
const SIZE = /^\d+(?:px|pt|em|rem|%)$/;
const LANGUAGES =
  "English|French|German|Spanish|Italian|Portuguese|Dutch|Polish|Russian|Turkish|Chinese|Japanese|Korean|Arabic";
/** A text that is nothing but this is most likely none: `change the footer to nothing`. */
const ALONE = new RegExp(
  `^(?:nothing|tb[acd]|todo|n/a|none|null|empty|blank|default|normal|hidden|invisible|visible|(?:left|right)(?:[ -]aligned)?|cent(?:er|re)(?:ed|d)?|(?:all )?(?:caps|capitals|lowercase)|size \\d+|${LANGUAGES})[.!]?$`,
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
const EXPLANATIONS = wordsIn("explanations");

export function isComparative(word: string): boolean {
  return COMPARATIVE.test(word);
}

/** `bold`, `20px`, `much bigger`. */
export function isAboutLooks(words: string): boolean {
  const last = words.slice(-60).toLowerCase().split(/\s/).at(-1) ?? "";
  return ENDS_IN_REMARK.test(` ${words.slice(-60)}`) || COMPARATIVE.test(last) || SIZE.test(last);
}

/** Why the words from `start` may not be a text to be written as they are; empty when nothing speaks against it. */
export function doubtAboutText(source: Source, start: number, end: number): string {
  const last = withoutPoliteness(source, start, end);
  const text = wordsBetween(source, start, last);
  if ((/^[\p{Ll}\d]/u.test(text) && describes(source, start, end)) || ALONE.test(text.slice(0, 30)))
    return `I am not sure whether “${echo(text)}” is the text itself.`;
  const [formatted] = FORMATTING.exec(text) ?? [];
  if (formatted !== undefined)
    return `“${echo(formatted)}” is formatting of Discord: on the page it would stand just like that.`;
  const doubtful =
    holdsMore(source, start, end) ||
    ENDS_IN_REMARK.test(text.slice(-60)) ||
    endsInColor(source, start, end) ||
    endsInRequest(source, start, end) ||
    endsInPoliteness(source, start, last);
  return doubtful ? "I am not sure which words are the text." : "";
}

/** A quotation, an explanation or a second sentence in the middle of a text. */
function holdsMore(source: Source, start: number, end: number): boolean {
  const tokens = source.tokens.slice(start, end);
  return (
    tokens.some(({ kind }) => kind === "quote" || kind === "open") ||
    tokens.slice(1).some(({ kind, text }) => kind === "word" && EXPLANATIONS.has(text)) ||
    hasSecondSentence(source, start, end)
  );
}

function describes(source: Source, start: number, end: number): boolean {
  const first = wordAt(source, start);
  if (RELATIVE.test(wordsBetween(source, start, end).slice(-60)) || COMPARATIVE.test(first)) return true;
  if (end - start === 1 && SIZE.test(first)) return true;
  if (DESCRIPTIONS.has(first) || phraseAt(source, start, LEADING) > 0) return true;
  return isOrder(source, start) || isDescribed(source, start, end);
}

/** `renamed from Acme to Beta`, `mention it`. */
function isOrder(source: Source, start: number): boolean {
  const first = wordAt(source, start);
  if (first.endsWith("ed") && isVerb(first.replace(/d$/, ""))) return true;
  return isVerb(first) && /^(?:it|the|its|a|an|this)$/.test(wordAt(source, start + 1));
}

function isDescribed(source: Source, start: number, end: number): boolean {
  const last = source.tokens.slice(start, end).findLast((token) => token.kind === "word");
  return /^(?:our|your|my|some)$|'s$/.test(wordAt(source, start)) && DESCRIBED.test(last?.text ?? "");
}

function hasSecondSentence(source: Source, start: number, end: number): boolean {
  const last = withoutPoliteness(source, start, end);
  for (let at = start + 1; at < last - 1; at += 1) {
    // `Dr. Lang`: a word without a vowel is an abbreviation.
    const short = markAt(source, at) === "." && !/[aeiouy\d]/.test(wordAt(source, at - 1) || "a");
    if (/[.!?]/.test(markAt(source, at)) && source.tokens[at + 1]?.kind === "word" && !short) return true;
  }
  return false;
}

/** `Hello in red`, `Hello on a blue background` ask for a colour, most likely. */
function endsInColor(source: Source, start: number, end: number): boolean {
  for (let at = Math.max(start + 1, end - 7); at < end - 1; at += 1) {
    if (!/^(?:in|with|on|and)$/.test(wordAt(source, at))) continue;
    const rest = wordsBetween(source, at + 1, end).replace(/[.!?)\s]{1,9}$/, "");
    const color = rest
      .replace(/^(?:an?|the) /i, "")
      .replace(/ (?:colou?r|background|letters|font|text|type)$/i, "");
    if (parseColor(color) !== null && (color !== rest || wordAt(source, at) !== "and")) return true;
  }
  return false;
}

/** `Quiet Please`, `yes please`: politeness, or a part of the text? */
function endsInRequest(source: Source, start: number, end: number): boolean {
  if (end - start < 2 || wordAt(source, end - 1) !== "please") return false;
  const lower = wordsBetween(source, end - 1, end) === "please";
  return !lower || /^(?:yes|no|quiet|silence|attention)$/.test(wordAt(source, end - 2));
}
