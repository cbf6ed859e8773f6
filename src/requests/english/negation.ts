import type { Source } from "./source.ts";
import { readReference, type Reference } from "./reference.ts";
import { type Token, wordAt } from "./tokens.ts";
import { NEGATIONS } from "./verbs.ts";

/** Whether the words from `start` say that something is not to be done: `don't`, `we do not want`, `leave … alone`. */
export function isNegated(tokens: Token[], start: number): boolean {
  let at = start;
  if (/^(?:i|we|you)$/.test(wordAt(tokens, at))) at += 1;
  if (/^(?:do|does|should|must|would|is)$/.test(wordAt(tokens, at)) && wordAt(tokens, at + 1) === "not")
    return true;
  return NEGATIONS.has(wordAt(tokens, at));
}

/** What is to stay as it is. A negation that names nothing may reach anywhere, which is a doubt. */
export function readNegation(
  { tokens, vocabulary }: Source,
  start: number,
  end: number,
): { kind: "nothing"; target: Reference } | { kind: "doubt"; target: null; negated: true } {
  for (let at = start; at < Math.min(end, start + 8); at += 1) {
    const target = readReference(tokens, at, vocabulary);
    if (target !== null && target.end <= end) return { kind: "nothing", target };
  }
  return { kind: "doubt", target: null, negated: true };
}
