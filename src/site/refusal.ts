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

export interface Refusal {
  ok: false;
  code: RefusalCode;
  /** One or two sentences for people that say what is wrong and what to do. */
  message: string;
  /** Of several items that are called the same: by what each can be told from the others. */
  which?: { words: string; choices: { value: string; label: string }[] };
}

/** A refusal as a value, so that it reads like a sentence where it is returned. */
export function refuse(code: RefusalCode, message: string): Refusal {
  return { ok: false, code, message };
}
