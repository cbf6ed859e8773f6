/** `change X to Y` and its kin. */
export const CHANGE = new Set([
  "change",
  "set",
  "update",
  "switch",
  "edit",
  "modify",
  "alter",
  "adjust",
  "turn",
  "rewrite",
  "rename",
  "replace",
  "reword",
  "rephrase",
  "swap",
  "convert",
  "recolor",
  "recolour",
  "retitle",
]);
/** `make X red`, `let X say Y`. */
export const MAKE = new Set(["make", "let", "have", "turn", "paint", "color", "colour", "get", "dye"]);
/** `use Y for X`, `put Y in X`. */
export const USE = new Set(["use", "put", "write", "show", "display", "apply", "enter", "type", "place"]);
/** `add a link …`. */
export const ADD = new Set(["add", "insert", "include", "create", "append", "put", "place"]);
export const GIVE = new Set(["give"]);
/** What people also ask for and nobody can do here; known, so that an instruction is recognised as one. */
export const IMPOSSIBLE = new Set([
  "delete",
  "remove",
  "move",
  "hide",
  "drop",
  "resize",
  "align",
  "center",
  "centre",
  "animate",
  "redesign",
  "translate",
  "upload",
  "clear",
  "delay",
  "shrink",
  "enlarge",
  "increase",
  "decrease",
  "reduce",
  "embed",
  "bring",
  "capitalize",
  "capitalise",
  "underline",
  "highlight",
  "publish",
  "deploy",
]);
/** What is done elsewhere: by withdrawing what was published. */
export const UNDOING = new Set(["undo", "revert", "restore"]);
/** These say that something is asked for, and not what. */
const OTHER = new Set(["link", "keep", "leave", "try", "fix", "improve"]);
export const NEGATIONS = new Set([
  "don't",
  "dont",
  "not",
  "never",
  "no",
  "without",
  "except",
  "leave",
  "keep",
  "leaving",
  "keeping",
  "avoid",
  "stop",
  "doesn't",
  "shouldn't",
  "mustn't",
  "can't",
  "cannot",
  "won't",
  "nothing",
  "neither",
  "nor",
]);
/** `the header should be red`. */
export const MODALS = new Set([
  "should",
  "must",
  "needs",
  "need",
  "has",
  "could",
  "can",
  "ought",
  "shall",
  "would",
  "might",
]);

export function isVerb(word: string): boolean {
  return [CHANGE, MAKE, USE, ADD, GIVE, IMPOSSIBLE, UNDOING, OTHER].some((verbs) => verbs.has(word));
}
