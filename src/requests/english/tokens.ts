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

/** What is cut, and into what. */
interface Cutting {
  words: string;
  tokens: Token[];
  /** A quote that is not closed once is not closed later either: looking again would take time for nothing. */
  unclosed: Set<string>;
}

/** Words, quotations and marks. What stands in quotes is one token, so that nothing ever looks inside. */
export function tokenise(words: string): Token[] {
  const cutting: Cutting = { words, tokens: [], unclosed: new Set() };
  let at = 0;
  while (at < words.length) {
    const character = words.charAt(at);
    const linked = character === "[" ? readMarkdownLink(cutting, at) : null;
    if (linked !== null) at = linked;
    else if (/\s/.test(character)) at = skipSpace(cutting, at);
    else if (opensQuote(character)) at = readQuotation(cutting, at);
    else at = readRun(cutting, at);
  }
  return cutting.tokens;
}

function skipSpace({ words, tokens }: Cutting, start: number): number {
  let at = start;
  let newLine = false;
  while (at < words.length && /\s/.test(words.charAt(at))) {
    newLine ||= words.charAt(at) === "\n";
    at += 1;
  }
  if (newLine) tokens.push({ kind: "mark", text: ".", start, end: start });
  return at;
}

function readQuotation(cutting: Cutting, start: number): number {
  const { words, tokens, unclosed } = cutting;
  const character = words.charAt(start);
  const quoted = unclosed.has(character) ? null : readQuoted(words, start);
  if (quoted !== null) {
    tokens.push({ kind: "quote", text: quoted.value, start, end: quoted.end });
    return quoted.end;
  }
  unclosed.add(character);
  // `'til` and `’90s` are words.
  if (/['’‘]/.test(character)) return readRun(cutting, start);
  tokens.push({ kind: "open", text: "", start, end: words.length });
  return words.length;
}

/** `[About us](/about)` is a text and a target, as if it stood in quotes. */
function readMarkdownLink(cutting: Cutting, start: number): number | null {
  const { words, tokens } = cutting;
  const [whole, text] = /^\[([^[\]\n]{1,200})\]\(\S{1,2000}?\)/.exec(words.slice(start, start + 2300)) ?? [];
  if (whole === undefined || text === undefined) return null;
  const target = start + text.length + 3;
  tokens.push({ kind: "quote", text, start, end: target - 1 });
  pushWords(cutting, target, start + whole.length - 1);
  return start + whole.length;
}

/** Everything up to the next space or quotation: marks around it, and a word or several between. */
function readRun(cutting: Cutting, start: number): number {
  const { words } = cutting;
  let end = start + 1;
  while (end < words.length && !endsRun(words, end)) end += 1;
  let from = start;
  let to = end;
  if (/^(?:=>|<\w+:\/\/[^>]+>)$/.test(words.slice(start, end))) return pushWhole(cutting, start, end);
  while (from < to && /[([{,;:.!?=]/.test(words.charAt(from))) from += 1;
  const opened = words.slice(from, to).includes("(");
  while (to > from && endsWithMark(words.charAt(to - 1), opened)) to -= 1;
  pushMarks(cutting, start, from);
  pushWords(cutting, from, to);
  pushMarks(cutting, to, end);
  return end;
}

/** An arrow, and an address in the brackets by which Discord shows no preview of it. */
function pushWhole(cutting: Cutting, start: number, end: number): number {
  if (cutting.words.charAt(start) === "=") pushWords(cutting, start, end);
  else pushWords(cutting, start + 1, end - 1);
  return end;
}

/** The bracket at the end of `rgb(1,2,3)` belongs to it. */
function endsWithMark(character: string, opened: boolean): boolean {
  return /[\]},;:.!?=…]/.test(character) || (character === ")" && !opened);
}

/** A quote inside a word is an apostrophe or an inch; after a mark it begins a quotation: `text:"Hello"`. */
function endsRun(words: string, at: number): boolean {
  const character = words.charAt(at);
  return /\s/.test(character) || (opensQuote(character) && !/[\p{L}\p{N}]/u.test(words.charAt(at - 1)));
}

function pushMarks({ words, tokens }: Cutting, from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    tokens.push({ kind: "mark", text: words.charAt(at), start: at, end: at + 1 });
  }
}

/** `color:red` and `header=blue` are two words and a mark; addresses and times are one word. */
function pushWords(cutting: Cutting, from: number, to: number): void {
  const { words, tokens } = cutting;
  if (from === to) return;
  const run = words.slice(from, to);
  const pair = /^(\p{L}[\p{L}-]{0,60}?)([:=](?!\/\/)(?=[\p{L}#])|(?:->|=>|→)(?=\S))/u.exec(run);
  if (pair !== null && !/^(?:javascript|data|mailto|tel|vbscript):/i.test(run)) {
    const name = from + (pair[1]?.length ?? 0);
    const rest = name + (pair[2]?.length ?? 0);
    pushWords(cutting, from, name);
    tokens.push({
      kind: "mark",
      text: pair[2]?.length === 1 ? words.charAt(name) : "→",
      start: name,
      end: rest,
    });
    tokens.push(wordToken(words, rest, to));
    return;
  }
  if (/^(?:[-–—]+|->|→|=>)$/.test(run))
    tokens.push({ kind: "mark", text: arrowOrDash(run), start: from, end: to });
  else tokens.push(wordToken(words, from, to));
}

function arrowOrDash(run: string): string {
  return /[>→]/.test(run) ? "→" : "-";
}

/** `**Header**` is written in bold, and the word is the same. */
function wordToken(words: string, start: number, end: number): Token {
  const run = words.slice(start, end).replace(/^([*_]{1,3})(.+)\1$/, "$2");
  const text = run.toLowerCase().replaceAll(/[’‘]/g, "'");
  return { kind: "word", text, start, end };
}
