/** Headers of a mail, as a block of them begins one: RFC 5322. What a mail is about may be what its words are about. */
const HEADER = /^\s*(?:(?:from|to|cc|sent|reply-to)\s*:.*$|(?:(?:subject|betreff|re|fwd?|aw|wg)\s*:\s*)+)/i;
const RULE = /^\s*(?:[-=_*~]{3,}.*[-=_*~]{3,}|[-=_*~]{3,})\s*$/;
/** RFC 3676 puts `-- ` before a signature, and mail programs a line like this before the mail that is answered. */
const ENDING = /^(?:-- ?|.{1,80} wrote:\s*)$/;
const SIGN_OFF =
  /^\s*(?:(?:(?:best|kind|warm|many|with)\s+)*(?:regards|wishes|greetings|thanks)|best|cheers|thanks|thank you|thx|yours(?: \p{L}+)?|sincerely)(?: (?:again|a lot|so much|in advance))?\s*(?:[,.!–-]+(\s\p{L}[\p{L}. ]{0,40})?)?\s*$/iu;
/** `Thanks, make it red` is signed by nobody. */
const NAME = /^(?:\s*\p{Lu}[\p{L}.]*){1,3}\s*$/u;
/** What ends a message behind a sentence: `Kind regards, the office`, or, below it, `Petra, treasurer`. */
const CLOSING =
  /(?:(?<=[.!?…"”)]\s+)(?:(?:[Bb]est|[Kk]ind|[Ww]arm|[Mm]any|[Ww]ith) +)*(?:[Rr]egards|[Gg]reetings)\b[^\d\n"“]{0,60}|(?<=[.!?][^\S\n]*\n\s*\n)\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,2}(?:, \p{Ll}+(?: \p{Ll}+){0,2})?)\s*$/u;
/** `[10:42] jonas:`, `Lena Vogt, 14:05`, `**Lena** 14:05`: who spoke, and when. */
const SPOKE =
  /^\s*(?:\[\d\d?:\d\d(?::\d\d)?(?: ?[ap]m)?\]\s*(?:[\p{L} .]{1,40}:)?|[Ff]rom \p{L}+(?: \p{L}+)?:(?=\s|$)|(?:\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*,|\*\*[\p{L} .]{1,40}\*\*) \d\d?:\d\d(?: ?[ap]m)?\s*$)/u;
/** `Ticket #4411`, `WEB-318:`: the number of a request. */
const NUMBER = /^\s*(?:\[?\p{Lu}{2,}-\d+\]?:?|(?:ticket|issue|request|case) #?\d+:?)(?=\s|$)/iu;

/** The words of a message without what a mail, a chat or a ticket put round them: spaces stand in its place. */
export function opened(words: string): string {
  const lines = words.replace(CLOSING, "").split("\n");
  const left: string[] = [];
  let heads = lines.length > 1;
  for (const [index, line] of lines.entries()) {
    const end = endingAt(line, lines.slice(index + 1));
    if (end !== null) return [...left, line.slice(0, end), ""].join("\n");
    const patterns = [...(heads ? [HEADER] : []), RULE, SPOKE, NUMBER];
    const frame =
      patterns.map((pattern) => pattern.exec(line)?.[0] ?? "").find((found) => found !== "") ?? "";
    left.push(" ".repeat(frame.length) + line.slice(frame.length));
    heads = frame !== "" || (heads && line.trim() === "");
  }
  return left.join("\n");
}

/** Where in a line the message ends, if it does: before a signature, and before what it answers. */
function endingAt(line: string, next: string[]): number | null {
  if (ENDING.test(line)) return 0;
  const [signed, name = ""] = SIGN_OFF.exec(line) ?? [];
  const isSigned = signed !== undefined && (name === "" || NAME.test(name));
  return isSigned && isSignature([name, ...next]) ? line.length - name.length : null;
}

/** Names, addresses and what a company writes below each mail; a postscript is none. */
function isSignature(lines: string[]): boolean {
  const written = lines.filter((line) => line.trim() !== "");
  return written.length > 0 && written.length <= 8 && !written.some((line) => /^\s*p\.?\s?s\b/i.test(line));
}
