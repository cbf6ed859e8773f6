import { type Words, inWords } from "#src/words/words.ts";
import type { Sentence } from "#src/words/sentence.ts";

/** Why an edit is not made. Every one of them leaves the file as it was. */
export type RefusalCode =
  | "unknown-section"
  | "unknown-property"
  | "invalid-value"
  | "unsupported-format"
  | "too-large"
  | "minified"
  | "not-utf8"
  | "not-parsable"
  | "no-match"
  | "several-matches"
  | "holds-code"
  | "holds-elements"
  | "not-editable"
  | "bad-template"
  | "no-item"
  | "several-items"
  | "conflict"
  | "not-verified";

/** Its words are one or two sentences for people that say what is wrong and what to do. */
export interface Refusal extends Words {
  ok: false;
  code: RefusalCode;
  /** Of several items that are called the same: by what each can be told from the others. */
  which?: { words: string; choices: { value: string; label: Sentence | string }[] };
}

/** A refusal as a value, so that it reads like a sentence where it is returned. */
export function refuse(code: RefusalCode, why: Sentence | string): Refusal {
  return { ok: false, code, ...inWords(why) };
}
