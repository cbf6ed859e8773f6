import type { Question } from "#src/requests/interpretation.ts";
import { DEFAULT_LOCALE, localeOf } from "#src/words/locale.ts";

/**
 * Questions as they are stored: an owner who is spoken to in English needs nothing but the English. Most are, and what is
 * stored for a question is to stay small.
 */
export const questionsFor = (
  { locale }: { locale?: string | undefined },
  questions: Question[],
): Question[] => (localeOf(locale) === DEFAULT_LOCALE ? questions.map(inEnglish) : questions);

const inEnglish = ({ id, text, label, choices }: Question): Question => ({
  id,
  text,
  label,
  ...(choices && { choices: choices.map(({ value, label }) => ({ value, label })) }),
});
