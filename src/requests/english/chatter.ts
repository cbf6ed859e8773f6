import { isComparative } from "./looks.ts";
import { saysWhat } from "./instruction.ts";
import { BEFORE_ORDER, skipLead } from "./lead.ts";
import { isFieldOf, nounAt } from "./list-words.ts";
import { isTimeAt } from "./not-sure.ts";
import { isPart, readReference } from "./reference.ts";
import type { Source, Span } from "./source.ts";
import { isExact, readColor } from "./value.ts";
import { CHANGES, NEGATIONS } from "./verbs.ts";
import { phrasesIn, wordsIn } from "./words.ts";

const SUBJECTS = wordsIn("subjects");
const SIGN_OFFS = phrasesIn("sign-offs");
const PREPOSITIONS = wordsIn("prepositions");
/** Words with which a remark limits a change, takes it back, or asks for more. */
const LIMITING = wordsIn("limiting");
/** Those that can only be about what was said before them. */
const LOOKING_BACK = wordsIn("looking-back");
/** Verbs that ask for a change only where an order begins with them: `we have a sale` asks for nothing. */
const WEAK = wordsIn("weak-verbs");

const WISHED = /\b(?:want|wish|like|love|need|prefer|hate)\b/;
/** What follows the name of a part where something is told of it, and not what it is to be: `… went up again`. */
const TOLD = /^(?!(?:as|into|with|are|looks?) )\p{L}(?!.* to )\D*$/u;

/**
 * Whether words ask for nothing: no verb of change, no negation or limit, no part of the site, quote, colour or time is
 * in them. What is left out of a change then is shown beside it, and not asked about. `opens` says that nothing was asked
 * for before: then a sentence with a subject may speak of a part and of changes, as long as it does not say what is to be.
 */
export function isChatter(source: Source, { start, end }: Span, opens = false): boolean {
  const first = skipLead(source, start, end);
  // `After lunch` and `with a border` say more about a change.
  if (PREPOSITIONS.has(source.word(start)) || isFieldOf(source, first)) return false;
  const tells = SUBJECTS.has(source.word(first)) && !WISHED.test(source.lineFrom(first, end));
  const asks = (at: number): boolean => {
    // `The team met today` tells when; `by Friday` would ask for it.
    if (limitsAt(source, at, opens) || (!tells && isTimeAt(source, at))) return true;
    return tells && opens ? wishesAt(source, { start: at, end }) : asksAt(source, at, at === first);
  };
  return source.tokens
    .slice(start, end)
    .every(({ kind }, ahead) => kind === "mark" || (kind === "word" && !asks(start + ahead)));
}

/** What is left of an instruction: words that will be asked about, or words that ask for nothing. */
export function remainder(source: Source, at: number, end: number): { left: string; note: string } {
  const words = source.wordsBetween(at, end);
  const chatter =
    at < end && source.mark(at - 1) !== "" && isRemark(source, at) && isChatter(source, { start: at, end });
  return chatter ? { left: "", note: words } : { left: words, note: "" };
}

/** Behind a change only what tells something (`it matches our vans`), and a sign-off, is surely no part of it. */
export function isRemark(source: Source, start: number): boolean {
  return SUBJECTS.has(source.word(start)) || source.phrase(start, SIGN_OFFS) > 0;
}

function limitsAt(source: Source, at: number, opens: boolean): boolean {
  const word = source.word(at);
  const limits = LIMITING.has(word) || NEGATIONS.has(word) || isComparative(word);
  return (
    limits || (!opens && LOOKING_BACK.has(word)) || isExact(word) || readColor(source, at, at + 1) !== null
  );
}

function asksAt(source: Source, at: number, first: boolean): boolean {
  const word = source.word(at);
  if (CHANGES.has(word) && (first || !WEAK.has(word)) && !isNoun(source, at)) return true;
  // `Item 3` only counts, where any list has items.
  const { lists } = nounAt(source, at) ?? { lists: source.vocabulary.lists };
  return lists.length < source.vocabulary.lists.length || isPart(readReference(source, at));
}

/** `to change the header`, `the header is`, `the header,`: in a sentence that tells something, what a wish is made of. */
function wishesAt(source: Source, { start, end }: Span): boolean {
  if (CHANGES.has(source.word(start)) && BEFORE_ORDER.has(source.word(start - 1))) return true;
  const part = readReference(source, start);
  if (part === null || !isPart(part)) return false;
  return saysWhat(source, part.end) || !TOLD.test(source.lineFrom(part.end, end));
}

/** `a small change`, `three updates` ask for nothing yet. */
function isNoun(source: Source, at: number): boolean {
  const before = source.lineFrom(Math.max(0, at - 2), at);
  return /\b(?:an?|one|two|three|another|some|few|next|last)\b/.test(before);
}
