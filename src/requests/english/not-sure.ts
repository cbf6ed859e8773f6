import type { Source } from "./source.ts";
import { IMPOSSIBLE, MOVE, REMOVE, UNDOING } from "./verbs.ts";
import type { Why } from "#src/requests/draft.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import { echo } from "#src/requests/naming.ts";

/** A time that a change is not made at by being made at once. */
const TIMED = new RegExp(
  "^(?:(?:and|but|only|starting|by|until|till|before|after|from|on|at|in|for|as of|the|this|next|every|late|early|end of)\\s+)*" +
    "(?:today|tomorrow|tonight|noon|midnight|christmas|easter|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|weeks?|months?" +
    "|mornings?|evenings?|afternoons?|\\d\\d?:\\d\\d|\\d\\d? ?[ap]m|(?:an?|one|two|three|\\d+) (?:minute|hour|day|week|month)s?)\\b",
  "i",
);

export function isTimeAt(source: Source, at: number): boolean {
  return TIMED.test(source.wordsBetween(at, Math.min(at + 4, source.tokens.length)));
}

/** Whether words begin with a time that a change cannot be made at. */
export function saysWhen(words: string): boolean {
  return TIMED.test(words.slice(0, 60));
}

/** What a person is told about words that the reader cannot place; nothing about none. */
export function notSure(words: string): Why {
  if (words === "") return "";
  const [verb = ""] = words.toLowerCase().split(/\s/, 1);
  const about = { words: echo(words) };
  if (saysWhen(words)) return sentence("doubt.time", about);
  if (UNDOING.has(verb)) return sentence("doubt.take-back");
  if (REMOVE.has(verb) || MOVE.has(verb)) return sentence("doubt.no-item", about);
  return sentence(IMPOSSIBLE.has(verb) ? "doubt.impossible" : "doubt.unsure", about);
}

/** And about words on how a text is to look. */
export function notLooks(property: string, words: string): Sentence {
  return sentence("doubt.looks", { property, words: echo(words) });
}
