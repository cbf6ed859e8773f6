import { shorten } from "#src/site/shorten.ts";
import type { Catalogue, CatalogueSection, Updates } from "#src/site/catalogue.ts";
import { sentence } from "#src/words/sentence.ts";
import type { Answers } from "./answers.ts";
import { concludeFurther } from "./conclude-further.ts";
import { type Conclusion, asking, concludeWish, lastOfEach } from "./conclude-wish.ts";
import type { Draft, Loose, Place } from "./draft.ts";
import type { Meaning, ParsedIntent, Question } from "./interpretation.ts";
import { lookUp } from "./names.ts";
import { echo } from "./naming.ts";
import { MOST_QUESTIONS, askAnyValue, askChange, askMeant, askProperty, askSection } from "./questions.ts";

/** Folds the answers into a draft: what is still open is asked, and what is good is the change. */
export function conclude(draft: Draft, answers: Answers, catalogue: Catalogue): Meaning {
  const first = concludeFirst(draft, answers, catalogue);
  const { section, further = [] } = draft;
  return section.known && draft.meant === null
    ? concludeFurther(first, further, { answers, section: section.section })
    : first;
}

function concludeFirst(draft: Draft, answers: Answers, catalogue: Catalogue): Meaning {
  if (draft.meant !== null)
    return outcome({ ...draft, section: UNKNOWN }, catalogue, [asking(askMeant(draft.meant))]);
  if (!draft.section.known) return outcome(draft, catalogue, [askWhere(draft)]);
  const { section } = draft.section;
  const parts = [
    ...lastOfEach(draft.wishes).map((wish) => concludeWish(section, wish, answers)),
    ...(draft.loose === null ? [] : [concludeLoose(section, draft.loose, answers)]),
    ...draft.doubts.slice(0, 1).map((doubt) => asking(askChange(section, doubt))),
  ];
  return outcome(
    draft,
    catalogue,
    parts.length > 0 ? parts : [concludeLoose(section, NOTHING(section), answers)],
  );
}

const UNKNOWN: Place = { known: false, among: [], why: "" };
const NOTHING = (section: CatalogueSection): Loose => ({ value: null, among: section.properties, why: "" });

function askWhere(draft: Draft): Conclusion {
  if (draft.section.known) return asking();
  const [doubt] = draft.doubts;
  const where = askSection(draft.section.among, draft.section.why);
  const nothingKnown = draft.wishes.length === 0 && draft.loose === null;
  return nothingKnown ? asking(where, askChange(undefined, doubt)) : asking(where);
}

function outcome(draft: Draft, catalogue: Catalogue, parts: Conclusion[]): Meaning {
  const updates: Updates = Object.fromEntries(parts.flatMap((part) => part.updates));
  const questions = distinct(parts.flatMap((part) => part.questions)).slice(0, MOST_QUESTIONS);
  const intent: ParsedIntent = {
    source: draft.source,
    catalogue_version: catalogue.version,
    understood: [...draft.understood, ...parts.flatMap((part) => part.understood)].map(({ as, from }) => ({
      as: shorten(as, 200),
      from: shorten(from, 200),
    })),
  };
  if (!draft.section.known) return { outcome: "unclear", updates, questions, intent };
  const { id: section, label: section_label } = draft.section.section;
  if (questions.length === 0)
    return {
      outcome: "understood",
      section,
      updates,
      notes: draft.notes,
      intent,
    };
  return { outcome: "unclear", section, updates, questions, intent: { ...intent, section_label } };
}

/** The property is asked, and the value in the same breath when it is not known either. */
function concludeLoose(section: CatalogueSection, loose: Loose, answers: Answers): Conclusion {
  const value = loose.value ?? answers["value"] ?? null;
  const questions = value === null ? [askAnyValue()] : [];
  const answer = answers["property"];
  if (answer === undefined) return asking(askProperty(section, loose.among, loose.why), ...questions);
  const { found } = lookUp(section.properties, answer.replace(/^\s*(?:the|its|our|my)\s+/i, ""));
  if (found === null) {
    const about = { words: echo(answer), section: shorten(section.label, 60) };
    const why = sentence("ask.no-property", about);
    return asking(askProperty(section, loose.among, why), ...questions);
  }
  const concludedWish = concludeWish(section, { property: found, value, why: "" }, answers);
  return {
    ...concludedWish,
    understood: [{ as: `property:${found.id}`, from: answer }, ...concludedWish.understood],
  };
}

/** Two links of one name are asked for once. */
function distinct(questions: Question[]): Question[] {
  return [...new Map(questions.map((question) => [question.id, question])).values()];
}
