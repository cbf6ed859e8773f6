import { opensQuote, readQuoted } from "#src/requests/quotes.ts";

export interface Token {
  /** `open` is a quotation that is never closed: everything to the end. */
  kind: "word" | "quote" | "mark" | "open";
  /** A word in lower case with straight apostrophes, the inside of a quotation, or one mark. */
  text: string;
  /** Where it stands in the words as given, end exclusive. */
  start: number;
  end: number;
}

/** `[About us](/about)` is a text and a target, as if it stood in quotes; in `<https://…>` an address has no preview in Discord. */
const LINK = /\[([^[\]\n]{1,200})\]\((\S{1,2000}?)\)|<(\w+:\/\/[^>\s]+)>/y;
/** Up to the next space or quotation. A quote inside a word is an apostrophe or an inch; after a mark it begins a quotation: `text:"Hello"`. */
const RUN = /\S(?:[^\s"'`“”„‘’‚«»]|(?<=[\p{L}\p{N}])\S)*/uy;
const MARK = /[([{,;:.!?\]})…]|=(?!>)/y;
const ARROW = /^(?:[-–—]*>|→|=>|<[-–—=]+)$/;
/** `color:red` and `header=blue` are two words and a mark; addresses and times are one word. */
const PAIR =
  /^(?!(?:javascript|data|mailto|tel|vbscript):)(\p{L}[\p{L}-]{0,60}?)([:=](?!\/\/)(?=[\p{L}#])|(?:->|=>|→)(?=\S))/iu;

/** Words, quotations and marks. What stands in quotes is one token, so that nothing ever looks inside. */
export function tokenise(words: string): Token[] {
  const tokens: Token[] = [];
  // A quote that is not closed once is not closed later either: looking again would take time for nothing.
  const unclosed = new Set<string>();
  let at = 0;
  while (at < words.length) {
    const [space = ""] = matchAt(/\s*/y, words, at) ?? [];
    // A new line ends a sentence.
    const line = at + space.lastIndexOf("\n");
    if (line >= at) tokens.push({ kind: "mark", text: ".", start: line, end: line });
    at += space.length;
    const link = matchAt(LINK, words, at);
    const found = link === null ? (quoteAt(words, at, unclosed) ?? runAt(words, at)) : linkFrom(words, link);
    tokens.push(...found);
    at = link === null ? (found.at(-1)?.end ?? words.length) : LINK.lastIndex;
  }
  return tokens;
}

function linkFrom(words: string, { 0: link, 1: text, index: start }: RegExpExecArray): Token[] {
  const end = start + link.length - 1;
  if (text === undefined) return [wordAt(words, start + 1, end)];
  const middle = start + text.length + 2;
  return [{ kind: "quote", text, start, end: middle }, ...wordsAt(words, middle + 1, end)];
}

function quoteAt(words: string, start: number, unclosed: Set<string>): Token[] | null {
  const opening = words.charAt(start);
  if (!opensQuote(opening)) return null;
  const quoted = unclosed.has(opening) ? null : readQuoted(words, start);
  if (quoted !== null) return [{ kind: "quote", text: quoted.value, start, end: quoted.end }];
  unclosed.add(opening);
  // `'til` and `’90s` are words.
  return /['’‘]/.test(opening) ? null : [{ kind: "open", text: "", start, end: words.length }];
}

/** One mark, or what stands up to the next space or quotation without the marks at its end. */
function runAt(words: string, start: number): Token[] {
  const [mark] = matchAt(MARK, words, start) ?? [];
  if (mark !== undefined) return [{ kind: "mark", text: mark, start, end: start + 1 }];
  const [run] = matchAt(RUN, words, start) ?? [];
  if (run === undefined) return [];
  // The bracket at the end of `rgb(1,2,3)` belongs to it.
  const closing = run.includes("(") ? /[\]},;:.!?=…]/ : /[\]},;:.!?=…)]/;
  let end = start + run.length;
  while (closing.test(words.charAt(end - 1))) end -= 1;
  return wordsAt(words, start, end);
}

function wordsAt(words: string, start: number, end: number): Token[] {
  const run = words.slice(start, end);
  if (ARROW.test(run)) return [{ kind: "mark", text: "→", start, end }];
  if (/^[-–—]+$/.test(run)) return [{ kind: "mark", text: "-", start, end }];
  const [pair, name = "", mark = ""] = PAIR.exec(run) ?? [];
  if (pair === undefined) return [wordAt(words, start, end)];
  const [from, to] = [start + name.length, start + pair.length];
  const joint: Token = { kind: "mark", text: mark.length === 1 ? mark : "→", start: from, end: to };
  return [wordAt(words, start, from), joint, wordAt(words, to, end)];
}

function wordAt(words: string, start: number, end: number): Token {
  const run = unformatted(words.slice(start, end));
  return { kind: "word", text: run.toLowerCase().replaceAll(/[’‘]/g, "'"), start, end };
}

/** `**Header**` is written in bold, and the words are the same. */
export const unformatted = (words: string): string => words.replace(/^([*_]{1,3})(.+)\1$/, "$2");

function matchAt(sticky: RegExp, words: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(words);
}
