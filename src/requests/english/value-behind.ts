import { sentence } from "#src/words/sentence.ts";
import { echo } from "#src/requests/naming.ts";
import { isAboutLooks } from "./looks.ts";
import { isNegated } from "./negation.ts";
import { skipPoliteness, withoutPoliteness } from "./politeness.ts";
import { isNamed } from "./reference.ts";
import type { Reference, Source, Span } from "./source.ts";
import { isNews, wishfulLength } from "./statement.ts";
import { type Value, isExact, readValue } from "./value.ts";
import { phrasesIn, phrasesOf } from "./words.ts";

/** `the header, it should be blue`; `the header has “Hello”` only tells how it is. */
const MODAL = `(?:(?:please|pls|plz|, it) )*(?!has ")${phrasesIn("modals").source}(?: please)?`;
const SHOULD = phrasesOf(MODAL);
/** What stands behind these may as well describe a part; behind `should say` it does not. */
const SHOULD_BE = phrasesOf(`${MODAL} (?:be|to)`);
/** `the text needs to be changed to`, `the header so that it says`; after them a text may stand without quotes. */
const ANNOUNCING = phrasesOf(phrasesIn("passive").source, "to", "as(?! well )", "into", "with");
const MARK = phrasesOf("[=:→](?: (?:should|must|shall|has to|needs to) (?:be|say|read))?");
/** `set brand Acme`, `the brand name Acme & Sons`. */
const NAME = /^(?:set brand|.* name) (\p{Lu}\S*(?: (?:\p{Lu}\S*|and|&|of|the))*)$/u;

/** A part whose value is read: what it is, and its words. */
interface PartWords extends Span {
  part: Reference;
}

/** The value behind the words for a part, in an instruction up to `end`: `to red`, `should say Hello`, `from red to blue`. */
export function valueBehind(
  source: Source,
  words: PartWords,
  end: number,
): { value: Value | null; at: number } | "nothing" {
  const asks = source.phrase(words.end, SHOULD);
  const told = { start: words.start, end, isNamed: isNamed(words.part), isSure: false };
  const states = asks > 0 ? 0 : wishfulLength(source, words.end, told);
  const behind = words.end + asks + states;
  if (isNegated(source, words.end) || isNegated(source, behind)) return "nothing";
  const at = afterOldValue(source, behind, end);
  // `is with Anna` tells something else; only news may go without quotes.
  const { length, isFree } =
    states > 0
      ? { length: 0, isFree: isNews(source, words.end, told) }
      : announced(source, words, { start: at, end });
  if (at + length >= end || skipPoliteness(source, at, end) === end) return { value: null, at: end };
  const value = readValue(source, { start: at + length, end }, isFree);
  if (value === null) return { value, at };
  const describes = states > 0 || source.phrase(words.end, SHOULD_BE) > 0;
  return { value: describes ? asStated(value) : value, at: value.end };
}

/** How many words at this place only say that a value comes, and whether a text may stand behind them without quotes. */
function announced(
  source: Source,
  words: PartWords,
  { start: at, end }: Span,
): { length: number; isFree: boolean } {
  const mark = source.phrase(at, MARK);
  if (mark > 0) return { length: mark, isFree: isNamed(words.part) };
  // A price is changed by five euros, and a text is replaced by another.
  const swapped = /^(?:replace .* by|swap .* for)$/.test(source.lineFrom(words.start - 1, at + 1));
  const length = source.phrase(at, ANNOUNCING) || Number(swapped);
  return { length, isFree: length > 0 || standsAlone(source, words, { start: at, end }) };
}

/** `is now Monday`, `should be €5` are values; `is now closed` and `should be half` may as well only describe one. */
function asStated(value: Value): Value {
  if (value.text === null || !/^\p{Ll}(?!\S*[@.:/]\S)|\?$/u.test(value.text)) return value;
  return { ...value, doubt: sentence("doubt.text-itself", { words: echo(value.text) }) };
}

/** A name after `name`, and an amount of money, are what they are without a `to` before them. */
function standsAlone(source: Source, { part, start }: PartWords, { start: at, end }: Span): boolean {
  if (!isNamed(part)) return false;
  if (isExact(source.word(at))) return skipPoliteness(source, at + 1, end) === end;
  const [, name] = NAME.exec(source.wordsBetween(start - 1, withoutPoliteness(source, at, end))) ?? [];
  return name !== undefined && !isAboutLooks(name.toLowerCase());
}

/** `from Hi to Hello`: over the old value to the word before the new one, or over all when none follows. */
function afterOldValue(source: Source, start: number, end: number): number {
  if (source.word(start) !== "from") return start;
  const ahead = source.tokens.slice(start, end).findIndex(({ text }) => /^(?:to|into)$/.test(text));
  return ahead < 0 ? end : start + ahead;
}
