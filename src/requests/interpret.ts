import type { Catalogue } from "#src/site/catalogue.ts";
import { readCommand } from "./command.ts";
import { readDescription } from "./english.ts";
import { respellings } from "./english/spelling.ts";
import { type Vocabulary, vocabularyOf } from "./english/vocabulary.ts";
import { help, helpAskedAbout } from "./help.ts";
import type { Interpretation, Meaning, Request } from "./interpretation.ts";
import { YES, askMeant } from "./questions.ts";
import { settle } from "./settle.ts";

const NOTHING_TO_CHANGE =
  "This site does not say yet what may be changed: its `ux-agent.json` has no sections.";
const ABOUT_IMAGES = "I cannot see what in the image is meant.";

/** Somebody wrote a command where plain words are expected: what is exact is read exactly. */
const WRITTEN_AS_COMMAND = /^\s*section:\S/i;

/**
 * What a request means on a site: the change, the questions it leaves open, or why it cannot be. Pure and total: it
 * never throws, and the same words, answers and catalogue give the same outcome. A command decides alone; a
 * description beside it only explains.
 */
export function interpret(request: Request, catalogue: Catalogue): Interpretation {
  if (catalogue.sections.length === 0) return { outcome: "refused", message: NOTHING_TO_CHANGE };
  const command = request.command?.trim() ?? "";
  const description = request.description?.trim() ?? "";
  if (command !== "") return interpretCommand(command, request, catalogue);
  if (WRITTEN_AS_COMMAND.test(description)) return interpretCommand(description, request, catalogue);
  const vocabulary = vocabularyOf(catalogue);
  const about = request.image_count === 0 ? helpAskedAbout(description, vocabulary) : null;
  if (about !== null) return { outcome: "refused", message: help(catalogue, about) };
  const meaning = interpretWords(description, request, vocabulary);
  return suggestion(description, meaning, request, vocabulary) ?? meaning;
}

function interpretWords(description: string, request: Request, vocabulary: Vocabulary): Meaning {
  const draft = readDescription(description, request.answers, vocabulary);
  const about = description === "" && draft.doubts.length === 0 ? [ABOUT_IMAGES] : draft.doubts;
  const unanswered = request.answers["change"] === undefined;
  return settle(unanswered ? { ...draft, doubts: about } : draft, request.answers, vocabulary.catalogue);
}

/** Words that are not clear, and would be if some were not mistyped: asked first, and then read as they were meant. */
function suggestion(
  description: string,
  meaning: Meaning,
  request: Request,
  vocabulary: Vocabulary,
): Meaning | null {
  const answer = request.answers["meant"];
  if (answer === undefined ? meaning.outcome !== "unclear" : answer !== YES) return null;
  // Whether they would be clear must not depend on what was answered since.
  const asked = { ...request, answers: {} };
  const read = (words: string) => interpretWords(words, asked, vocabulary);
  const candidates = respellings(description, vocabulary);
  const meant =
    candidates.find((words) => read(words).outcome === "understood") ??
    candidates.find((words) => asksWhat(read(description)) && !asksWhat(read(words)));
  if (meant === undefined) return null;
  if (answer === YES) return interpretWords(meant, request, vocabulary);
  return { outcome: "unclear", updates: {}, questions: [askMeant(meant)], intent: meaning.intent };
}

/** Whether it is not even clear what is to be changed. */
function asksWhat(meaning: Meaning): boolean {
  return meaning.outcome === "unclear" && meaning.questions.some(({ id }) => id === "change");
}

function interpretCommand(command: string, request: Request, catalogue: Catalogue): Interpretation {
  const read = readCommand(command, catalogue);
  if (!read.ok) return { outcome: "refused", message: read.message };
  return settle(read.draft, request.answers, catalogue);
}
