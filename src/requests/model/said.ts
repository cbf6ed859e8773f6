import { leavesOut } from "#src/requests/answers.ts";
import type { Request } from "#src/requests/interpretation.ts";

/** What a person has said in words of their own: the request, and what they wrote since in place of it. */
export function saidIn({ description = "", answers }: Pick<Request, "description" | "answers">): string[] {
  const change = answers["change"] ?? "";
  return [description, leavesOut(change) ? "" : change].filter((words) => words.trim() !== "");
}

/**
 * Whether a value stands in what was said, word for word. Both are compared in Unicode's NFKC, so that two ways of typing
 * one character do not differ, and spaces of any number count as one. A part of a word or of a number is not said.
 */
export function isSaid(value: string, said: string[]): boolean {
  const sought = plain(value);
  return sought !== "" && said.some((words) => holds(plain(words), sought));
}

function holds(words: string, sought: string): boolean {
  for (let at = words.indexOf(sought); at >= 0; at = words.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    const isPart = joined(words.slice(0, at), sought) || joined(sought, words.slice(end));
    if (!isPart) return true;
  }
  return false;
}

const plain = (words: string): string => words.normalize("NFKC").replaceAll(/\s+/gu, " ").trim();

/** These scripts write words without spaces between them, so that neighbours may be two words. */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const WORD_END = new RegExp(`[[\\p{L}\\p{N}\\p{M}_]--[${UNSPACED}]]$`, "v");
const WORD_START = new RegExp(`^[[\\p{L}\\p{N}\\p{M}_]--[${UNSPACED}]]`, "v");

/** Whether a cut between these two would split a word or a number: `1.5` is one number. */
function joined(left: string, right: string): boolean {
  if (/^\p{M}/u.test(right)) return true;
  if (WORD_END.test(left) && WORD_START.test(right)) return true;
  return /\p{N}[.,:]$/u.test(left)
    ? /^\p{N}/u.test(right)
    : /\p{N}$/u.test(left) && /^[.,:]\p{N}/u.test(right);
}
