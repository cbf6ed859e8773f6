import type { Range } from "#src/site/markup/element.ts";

/** Where a template language has its code in a page: from what opens it to what ends it, or to the end of the file. */
export function templateCode(text: string, language: string): Range[] {
  const opener = OPENERS_OF[language] ?? COMMON;
  const opensBlock = blocksIn(text);
  const ranges: Range[] = [];
  let at = 0;
  for (let start = find(text, opener, at); start >= 0; start = find(text, opener, at)) {
    at = start + 1;
    if (language === "Angular" && text.charAt(start) === "@" && !opensBlock(start)) continue;
    at = Math.max(endOf(text, start, language), at);
    ranges.push({ start, end: at });
  }
  return ranges;
}

/** No head of a block (`@if (a > 1) {`) is longer. */
const LONGEST_HEAD = 300;

/**
 * Whether an `@` begins a block of Angular: a brace or a semicolon comes before any tag. Asked from left to right, so that
 * the mark that was found is not looked for again.
 */
function blocksIn(text: string): (at: number) => boolean {
  const mark = /[<>{};]|$/g;
  let next = -1;
  return (at) => {
    if (next < at) {
      mark.lastIndex = at;
      next = mark.exec(text)?.index ?? text.length;
    }
    return next - at <= LONGEST_HEAD && /[{;]/.test(text.charAt(next));
  };
}

/** The text with its code out of the way, so that HTML can be read; every position stays. */
export function withoutCode(text: string, ranges: Range[]): { text: string; filler: string } {
  const filler = fillerFor(text);
  const filled = replaced(text, ranges, () => filler);
  const tags = tagsIn(filled);
  let next = 0;
  const isInTag = ({ start }: Range): boolean => {
    while ((tags[next]?.end ?? Infinity) <= start) next += 1;
    return (tags[next]?.start ?? Infinity) <= start;
  };
  // Between tags it has to be spaces: in a table or before `<html>` any other text is moved.
  return { text: replaced(text, ranges, (range) => (isInTag(range) ? filler : " ")), filler };
}

/** Where tags are, by their quotes and brackets alone; each character is looked at once. */
export function tagsIn(text: string): Range[] {
  const tags: Range[] = [];
  const opener = /<[A-Za-z]/g;
  for (let found = opener.exec(text); found !== null; found = opener.exec(text)) {
    const end = endOfTag(text, found.index);
    tags.push({ start: found.index, end });
    opener.lastIndex = end;
  }
  return tags;
}

/** Where a tag ends that begins here, or the end of the text. */
export function endOfTag(text: string, start: number): number {
  const mark = /["'>]/g;
  mark.lastIndex = start;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    if (found[0] === ">") return found.index + 1;
    const close = text.indexOf(found[0], found.index + 1);
    if (close < 0) return text.length;
    mark.lastIndex = close + 1;
  }
  return text.length;
}

function replaced(text: string, ranges: Range[], by: (range: Range) => string): string {
  let result = "";
  let at = 0;
  for (const range of ranges) {
    result += text.slice(at, range.start) + by(range).repeat(range.end - range.start);
    at = range.end;
  }
  return result + text.slice(at);
}

/** A character for private use that the file does not use. */
function fillerFor(text: string): string {
  let code = 0xe000;
  while (text.includes(String.fromCharCode(code))) code += 1;
  return String.fromCharCode(code);
}

const COMMON = /\{[{%#]|<[%?]/g;
const OPENERS_OF: Record<string, RegExp> = {
  Blade: /\{[{%#!]|<[%?]|(?<!\w)@[a-z]+/gi,
  Angular: /\{|\}|<[%?]|(?<!\w)@(?=[a-z])/gi,
  Thymeleaf: /\{[{%#]|<[%?]|\[\[|\[\(|[$#*~@]\{/g,
  FreeMarker: /\{[{%#]|<[%?]|[$#]\{|<\/?[#@]|\[\/?[#@=]/g,
};

function find(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}

const ENDS: [string, string][] = [
  ["{{{", "}}}"],
  ["{{!--", "--}}"],
  ["{{", "}}"],
  ["{!!", "!!}"],
  ["{%", "%}"],
  ["{#", "#}"],
  ["<%", "%>"],
  ["[[", "]]"],
  ["[(", ")]"],
  ["[", "]"],
  ["<#--", "-->"],
  ["<", ">"],
];

function endOf(text: string, start: number, language: string): number {
  if (text.startsWith("<?", start)) return endOfPhp(text, start + 2);
  const first = text.charAt(start);
  if (first === "@" && language !== "Thymeleaf") return endOfDirective(text, start, language);
  if (first === "}") return start + 1;
  const pair = ENDS.find(([open]) => text.startsWith(open, start));
  if (pair === undefined || (language === "Angular" && pair[0] !== "{{")) return endOfBraces(text, start);
  const plain = text.indexOf(pair[1], start + pair[0].length);
  // Some languages end at the first mark, others not in a string: what one of them takes for code is code.
  return Math.max(after(text, plain, pair[1]), endBesideStrings(text, start + pair[0].length, pair[1]));
}

function after(text: string, at: number, end: string): number {
  return at < 0 ? text.length : at + end.length;
}

/** No expression is longer; looking farther each time would take too long. */
const FARTHEST = 2_000;

/** The end that is in no string; where a quote is left open (`{# it's #}`), none is meant. */
function endBesideStrings(text: string, from: number, end: string): number {
  const near = text.slice(from, from + FARTHEST);
  for (let at = 0; at < near.length; at += 1) {
    if (near.startsWith(end, at)) return from + at + end.length;
    if (!/["'`]/.test(near.charAt(at))) continue;
    const close = near.indexOf(near.charAt(at), at + 1);
    if (close >= 0 && !near.slice(at, close).includes("\n")) at = close;
  }
  return 0;
}

/** PHP ends at `?>` that is in no string and no comment of several lines. */
function endOfPhp(text: string, from: number): number {
  const token =
    /\?>|(?:\/\/|#(?!\[))[^\n]*?(?=\?>|\n|$)|\/\*[^]*?(?:\*\/|$)|"(?:\\[^]|[^"\\])*(?:"|$)|'(?:\\[^]|[^'\\])*(?:'|$)|<<<\s*["']?(\w+)["']?\n[^]*?(?:\n[ \t]*\1\b|$)/g;
  token.lastIndex = from;
  for (let found = token.exec(text); found !== null; found = token.exec(text))
    if (found[0] === "?>") return found.index + 2;
  return text.length;
}

/** `@if ($x > 1)` of Blade ends with its bracket, `@if (x) {` of Angular with the brace. */
function endOfDirective(text: string, start: number, language: string): number {
  if (language === "Angular")
    return start + (/^[^{;]*[{;]/.exec(text.slice(start, start + FARTHEST))?.[0].length ?? 1);
  const name = /^@\w+[ \t]*/.exec(text.slice(start, start + FARTHEST))?.[0].length ?? 1;
  return text.charAt(start + name) === "(" ? endOfBraces(text, start + name) : start + name;
}

const CLOSING: Record<string, string> = { "{": "}", "(": ")" };

/** Where the bracket that opens next is closed. */
function endOfBraces(text: string, start: number): number {
  const open = /[{(]/.exec(text.slice(start, start + 3))?.[0] ?? "{";
  let depth = 0;
  for (let at = text.indexOf(open, start); at >= 0 && at < text.length; at += 1) {
    if (text.charAt(at) === open) depth += 1;
    if (text.charAt(at) === CLOSING[open]) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
