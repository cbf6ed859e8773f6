import frames from "./frames.json" with { type: "json" };
import { isPart, readReference } from "./reference.ts";
import type { Source, Span } from "./source.ts";
import { readColor } from "./value.ts";
import { isVerb } from "./verbs.ts";
import { phrasesIn, phrasesOf, wordsIn } from "./words.ts";

/** What calls the bot, and what only marks where something begins: a bullet, a number, an emoji, and marks. */
const SIGNS =
  /(?:[,.!:;>*•()[\]-]|\d\d? [.)]|<?@[\w!&.-]+>?|[*•>]|\d\d?[.)]|(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D})+)(?= )/uy;
const OLD = phrasesOf("instead of", "rather than");
const LONGEST_LEAD = 24;

/**
 * Words round a request, by how English builds them: a person who may, wants or asks (`boss wants`, `could you`, `I was
 * hoping we could`), and what joins that to the request. The first in the file that fits counts.
 */
const FRAMES = phrasesOf(frames.frames.map(patternOf).join("|"));
const GREETINGS = phrasesOf(`${frames.greetings.map(patternOf).join("|")}|${phrasesIn("fillers").source}`);

function patternOf(frame: string): string {
  const names = Object.entries(frames.where);
  const fill = (pattern: string): string =>
    names.reduce((filled, [name, words]) => filled.replaceAll(`{${name}}`, words), pattern);
  return fill(fill(frame));
}

/** The first token after greetings and what frames a request: `could you please`. The site's own names are no part of it. */
export function skipLead(source: Source, start: number, end: number): number {
  let at = start;
  // No greeting is longer; the limit keeps a row of greetings from taking time at each of its words.
  const last = Math.min(end, start + LONGEST_LEAD);
  for (let length = 1; length > 0 && at < last; at += length) length = leadLength(source, at, end);
  return Math.min(at, end);
}

function leadLength(source: Source, at: number, end: number): number {
  const signs = source.phrase(at, SIGNS);
  if (signs > 0) return signs;
  // `Instead of blue, make it green` says how it is now.
  const old = source.phrase(at, OLD);
  const color = old === 0 ? null : readColor(source, at + old, end);
  if (color !== null && source.mark(color.end) === ",") return color.end - at;
  if (isPart(readReference(source, at))) return 0;
  return Math.max(frameAt(source, { start: at, end }), source.phrase(at, GREETINGS));
}

/** How many tokens of a frame begin at this place. */
export function frameAt(source: Source, span: Span): number {
  return Math.max(askingLength(source, span), source.phrase(span.start, FRAMES));
}

/** Words of which a question or a wish is made before it comes to what is wished for. */
const { source: FRAMING } = phrasesIn("framing");
const WISH = phrasesOf(`(?:is )?${FRAMING}(?: (?:,|${FRAMING})){0,15}`);
const ASKING = new RegExp(`(?<!\\S)${phrasesIn("asking-frames").source}`, "u");
/** `please make`, `you make`: what stands before an order in the middle of words. */
export const BEFORE_ORDER = wordsIn("before-order");
/** What a person likes is asked for only behind `would`, and what a person can do is not. */
const NO_WISH =
  /^(?:i (?:can|could|may|might|will)|we (?:may|might)|(?:i|we) .*\bbe able)\b|^(?!.*\b(?:would|could|might|i'd|we'd|it'd)\b).*\b(?:like|love|prefer|appreciated?)\b/;

/** How many tokens only ask, up to an order: `would it be possible for you to`, `I'd be grateful if you`. */
function askingLength(source: Source, { start, end }: Span): number {
  const at = Math.min(end, start + source.phrase(start, WISH));
  const wish = source.lineFrom(start, at);
  const asks = ASKING.test(`${wish} `) && !NO_WISH.test(wish);
  return asks && isOrder(source, at, source.tokens[at - 1]?.text ?? "") ? at - start : 0;
}

/** `to make`, `please make`, `mind making`, `if you made`. */
function isOrder(source: Source, at: number, before: string): boolean {
  const verb = source.verb(at);
  const isForm = verb !== source.word(at) && !/^(?:i|we)$/.test(before);
  return isVerb(verb) && (isForm || before === "," || BEFORE_ORDER.has(before));
}
