import { en } from "./languages/en.ts";
import { type Say, sayIn } from "./say.ts";

/** Speaks English: to operators, and where the language of a person is not known. */
export const english: Say = sayIn(en);
