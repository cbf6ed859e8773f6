import { isComparative } from "./looks.ts";
import { skipLead } from "./lead.ts";
import { isFieldOf, nounAt } from "./list-words.ts";
import { isTimeAt } from "./not-sure.ts";
import { isPart, readReference } from "./reference.ts";
import type { Source, Span } from "./source.ts";
import { readColor } from "./value.ts";
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

/**
 * Whether words ask for nothing: no verb of change, no negation or limit, no part of the site, quote, colour or time is
 * in them. What is left out of a change then is shown beside it, and not asked about. `opens` says that nothing was asked for before.
 */
export function isChatter(source: Source, { start, end }: Span, opens = false): boolean {
  const first = skipLead(source, start, end);
  // `After lunch` and `with a border` say more about a change.
  if (PREPOSITIONS.has(source.word(start)) || isFieldOf(source, first)) return false;
  const tells = SUBJECTS.has(source.word(first));
  for (let at = start; at < end; at += 1) {
    const { kind } = source.tokens[at] ?? {};
    if (kind === "quote" || kind === "open") return false;
    // `The team met today` tells when; `by Friday` would ask for it.
    if (
      kind === "word" &&
      (asksAt(source, at, { first: at === first, opens }) || (!tells && isTimeAt(source, at)))
    )
      return false;
  }
  return true;
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

function asksAt(source: Source, at: number, { first, opens }: { first: boolean; opens: boolean }): boolean {
  const word = source.word(at);
  if (limits(word) || (!opens && LOOKING_BACK.has(word))) return true;
  if (changes(word) && (first || !WEAK.has(word)) && !isNoun(source, at)) return true;
  // `Item 3` only counts, where any list has items.
  const { lists } = nounAt(source, at) ?? { lists: source.vocabulary.lists };
  const isItem = lists.length < source.vocabulary.lists.length;
  return isItem || isPart(readReference(source, at)) || readColor(source, at, at + 1) !== null;
}

const limits = (word: string): boolean => LIMITING.has(word) || NEGATIONS.has(word) || isComparative(word);

function changes(word: string): boolean {
  return [word, word.replace(/d$/, ""), word.replace(/ed$/, "")].some((each) => CHANGES.has(each));
}

/** `a small change`, `three updates` ask for nothing yet. */
function isNoun(source: Source, at: number): boolean {
  return [1, 2].some((back) =>
    /^(?:an?|one|two|three|another|some|few|next|last)$/.test(source.word(at - back)),
  );
}
