import type { Catalogue } from "#src/site/catalogue.ts";
import { attachedValue } from "#src/site/pictures/picture-value.ts";
import type { Interpretation, Question } from "./interpretation.ts";
import { questionId } from "./questions.ts";

const ORDINALS = ["first", "second", "third"];

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
  const choices = ORDINALS.slice(0, count).map((ordinal, at) => ({
    value: attachedValue(at + 1),
    label: count === 1 ? "The attached picture" : `The ${ordinal} picture`,
  }));
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
    const shown = colors.map(({ label }) => label).join(", ");
    const text = `Did you mean ${colors.length === 1 ? "this colour" : "one of these colours"} of the picture: ${shown}?`;
    return { ...question, text, label: "Which colour did you mean?", choices: colors };
  });
  return { ...meaning, questions };
}
