import { parseColor } from "#src/site/color.ts";
import type { Why } from "#src/requests/draft.ts";
import { sentence } from "#src/words/sentence.ts";
import { echo } from "#src/requests/naming.ts";
import { ENDS, isRelative, LANGUAGES, patternOf } from "./looks.ts";
import { hasInstruction } from "./instruction.ts";
import { endsInPoliteness, skipPoliteness, withoutPoliteness } from "./politeness.ts";
import { isPart, readReference } from "./reference.ts";
import type { Source, Span } from "./source.ts";
import type { Value } from "./value.ts";
import { isVerb } from "./verbs.ts";
import { phrasesIn } from "./words.ts";

/** A text that is nothing but this is most likely none: `change the footer to nothing`. */
const ALONE = new RegExp(`^(?:${patternOf("alone")}|${LANGUAGES})[.!]?$`, "i");
/** Words that speak about a text instead of being one: `something nicer`, `match the footer`, `today’s date`, `10% higher`. */
const DESCRIBES = new RegExp(`^(?:${patternOf("describes")}|${patternOf("comparatives")})(?= |$)`, "u");
/** What Discord shows as bold, as hidden or as an emoji, and a page as it is typed. */
const FORMATTING =
  /(?<![\p{L}\p{N}])(?:(\*{1,3}|__?|~~|\|\|)(?! ).{0,300}?[^ ]\1|:[a-z][a-z\d_+-]+:)(?![\p{L}\p{N}])/iu;
/**
 * A quotation, an explanation or a second sentence in the middle of a text. A word without a vowel is an abbreviation, and
 * ends no sentence: `Dr. Lang`.
 */
const HOLDS_MORE = new RegExp(
  [
    '"',
    `(?<=. )${phrasesIn("explanations").source}`,
    // `17 only`, `17 and thanks for all`: a figure, and what joins or limits it.
    String.raw`^\S*\d\S* ${phrasesIn("limiting", "joints").source}`,
    String.raw`(?:[aeiouy\d]\S*|[^\p{L}\p{N} ]) [.!?] (?=[\p{L}\p{N}(])`,
    String.raw`, (?:we|i|it|they)(?:'\p{L}+)? `,
  ].join("|"),
  "u",
);
/** `Hello in red`, `Hello on a blue background` ask for a colour, most likely. */
const COLORED =
  /.* \(?(in|with|on|and) (an? |the )?(\S+?(?: \S+?){0,3}?)( (?:colou?r|background|letters|font|text|type))?[.!?)\s]*$/i;
const REQUESTED = /\S P(?:lease|LEASE)$|\b(?:[Yy]es|[Nn]o|[Qq]uiet|[Ss]ilence|[Aa]ttention) please$/;
const POLITE_QUESTION = /^(?:can|could|would|will|may|is|how)$/;

/**
 * A value with what speaks against its words being a text, or all of it: what stands in them, at their end, and around them
 * in an instruction that begins at `start`.
 */
export function asText(source: Source, value: Value | null, { start, end }: Span): Value | null {
  if (value === null || value.text === null) return value;
  const span = { start: value.start, end };
  const asks = /\?\s*$/.test(value.text.slice(-9)) && POLITE_QUESTION.test(source.word(start));
  const trailing = trailingPlace(source, span);
  const doubt = asks ? sentence("doubt.question-mark") : doubtAbout(source, value.doubt, span);
  return { ...value, doubt, trailing };
}

/** Why the words may not be a text to be written as they are; empty when nothing speaks against it. */
function doubtAbout(source: Source, known: Why, { start, end }: Span): Why {
  if (hasInstruction(source, { start: start + 1, end })) return sentence("doubt.where-ends");
  const last = withoutPoliteness(source, start, end);
  const text = source.wordsBetween(start, last);
  if (known !== "") return known;
  if (isNone(source, text, { start, end })) return sentence("doubt.text-itself", { words: echo(text) });
  const [formatted] = FORMATTING.exec(text) ?? [];
  if (formatted !== undefined) return sentence("doubt.formatting", { words: echo(formatted) });
  const isOpen =
    HOLDS_MORE.test(`${source.lineFrom(start, last)} `) ||
    ENDS.test(text.slice(-60)) ||
    endsInColor(source.wordsBetween(Math.max(start, end - 8), end)) ||
    REQUESTED.test(source.wordsBetween(start, end).slice(-30)) ||
    endsInPoliteness(source, start, last);
  return isOpen ? sentence("doubt.which-words") : "";
}

/** Whether words speak about a text, or about the site. */
function isNone(source: Source, text: string, { start, end }: Span): boolean {
  if (ALONE.test(text.slice(0, 30))) return true;
  if (!/^[\p{Ll}\d]/u.test(text)) return false;
  // `make it pop`.
  const isOrder = isVerb(source.word(start)) && /^(?:it|the|its|an?|this)$/.test(source.word(start + 1));
  const describes = isOrder || DESCRIBES.test(`${source.lineFrom(start, end)} `);
  return (
    describes ||
    isRelative(source.wordsBetween(start, end).slice(-60)) ||
    mentionsPart(source, { start, end })
  );
}

function endsInColor(words: string): boolean {
  const [, joint, article, color = "", noun] = COLORED.exec(words) ?? [];
  return parseColor(color) !== null && (article !== undefined || noun !== undefined || joint !== "and");
}

/** `twice the student fee` speaks of a part of the site. */
function mentionsPart(source: Source, { start, end }: Span): boolean {
  for (let at = start; at < end; at += 1)
    if (/^(?:the|our|my)$/.test(source.word(at)) && isPart(readReference(source, at))) return true;
  return false;
}

/** `Hello in the header`: a place, or the end of the text. */
function trailingPlace(source: Source, { start, end }: Span): Value["trailing"] {
  for (let at = Math.max(start + 1, end - 8); at < end; at += 1) {
    const place = /^(?:in|on|at|of|for|inside)$/.test(source.word(at)) ? readReference(source, at) : null;
    if (place?.located !== true || place.property !== null || place.sections.length === 0) continue;
    if (skipPoliteness(source, place.end, end) === end)
      return { text: source.wordsBetween(start, at), place };
  }
  return null;
}
