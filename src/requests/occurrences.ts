import type { Replacement } from "./english/replacement.ts";

type Sought = Pick<Replacement, "old" | "sentence" | "value">;

/** How often a text holds what is to be replaced; capitals count only where they tell two places apart. */
export function occurrences(text: string, sought: Sought): number {
  return rangesIn(text, sought).length;
}

/** The text with every occurrence replaced, and all else as it was. */
export function replaced(text: string, sought: Sought): string {
  let result = "";
  let last = 0;
  for (const { start, end } of rangesIn(text, sought)) {
    result += text.slice(last, start) + sought.value;
    last = end;
  }
  return result + text.slice(last);
}

interface Range {
  start: number;
  end: number;
}

function rangesIn(text: string, { old, sentence }: Sought): Range[] {
  for (const written of new Set([old, old.normalize("NFC"), old.normalize("NFD")]))
    for (const flags of ["gu", "giu"]) {
      const found = sentence ? sentencesFrom(text, written, flags) : matches(text, patternOf(written), flags);
      if (found.length > 0) return found;
    }
  return [];
}

function matches(text: string, pattern: string, flags: string): Range[] {
  if (pattern === "") return [];
  return [...text.matchAll(new RegExp(pattern, flags))].map(({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }));
}

/** The sentences that begin with these words. */
function sentencesFrom(text: string, old: string, flags: string): Range[] {
  const begins = (sentence: string) => matches(sentence, patternOf(old), flags)[0]?.start === 0;
  return sentencesIn(text).filter(({ start, end }) => begins(text.slice(start, end)));
}

/**
 * The words of a text whatever stands between them and however its quotes and dashes are typed, and never a part of a word
 * or number: `7` is not in `17`. It has no choices, so it is matched in linear time.
 */
function patternOf(old: string): string {
  const words = old
    .trim()
    .split(/\s+/u)
    .map(wordPattern)
    .join(String.raw`\s+`);
  if (words === "") return "";
  const before = /^[\p{L}\p{N}]/u.test(old.trim()) ? String.raw`(?<![\p{L}\p{N}])` : "";
  const after = /[\p{L}\p{N}]$/u.test(old.trim()) ? String.raw`(?![\p{L}\p{N}])` : "";
  return before + words + after;
}

const wordPattern = (word: string): string =>
  Array.from(word, (character) => {
    const like = ["'’‘", '"“”„', "-–—"].find((alike) => alike.includes(character));
    if (like !== undefined) return `[${like.replace("-", String.raw`\-`)}]`;
    return /[\p{L}\p{N}]/u.test(character) ? character : escaped(character);
  }).join("");

const escaped = (character: string): string => character.replace(/[$()*+./?[\\\]^{|}]/u, String.raw`\$&`);

/** The sentences of a text, without the spaces between them. */
function sentencesIn(text: string): Range[] {
  const segments = new Intl.Segmenter("en", { granularity: "sentence" }).segment(text);
  return Array.from(segments, ({ segment, index }) => {
    const start = index + (segment.length - segment.trimStart().length);
    return { start, end: start + segment.trim().length };
  });
}
