import { type Sentence, sentence } from "#src/words/sentence.ts";
import { shorten } from "#src/site/shorten.ts";
import { opensQuote, readQuoted } from "./quotes.ts";

/** One `name:value`; `from` are the words it was read from. */
export interface Pair {
  name: string;
  value: string;
  from: string;
}

export type Pairs = { ok: true; pairs: Pair[] } | { ok: false; why: Sentence };

interface Read {
  pair: Pair;
  end: number;
  /** Whether the value stands in quotes. */
  quoted: boolean;
}

type Step = Read | { why: Sentence };

/** A name and its colon; `https://…` is an address and not the property `https`. */
const NAME = /([\p{L}\p{N}_][\p{L}\p{N}_-]*):(?!\/\/)/uy;
const BETWEEN = /[\s,;]*/y;
/** A value without quotes ends where a comma and the next pair begin: `text:Hi,color:red`. */
const WORD = /(?:(?![,;][\p{L}_][\p{L}\p{N}_-]*:(?!\/\/))\S)+/uy;

/** Reads the structured grammar: `section:header text:"Welcome home" color:#FF0080`, in any order. */
export function readPairs(command: string): Pairs {
  const pairs: Pair[] = [];
  let last: Read | null = null;
  let at = endOf(BETWEEN, command, 0);
  while (at < command.length) {
    const step: Step = readPair(command, at, last);
    if ("why" in step) return { ok: false, why: step.why };
    pairs.push(step.pair);
    last = step;
    at = endOf(BETWEEN, command, step.end);
  }
  return { ok: true, pairs };
}

function readPair(command: string, at: number, last: Read | null): Step {
  const name = matchAt(NAME, command, at);
  if (name === null) return { why: strayWords(command, at, last) };
  const valueAt = valueStart(command, at + name.length);
  const label = name.slice(0, -1);
  if (valueAt === null) return { why: emptyValue(label) };
  const value = opensQuote(command[valueAt])
    ? readQuotedValue(command, valueAt, label)
    : readBareValue(command, valueAt);
  if ("why" in value) return value;
  if (value.value.trim() === "") return { why: emptyValue(label) };
  const pair = { name: label, value: value.value, from: command.slice(at, value.end) };
  return { pair, end: value.end, quoted: opensQuote(command[valueAt]) };
}

/** A space after the colon is a habit of many; what follows must not be the next pair. */
function valueStart(command: string, afterColon: number): number | null {
  const at = afterColon + (/^\s+/.exec(command.slice(afterColon, afterColon + 20))?.[0].length ?? 0);
  if (at >= command.length || /\s/.test(command.charAt(at))) return null;
  return at > afterColon && matchAt(NAME, command, at) !== null ? null : at;
}

function readQuotedValue(
  command: string,
  at: number,
  name: string,
): { value: string; end: number } | { why: Sentence } {
  const quoted = readQuoted(command, at);
  const about = { name: shorten(name, 60) };
  if (quoted === null) return { why: sentence("command.quote-open", about) };
  const next = command.charAt(quoted.end);
  if (next === "" || /[\s,;]/.test(next)) return quoted;
  return { why: sentence("command.quote-end", about) };
}

function readBareValue(command: string, at: number): { value: string; end: number } {
  const value = matchAt(WORD, command, at) ?? "";
  return { value, end: at + value.length };
}

const emptyValue = (name: string): Sentence => sentence("command.no-value", { name: shorten(name, 60) });

/** Words that belong to no pair most often are the rest of a text that should stand in quotes. */
function strayWords(command: string, at: number, last: Read | null): Sentence {
  const words = shorten(wordsUntilNextPair(command, at), 60);
  if (last === null || last.quoted) return sentence("command.stray", { words });
  const name = shorten(last.pair.name, 60);
  const text = `${shorten(last.pair.value, 60)} ${words}`.replaceAll('"', '\\"');
  return sentence("command.stray-text", { words, name, text });
}

function wordsUntilNextPair(command: string, at: number): string {
  const words: string[] = [];
  for (const word of command.slice(at, at + 200).split(/\s+/)) {
    if (words.length > 0 && matchAt(NAME, word, 0) !== null) break;
    words.push(word);
  }
  return words.join(" ").trim();
}

function matchAt(sticky: RegExp, text: string, at: number): string | null {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0] ?? null;
}

function endOf(sticky: RegExp, text: string, at: number): number {
  return at + (matchAt(sticky, text, at)?.length ?? 0);
}
