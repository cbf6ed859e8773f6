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
const OTHER = new Set([
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
  "fix",
  "improve",
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
  "link",
  "revert",
  "undo",
  "restore",
  "bring",
  "keep",
  "leave",
  "capitalize",
  "capitalise",
  "underline",
  "highlight",
  "publish",
  "deploy",
  "try",
]);
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
  return [CHANGE, MAKE, USE, ADD, GIVE, OTHER].some((verbs) => verbs.has(word));
}
