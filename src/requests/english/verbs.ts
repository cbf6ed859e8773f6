import { wordsIn } from "./words.ts";

/** `change X to Y` and its kin. */
export const CHANGE = wordsIn("changing");
/** `make X red`, `let X say Y`. */
export const MAKE = wordsIn("making");
/** `use Y for X`, `put Y in X`. */
export const USE = wordsIn("using");
/** `add a link …`. */
export const ADD = wordsIn("adding");
export const GIVE = wordsIn("giving");
/** `remove the FAQ link`, `move Contact to the end`: of a list this can be done, and of nothing else. */
export const REMOVE = wordsIn("removing");
export const MOVE = wordsIn("moving");
/** What people also ask for and this service cannot do. The reader knows them to recognise an instruction. */
export const IMPOSSIBLE = wordsIn("impossible");
/** What is done elsewhere: by withdrawing what was published. */
export const UNDOING = wordsIn("undoing");
/** These say that something is asked for, and not what. */
const OTHER = wordsIn("asking");
export const NEGATIONS = wordsIn("negations");
/** `the header should be red`. */
export const MODALS = wordsIn("modals");

export function isVerb(word: string): boolean {
  return [CHANGE, MAKE, USE, ADD, GIVE, REMOVE, MOVE, IMPOSSIBLE, UNDOING, OTHER].some((verbs) =>
    verbs.has(word),
  );
}
