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

/** `[About us](/about)` is a text and a target, as if it stood in quotes. */
const MARKDOWN_LINK = /\[([^[\]\n]{1,200})\]\((\S{1,2000}?)\)/y;
const SPACE = /\s+/y;
/** Up to the next space or quotation. A quote inside a word is an apostrophe or an inch; after a mark it begins a quotation: `text:"Hello"`. */
const RUN = /\S(?:[^\s"'`“”„‘’‚«»]|(?<=[\p{L}\p{N}])\S)*/uy;
/** An arrow, and an address in the brackets by which Discord shows no preview of it. */
const WHOLE = /^(?:=>|<(\w+:\/\/[^>]+)>)$/;
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
    const next = specialAt(words, at, unclosed) ?? runAt(words, at);
    tokens.push(...next.tokens);
    at = next.end;
  }
  return tokens;
}

interface Cut {
  tokens: Token[];
  end: number;
}

/** A space, a link, or a quotation; null for anything else. */
function specialAt(words: string, start: number, unclosed: Set<string>): Cut | null {
  const space = matchAt(SPACE, words, start)?.[0];
  // A new line ends a sentence.
  if (space !== undefined)
    return {
      tokens: space.includes("\n") ? [{ kind: "mark", text: ".", start, end: start }] : [],
      end: start + space.length,
    };
  const [link, text = "", target = ""] = matchAt(MARKDOWN_LINK, words, start) ?? [];
  if (link !== undefined) {
    const middle = start + text.length + 2;
    const quote: Token = { kind: "quote", text, start, end: middle };
    return {
      tokens: [quote, ...wordsAt(words, middle + 1, middle + 1 + target.length)],
      end: start + link.length,
    };
  }
  const opening = words.charAt(start);
  if (!opensQuote(opening)) return null;
  const quoted = unclosed.has(opening) ? null : readQuoted(words, start);
  if (quoted !== null)
    return { tokens: [{ kind: "quote", text: quoted.value, start, end: quoted.end }], end: quoted.end };
  unclosed.add(opening);
  // `'til` and `’90s` are words.
  if (/['’‘]/.test(opening)) return null;
  return { tokens: [{ kind: "open", text: "", start, end: words.length }], end: words.length };
}

/** Everything up to the next space or quotation: marks around it, and a word or several between. */
function runAt(words: string, start: number): Cut {
  const run = matchAt(RUN, words, start)?.[0] ?? "";
  const end = start + run.length;
  const whole = WHOLE.exec(run);
  if (whole !== null)
    return {
      tokens: whole[1] === undefined ? wordsAt(words, start, end) : wordsAt(words, start + 1, end - 1),
      end,
    };
  const from = start + (/^[([{,;:.!?=]*/.exec(run)?.[0].length ?? 0);
  // The bracket at the end of `rgb(1,2,3)` belongs to it.
  const isOpened = words.slice(from, end).includes("(");
  let to = end;
  while (to > from && (isOpened ? /[\]},;:.!?=…]/ : /[\]},;:.!?=…)]/).test(words.charAt(to - 1))) to -= 1;
  return {
    tokens: [...marksAt(words, start, from), ...wordsAt(words, from, to), ...marksAt(words, to, end)],
    end,
  };
}

function marksAt(words: string, from: number, to: number): Token[] {
  return Array.from({ length: to - from }, (_, at) => ({
    kind: "mark",
    text: words.charAt(from + at),
    start: from + at,
    end: from + at + 1,
  }));
}

function wordsAt(words: string, start: number, end: number): Token[] {
  if (start === end) return [];
  const run = words.slice(start, end);
  if (/^[-–—]+$/.test(run) || ARROW.test(run))
    return [{ kind: "mark", text: ARROW.test(run) ? "→" : "-", start, end }];
  const [pair, name = "", mark = ""] = PAIR.exec(run) ?? [];
  if (pair === undefined) return [wordAt(words, start, end)];
  const [from, to] = [start + name.length, start + pair.length];
  const joint: Token = { kind: "mark", text: mark.length === 1 ? mark : "→", start: from, end: to };
  return [...wordsAt(words, start, from), joint, wordAt(words, to, end)];
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
