import type { Token } from "./tokens.ts";

interface Range {
  start: number;
  end: number;
}

/** Headers of a mail, as a block of them begins one: RFC 5322, and what mail programs put before a subject. */
const HEADER = /^\s*(?:from|to|cc|sent|reply-to)\s*:.*$/i;
/** What a mail is about may be what its words are about. */
const SUBJECT = /^\s*(?:(?:subject|betreff|re|fwd?|aw|wg)\s*:\s*)+/i;
const RULE = /^\s*(?:[-=_*~]{3,}.*[-=_*~]{3,}|[-=_*~]{3,})\s*$/;
/** RFC 3676 ends a mail so; behind it stands a signature. */
const DELIMITER = /^-- ?$/;
const SIGN_OFF =
  /^\s*(?:(?:(?:best|kind|warm|many|with)\s+)*(?:regards|wishes|greetings|thanks)|best|cheers|thanks|thank you|thx|yours(?: \p{L}+)?|sincerely)(?: (?:again|a lot|so much|in advance))?\s*(?:[,.!–-]+(\s\p{L}[\p{L}. ]{0,40})?)?\s*$/iu;
/** `Thanks, make it red` is signed by nobody. */
const NAME = /^(?:\s*\p{Lu}[\p{L}.]*){1,3}\s*$/u;
const WROTE = /^.{1,80} wrote:\s*$/;
/** `[10:42] jonas:`, `Lena Vogt, 14:05`: who spoke, and when. */
const SPOKE =
  /^\s*(?:\[\d\d?:\d\d(?::\d\d)?(?: ?[ap]m)?\]\s*(?:[\p{L} .]{1,40}:)?|[Ff]rom \p{L}+(?: \p{L}+)?:(?=\s|$)|\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*, \d\d?:\d\d(?: ?[ap]m)?\s*$)/u;
/** `Ticket #4411`, `WEB-318:`: the number of a request. */
const NUMBER = /^\s*(?:\[?\p{Lu}{2,}-\d+\]?:?|(?:ticket|issue|request|case) #?\d+:?)(?=\s|$)/iu;

/** The tokens of a message without what a mail, a chat or a ticket put round it; each such line ends a sentence. */
export function opened(words: string, tokens: readonly Token[]): readonly Token[] {
  const ranges = envelopeOf(words);
  if (ranges.length === 0) return tokens;
  const isIn = ({ start }: Token) => ranges.some((range) => start >= range.start && start < range.end);
  return tokens.flatMap((token, at) => {
    if (!isIn(token)) return [token];
    const before = tokens[at - 1];
    return before === undefined || isIn(before)
      ? []
      : [{ ...token, kind: "mark", text: ".", end: token.start }];
  });
}

function envelopeOf(words: string): Range[] {
  const lines = words.split("\n");
  const ranges: Range[] = [];
  let start = 0;
  let heads = true;
  for (const [index, line] of lines.entries()) {
    const end = endingAt(line, lines.slice(index + 1));
    if (end !== null) return [...ranges, { start: start + end, end: words.length }];
    const length: number = (heads && lines.length > 1 ? headLength(line) : 0) || frameLength(line);
    if (length > 0) ranges.push({ start, end: start + length });
    heads = length > 0 || (heads && line.trim() === "");
    start += line.length + 1;
  }
  return ranges;
}

/** Where in a line the message ends, if it does: before a signature, and before what it answers. */
function endingAt(line: string, next: string[]): number | null {
  if (DELIMITER.test(line) || WROTE.test(line)) return 0;
  const [signed, name = ""] = SIGN_OFF.exec(line) ?? [];
  const isSigned = signed !== undefined && (name === "" || NAME.test(name));
  return isSigned && isSignature([name, ...next]) ? line.length - name.length : null;
}

const headLength = (line: string): number => (HEADER.exec(line) ?? SUBJECT.exec(line) ?? [""])[0].length;
const frameLength = (line: string): number =>
  (RULE.exec(line) ?? SPOKE.exec(line) ?? NUMBER.exec(line) ?? [""])[0].length;

/** Names, addresses and what a company writes below each mail; a postscript is none. */
function isSignature(lines: string[]): boolean {
  const written = lines.filter((line) => line.trim() !== "");
  return written.length > 0 && written.length <= 8 && !written.some((line) => /^\s*p\.?\s?s\b/i.test(line));
}
