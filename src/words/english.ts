import { en } from "./languages/en.ts";
import { type Say, type Words, sayIn } from "./say.ts";
import type { Sentence } from "./sentence.ts";

/** Speaks English: to operators, and where the language of a person is not known. */
export const english: Say = sayIn(en);

/** What is told to people as it is stored; a plain string is words from outside, which stay as they are. */
export const storedWords = (told: Sentence | string): Words & { said?: Sentence } =>
  typeof told === "string"
    ? { message: told }
    : { message: english.words({ said: told, message: told.key }), said: told };
