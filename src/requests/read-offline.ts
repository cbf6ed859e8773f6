import { sentence } from "#src/words/sentence.ts";
import { type Answers, isYes } from "./answers.ts";
import { readAttached } from "./attached-picture.ts";
import { readCommand } from "./command.ts";
import { conclude } from "./conclude.ts";
import type { Draft } from "./draft.ts";
import { readDescription } from "./english.ts";
import { respellings } from "./english/spelling.ts";
import { type Vocabulary, vocabularyOf } from "./english/vocabulary.ts";
import { help, helpAskedAbout } from "./help.ts";
import type { Meaning } from "./interpretation.ts";
import type { Reader } from "./reading.ts";

/** A command in the field for plain words is read as a command. */
const WRITTEN_AS_COMMAND = /^\s*section:\S/i;

/** Reads by rules, without asking anybody. A command decides alone; a description beside it only explains. */
export const readOffline: Reader = (request, catalogue) => {
  if (catalogue.sections.length === 0) return { ok: false, why: sentence("request.no-sections") };
  const command = request.command?.trim() ?? "";
  const description = request.description?.trim() ?? "";
  if (command !== "") return readCommand(command, catalogue);
  if (WRITTEN_AS_COMMAND.test(description)) return readCommand(description, catalogue);
  const attached = readAttached(request, catalogue);
  if (attached !== null) return { ok: true, draft: attached };
  const vocabulary = vocabularyOf(catalogue);
  const about = request.image_count === 0 ? helpAskedAbout(description, vocabulary) : null;
  if (about !== null) return { ok: false, why: help(catalogue, about) };
  return { ok: true, draft: readWithSlips(description, request.answers, vocabulary) };
};

/** Words that are not clear, and would be if some were not mistyped: asked first, and then read as they were meant. */
function readWithSlips(description: string, answers: Answers, vocabulary: Vocabulary): Draft {
  const draft = readUnanswered(description, answers, vocabulary);
  const answer = answers["meant"];
  const open = conclude(draft, answers, vocabulary.catalogue).outcome === "unclear";
  if (answer === undefined ? !open : !isYes(answer)) return draft;
  const meant = likelyMeant(description, vocabulary);
  if (meant === null) return draft;
  return answer === undefined ? { ...draft, meant } : readUnanswered(meant, answers, vocabulary);
}

/** An image alone is a reason to ask. */
function readUnanswered(description: string, answers: Answers, vocabulary: Vocabulary): Draft {
  const draft = readDescription(description, answers, vocabulary);
  const silent = description === "" && draft.doubts.length === 0 && answers["change"] === undefined;
  return silent ? { ...draft, doubts: [sentence("doubt.images")] } : draft;
}

/** The fewest corrections with which the words are clear, or say at least what is to change. Answers must not matter to it. */
function likelyMeant(description: string, vocabulary: Vocabulary): string | null {
  const read = (words: string) => conclude(readUnanswered(words, {}, vocabulary), {}, vocabulary.catalogue);
  const candidates = respellings(description, vocabulary).map((words) => ({ words, meaning: read(words) }));
  const clear = candidates.find(({ meaning }) => meaning.outcome === "understood");
  if (clear !== undefined) return clear.words;
  const better = candidates.find(({ meaning }) => !asksWhat(meaning));
  // The words as they are come last: most have nothing that looks mistyped, and reading is what takes the time.
  return better !== undefined && asksWhat(read(description)) ? better.words : null;
}

/** Whether it is not even clear what is to be changed. */
function asksWhat(meaning: Meaning): boolean {
  return meaning.outcome === "unclear" && meaning.questions.some(({ id }) => id === "change");
}
