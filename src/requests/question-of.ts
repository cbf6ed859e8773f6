import { shorten } from "#src/site/shorten.ts";
import { inWords } from "#src/words/words.ts";
import { type Sentence, inARow } from "#src/words/sentence.ts";
import type { Why } from "./draft.ts";
import type { Choice, Question } from "./interpretation.ts";

/** A question before it is said. */
export interface Asked {
  id: string;
  /** What was wrong or doubtful before. */
  why?: Why;
  text: Sentence;
  label: Sentence;
  choices?: Choice[];
}

/** Discord's limit for the label of an input of a modal. */
export const LONGEST_LABEL = 45;
/** And for the label of an option of a select. */
const LONGEST_CHOICE = 100;
export const LONGEST_TEXT = 350;

/** A question in English, with what it takes to say it in another language. */
export function questionOf({ id, why = "", text, label, choices }: Asked): Question {
  const asked = inWords(text).message;
  return {
    id,
    text: why === "" ? asked : `${shorten(inWords(why).message, LONGEST_TEXT)} ${asked}`,
    label: shorten(inWords(label).message, LONGEST_LABEL),
    ...(choices ? { choices } : {}),
    said: { text: why === "" ? text : inARow(why, text), label },
  };
}

/** An answer to choose; a plain string is called like that in every language. */
export function choiceOf(value: string, called: Sentence | string): Choice {
  const { message, said } = inWords(called);
  return { value, label: shorten(message, LONGEST_CHOICE), ...(said ? { said } : {}) };
}
