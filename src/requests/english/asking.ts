import { type Source, type Span, markAt, wordAt } from "./source.ts";
import { verbAt } from "./verb-at.ts";
import { isVerb } from "./verbs.ts";
import { wordsIn } from "./words.ts";

const LONGEST = 16;
/** Words of which a question or a wish is made before it comes to what is wished for. */
const FRAMING = wordsIn("framing");
const ASKING = wordsIn("asking-frames");
const BEFORE_ORDER = wordsIn("before-order");
const PEOPLE = wordsIn("people");
/** What a person likes is asked for only behind `would`: `I love it when you make it red` asks for nothing. */
const LIKES = /\b(?:like|love|prefer|appreciated?)\b/;
const WISHES = /\b(?:would|could|might|i'd|we'd|it'd)\b/;
const OFFERS = /^(?:i (?:can|could|may|might|will)|we (?:may|might)|(?:i|we) .*\bbe able)\b/;

/** How many tokens only ask, up to an order: `would it be possible for you to`, `I'd be grateful if you`. */
export function askingLength(source: Source, { start, end }: Span): number {
  let at = start;
  while (at < Math.min(end, start + LONGEST) && isFraming(source, at, start)) at += 1;
  const words = source.tokens.slice(start, at).map(({ text }) => text);
  const asks = words.some((word) => ASKING.has(word)) && isOrder(source, at, words.at(-1) ?? "");
  const frame = words.join(" ");
  return asks && !OFFERS.test(frame) && (!LIKES.test(frame) || WISHES.test(frame)) ? at - start : 0;
}

/** `to make`, `please make`, `mind making`, `if you made`. */
function isOrder(source: Source, at: number, before: string): boolean {
  const verb = verbAt(source, at);
  const isForm = verb !== wordAt(source, at) && !/^(?:i|we)$/.test(before);
  return isVerb(verb) && (isForm || before === "," || BEFORE_ORDER.has(before));
}

function isFraming(source: Source, at: number, start: number): boolean {
  const word = wordAt(source, at);
  const next = wordAt(source, at + 1);
  if (word === "is") return at === start;
  // `I was hoping`, `will you`, `may I ask`: of other things these tell.
  if (word === "am" || word === "was") return next.endsWith("ing");
  if (word === "will") return PEOPLE.has(next);
  if (word === "ask") return /^(?:i|we)$/.test(wordAt(source, at - 1));
  return FRAMING.has(word) || (at > start && markAt(source, at) === ",");
}
