import type { Catalogue, Part, Updates } from "#src/site/catalogue.ts";
import { checkValue } from "#src/site/value.ts";
import { inWords, toldBy } from "#src/words/words.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import type { Answers } from "./answers.ts";
import type { Interpretation, Meaning, Question } from "./interpretation.ts";
import { echo } from "./naming.ts";
import { MOST_QUESTIONS, askValue } from "./questions.ts";

/** One value of the site, by the ids of its section and property, and what it is to be. */
export interface FormValue {
  section: string;
  property: string;
  /** Empty: it stays as it is on the site. */
  value: string;
}

const SET = "set:";

/** A value of a form as an answer: it holds whatever the words of the request say of that property. */
export const answerOf = ({ section, property, value }: FormValue): { question: string; answer: string } => ({
  question: `${SET}${section}.${property}`,
  answer: value,
});

/** Puts the values that a person wrote into a form in place of those in the words. The last word on a property wins. */
export function withFormValues(
  meaning: Interpretation,
  answers: Answers,
  catalogue: Catalogue,
): Interpretation {
  const values = Object.entries(answers).flatMap(valueIn);
  return meaning.outcome === "refused" || values.length === 0 ? meaning : merged(meaning, values, catalogue);
}

function valueIn([question, value]: [string, string]): FormValue[] {
  const [section, property] = question.startsWith(SET) ? question.slice(SET.length).split(".") : [];
  return section === undefined || property === undefined ? [] : [{ section, property, value }];
}

function merged(meaning: Meaning, values: FormValue[], catalogue: Catalogue): Interpretation {
  const parts = new Map(partsIn(meaning).map(({ section, updates }) => [section, { ...updates }]));
  const questions: Question[] = [];
  for (const { section, property: id, value } of values) {
    const known = catalogue.sections.find((one) => one.id === section);
    const property = known?.properties.find((one) => one.id === id);
    if (!property)
      return refused(sentence("request.property-gone", { property: echo(id), section: echo(section) }));
    const updates: Updates = parts.get(section) ?? {};
    parts.set(section, updates);
    const checked = value.trim() === "" ? null : checkValue(property, value);
    if (checked?.ok) updates[id] = checked.value;
    else delete updates[id];
    if (checked?.ok === false) questions.push(askValue(property, `${SET}${section}.${id}`, toldBy(checked)));
  }
  return concluded(meaning, parts, questions);
}

const partsIn = ({ section, updates, parts = [] }: Meaning): Part[] =>
  section === undefined ? [] : [{ section, updates }, ...parts];

/** A section of which nothing is to change any more is left out. */
function concluded(meaning: Meaning, all: Map<string, Updates>, asked: Question[]): Interpretation {
  const open = meaning.outcome === "unclear" ? meaning.questions : [];
  const questions = [...asked, ...open].slice(0, MOST_QUESTIONS);
  const [first, ...parts] = [...all]
    .filter(([, updates]) => Object.keys(updates).length > 0)
    .map(([section, updates]) => ({ section, updates }));
  const { intent } = meaning;
  const further = parts.length > 0 ? { parts } : {};
  if (questions.length > 0)
    return {
      outcome: "unclear",
      updates: {},
      ...(meaning.section === undefined ? {} : { section: meaning.section }),
      ...first,
      ...further,
      questions,
      intent,
    };
  if (!first) return refused(sentence("request.nothing-left"));
  const notes = meaning.outcome === "understood" ? meaning.notes : [];
  return { outcome: "understood", ...first, ...further, notes, intent };
}

const refused = (why: Sentence): Interpretation => ({ outcome: "refused", ...inWords(why) });
