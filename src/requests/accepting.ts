import type { Updates } from "#src/site/catalogue.ts";
import type { Question } from "./interpretation.ts";
import { YES } from "./questions.ts";

/** What one press accepts instead of an answer in words: what was understood, or the words that were probably meant. */
export type Accepted = "as-understood" | "as-meant";

/** The answer that a press stands for. */
export const answersFor: Record<Accepted, { question: string; answer: string }[]> = {
  "as-understood": [{ question: "change", answer: "Ignore that" }],
  "as-meant": [{ question: "meant", answer: YES }],
};

/**
 * What can be accepted while questions are open: a whole change beside words that were not understood, or a suggestion.
 * Null when something is missing that only words can say.
 */
export function acceptable(
  questions: Pick<Question, "id">[],
  { section, updates }: { section?: string; updates?: Updates },
): Accepted | null {
  const [question, ...more] = questions;
  if (question === undefined || more.length > 0) return null;
  if (question.id === "meant") return "as-meant";
  const isWhole = section !== undefined && Object.keys(updates ?? {}).length > 0;
  return question.id === "change" && isWhole ? "as-understood" : null;
}
