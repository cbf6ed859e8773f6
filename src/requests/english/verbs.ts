import { wordsIn } from "./words.ts";

/** `change X to Y` and its kin. */
export const CHANGE = wordsIn("changing");
/** `make X red`, `let X say Y`. */
export const MAKE = wordsIn("making");
/** `use Y for X`, `put Y in X`. */
export const USE = wordsIn("using");
/** `add a link …`. */
export const ADD = wordsIn("adding");
/** `change`, `make`, `use`, `give`: what they ask for is a value for a part of the site. */
export const SETTING = new Set([...CHANGE, ...MAKE, ...USE, ...wordsIn("giving")]);
/** `remove the FAQ link`, `move Contact to the end`: of a list this can be done, and of nothing else. */
export const REMOVE = wordsIn("removing");
export const MOVE = wordsIn("moving");
/** What people also ask for and this service cannot do. The reader knows them to recognise an instruction. */
export const IMPOSSIBLE = wordsIn("impossible");
/** What is done elsewhere: by withdrawing what was published. */
export const UNDOING = wordsIn("undoing");
/** Whatever changes the site, whether it can be done here or not. */
export const CHANGES = new Set([...SETTING, ...ADD, ...REMOVE, ...MOVE, ...IMPOSSIBLE, ...UNDOING]);
/** With those that say that something is asked for, and not what. */
const VERBS = new Set([...CHANGES, ...wordsIn("asking")]);
export const NEGATIONS = wordsIn("negations");
/** `the header should be red`. */
export const MODALS = wordsIn("modals");

export function isVerb(word: string): boolean {
  return VERBS.has(word);
}
