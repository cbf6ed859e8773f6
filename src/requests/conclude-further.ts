import { shorten } from "#src/site/shorten.ts";
import type { CatalogueSection, Part } from "#src/site/catalogue.ts";
import { sentence } from "#src/words/sentence.ts";
import type { Answers } from "./answers.ts";
import { type Conclusion, concludeWish, lastOfEach } from "./conclude-wish.ts";
import type { FurtherPart } from "./draft.ts";
import type { Meaning, Question } from "./interpretation.ts";
import { LONGEST_LABEL } from "./question-of.ts";
import { MOST_QUESTIONS } from "./questions.ts";

interface Known {
  answers: Answers;
  /** The first section. */
  section: CatalogueSection;
}

/** Adds what is wished for further sections to what is to be done in the first one. */
export function concludeFurther(first: Meaning, further: FurtherPart[], known: Known): Meaning {
  if (further.length === 0) return first;
  const concluded = further.map((part, index) => concludePart(part, scoped(known.answers, index)));
  const parts: Part[] = further.flatMap(({ section }, index) => {
    const updates = concluded[index]?.updates ?? [];
    return updates.length > 0 ? [{ section: section.id, updates: Object.fromEntries(updates) }] : [];
  });
  const asked = further.flatMap(({ section }, index) =>
    (concluded[index]?.questions ?? []).map((question) => aboutSection(question, section, index)),
  );
  const understood = [...first.intent.understood, ...concluded.flatMap((each) => each.understood)];
  const questions = [...(first.outcome === "unclear" ? first.questions : []), ...asked];
  const intent = { ...first.intent, understood };
  if (questions.length === 0 && first.outcome === "understood") return { ...first, parts, intent };
  const { id: section, label: section_label } = known.section;
  return {
    outcome: "unclear",
    section,
    updates: first.updates,
    ...(parts.length > 0 ? { parts } : {}),
    questions: questions.slice(0, MOST_QUESTIONS),
    intent: { ...intent, section_label },
  };
}

function concludePart({ section, wishes }: FurtherPart, answers: Answers): Conclusion {
  const all = lastOfEach(wishes).map((wish) => concludeWish(section, wish, answers));
  return {
    updates: all.flatMap((each) => each.updates),
    questions: all.flatMap((each) => each.questions),
    understood: all.flatMap((each) => each.understood),
  };
}

/** Sections have properties of the same name, so that the questions about each further one have a number before their id. */
const scope = (index: number): string => `${index + 2}.`;

/** Which item is meant is found out in the file, and asked without saying for which section. */
function scoped(answers: Answers, index: number): Answers {
  const own = Object.entries(answers).flatMap(([id, answer]): [string, string][] => {
    if (id.startsWith(scope(index))) return [[id.slice(scope(index).length), answer]];
    return id.startsWith("item:") ? [[id, answer]] : [];
  });
  return Object.fromEntries(own);
}

function aboutSection(question: Question, section: CatalogueSection, index: number): Question {
  const [subject, briefly] = [shorten(section.label, 60), shorten(section.label, 20)];
  const { text, label, said } = question;
  return {
    ...question,
    id: scope(index) + question.id,
    text: `${subject}: ${text}`,
    label: shorten(`${briefly}: ${label}`, LONGEST_LABEL),
    ...(said && {
      said: {
        text: sentence("words.about", { subject, words: said.text }),
        label: sentence("words.about", { subject: briefly, words: said.label }),
      },
    }),
  };
}
