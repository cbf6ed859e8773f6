import { english } from "./english.ts";
import type { StoredWords } from "./say.ts";
import type { Sentence } from "./sentence.ts";

/** What a person is told: a sentence, and the same in English. It is handed on and stored like this. */
export interface Words {
  /** In English: for operators, and for a release that does not know the sentence. */
  message: string;
  /** Absent where the words came from outside. */
  said?: Sentence | undefined;
}

/** A sentence in words; a plain string is words from outside, which stay as they are. */
export const inWords = (told: Sentence | string): Words =>
  typeof told === "string" ? { message: told } : { message: english.told(told), said: told };

/** Words alone, of something that has more than them. What is stored has no `said` that is undefined. */
export const wordsOf = ({ message, said }: Words): Words => ({ message, ...(said ? { said } : {}) });

/** What words tell, to be told in another sentence. A stored sentence is checked when it is said. */
export const toldBy = ({ message, said }: StoredWords): Sentence | string =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one that is not known leaves the English of the other
  (said as Sentence | undefined) ?? message;
