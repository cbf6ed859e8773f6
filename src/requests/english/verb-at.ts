import { type Source, wordAt } from "./source.ts";
import { isVerb } from "./verbs.ts";

/** The verb at this place, in the form in which the lists have it: `changing` is `change` behind `would you mind`. */
export function verbAt(source: Source, at: number): string {
  const word = wordAt(source, at);
  // `if you changed` wishes for a change, and does not tell of one.
  const wished = wordAt(source, at - 2) === "if" && /^(?:i|we|you|u)$/.test(wordAt(source, at - 1));
  if (wished && word === "made") return "make";
  const stem = (wished ? /^(\p{L}{2,})(?:ing|ed)$/u : /^(\p{L}{2,})ing$/u).exec(word)?.[1];
  if (stem === undefined || isVerb(word)) return word;
  return [stem, `${stem}e`, stem.slice(0, -1)].find(isVerb) ?? word;
}
