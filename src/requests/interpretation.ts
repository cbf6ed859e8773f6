import type { Part, Updates } from "#src/site/catalogue.ts";
import type { Words } from "#src/words/words.ts";
import type { Sentence } from "#src/words/sentence.ts";

/** What a person gave: the words of the slash command, and what they answered since, by question id. */
export interface Request {
  /** The structured grammar: `section:header text:"Welcome"`. */
  command?: string;
  /** Plain words. Beside a command it explains and does not decide. */
  description?: string;
  /** How many images came with it; an image alone is a reason to ask. */
  image_count: number;
  answers: Record<string, string>;
}

/** What a request means on one site. It is pure: the same words and the same catalogue give the same outcome. */
export type Interpretation =
  | Meaning
  /** Nothing sensible can be asked; the words say what is wrong and what is possible. */
  | ({ outcome: "refused" } & Words);

/** `parts` are those of further sections; absent when the request is about one. */
export type Meaning =
  /** `notes` are the words that ask for nothing, and about which nothing is done: the preview says so. */
  | (Part & { outcome: "understood"; parts?: Part[]; notes: (string | Sentence)[]; intent: ParsedIntent })
  /** Something is missing: `section`, `updates` and `parts` hold what is known, `questions` (1 to 5) ask for the rest. */
  | {
      outcome: "unclear";
      section?: string;
      updates: Updates;
      parts?: Part[];
      questions: Question[];
      intent: ParsedIntent;
    };

export interface ParsedIntent {
  /** How it was understood. */
  source: "grammar" | "english" | "model";
  /** The version of the catalogue it was understood with. */
  catalogue_version: string;
  /** What the section is called while something else is asked; afterwards the preview says it. */
  section_label?: string;
  /** What was understood from which words, in the order of the words. */
  understood: { as: string; from: string }[];
}

export interface Question {
  /** Says what is asked, so that an answer needs nothing else: `section`, `property`, `value:color`, `target:About`, `2.value:color`, `set:header.text`. At most 70 characters. */
  id: string;
  /** The question in full and in English, for the message. */
  text: string;
  /** The question in at most 45 characters (Discord's limit for the label of a modal input), in English. */
  label: string;
  /** Where the answers are a fixed set: at most 25 (Discord's limit for a select). */
  choices?: Choice[];
  /** `text` and `label` in every language; absent where the question is only ever read in English. */
  said?: { text: Sentence; label: Sentence } | undefined;
}

export interface Choice {
  value: string;
  /** Words of the site, or English. */
  label: string;
  said?: Sentence | undefined;
}
