import type { Catalogue } from "#src/site/catalogue.ts";
import { attachedValue } from "#src/site/pictures/picture-value.ts";
import type { Interpretation, Question } from "./interpretation.ts";
import { sentence } from "#src/words/sentence.ts";
import { choiceOf, questionOf } from "./question-of.ts";
import { questionId } from "./questions.ts";

const ORDINALS = ["choice.picture-first", "choice.picture-second", "choice.picture-third"] as const;

/** The same questions; where one asks for a picture, the attached ones are its choices. */
export function withPictureChoices(
  meaning: Interpretation,
  count: number,
  { sections }: Catalogue,
): Interpretation {
  if (meaning.outcome !== "unclear" || count === 0) return meaning;
  const properties = sections.find(({ id }) => id === meaning.section)?.properties ?? [];
  const asksForPicture = new Set(
    properties.flatMap((property, at) => (property.picture ? [questionId("value", property.id, at)] : [])),
  );
  const choices = ORDINALS.slice(0, count).map((ordinal, at) =>
    choiceOf(attachedValue(at + 1), sentence(count === 1 ? "choice.picture" : ordinal)),
  );
  const questions = meaning.questions.map((question) =>
    asksForPicture.has(question.id) ? { ...question, choices } : question,
  );
  return { ...meaning, questions };
}

/**
 * The same questions; where one asks for a value, the colours of a picture are its choices. A colour out of a picture is
 * never taken without asking.
 */
export function withColorChoices(
  meaning: Interpretation,
  colors: NonNullable<Question["choices"]>,
): Interpretation {
  if (meaning.outcome !== "unclear") return meaning;
  const questions = meaning.questions.map((question) => {
    const isValue = question.id === "value" || question.id.startsWith("value:");
    if (!isValue) return question;
    const shown = { colors: colors.map(({ label, said }) => said ?? label) };
    return questionOf({
      id: question.id,
      text: colors.length === 1 ? sentence("ask.color", shown) : sentence("ask.colors", shown),
      label: sentence("label.color"),
      choices: colors,
    });
  });
  return { ...meaning, questions };
}
