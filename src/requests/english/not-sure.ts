import { type Source, wordsBetween } from "./source.ts";
import { IMPOSSIBLE, MOVE, REMOVE, UNDOING } from "./verbs.ts";
import { echo } from "#src/requests/naming.ts";

/** A time that a change is not made at by being made at once. */
const TIMED = new RegExp(
  "^(?:(?:and|but|only|starting|by|until|till|before|after|from|on|at|in|for|as of|the|this|next|every|late|early|end of)\\s+)*" +
    "(?:today|tomorrow|tonight|noon|midnight|christmas|easter|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|weeks?|months?" +
    "|mornings?|evenings?|afternoons?|\\d\\d?:\\d\\d|\\d\\d? ?[ap]m|(?:an?|one|two|three|\\d+) (?:minute|hour|day|week|month)s?)\\b",
  "i",
);

export function isTimeAt(source: Source, at: number): boolean {
  return TIMED.test(wordsBetween(source, at, Math.min(at + 4, source.tokens.length)));
}

/** Whether words begin with a time that a change cannot be made at. */
export function saysWhen(words: string): boolean {
  return TIMED.test(words.slice(0, 60));
}

/** What a person is told about words that the reader cannot place. */
export function notSure(words: string): string {
  const [verb = ""] = words.toLowerCase().split(/\s/, 1);
  if (saysWhen(words))
    return `“${echo(words)}” cannot be promised: a change is made once it is confirmed, and stays.`;
  if (UNDOING.has(verb))
    return "A published change is taken back below its message: with 🗑️ Withdraw before it is merged, and with ↩️ Undo afterwards.";
  if (REMOVE.has(verb) || MOVE.has(verb))
    return `Only an item of a list can be removed or moved, and “${echo(words)}” names none that I know.`;
  return IMPOSSIBLE.has(verb)
    ? `I cannot do “${echo(words)}”.`
    : `I am not sure what “${echo(words)}” asks for.`;
}

/** And about words on how a text is to look. */
export function notLooks(label: string, words: string): string {
  return `I can change what ${label} says, and not how it looks (“${echo(words)}”).`;
}
