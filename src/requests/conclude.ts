import { shorten } from "#src/site/shorten.ts";
import { checkValue } from "#src/site/value.ts";
import type {
  Catalogue,
  CatalogueProperty,
  CatalogueSection,
  ListEdit,
  Updates,
} from "#src/site/catalogue.ts";
import type { Answers } from "./answers.ts";
import { concludeListWish } from "./conclude-list.ts";
import type { Draft, Loose, Place, Wish } from "./draft.ts";
import type { Meaning, ParsedIntent, Question } from "./interpretation.ts";
import { isLinkWish, type ListWish, readLinks } from "./links.ts";
import { lookUp } from "./names.ts";
import { echo } from "./naming.ts";
import {
  askAnyValue,
  askChange,
  askMeant,
  askProperty,
  askSection,
  askValue,
  questionId,
} from "./questions.ts";

const MOST_QUESTIONS = 5;

/** What one part of a draft comes to: a part of the change, questions, or both. */
interface Conclusion {
  updates: [property: string, value: string | ListEdit[]][];
  questions: Question[];
  understood: ParsedIntent["understood"];
}

/** Folds the answers into a draft: what is still open is asked, and what is good is the change. */
export function conclude(draft: Draft, answers: Answers, catalogue: Catalogue): Meaning {
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

function concludeWish(section: CatalogueSection, wish: Wish, answers: Answers): Conclusion {
  const { property } = wish;
  const id = questionId("value", property.id, section.properties.indexOf(property));
  const answer = answers[id];
  const given = answer ?? wish.value;
  if (property.value === "links") return concludeLinks({ ...wish, id, given }, answers);
  if (typeof given !== "string") return asking(askValue(property, id, wish.why));
  const checked = checkValue(property, given);
  if (!checked.ok) return asking(askValue(property, id, checked.message));
  return concluded(property, checked.value, answer);
}

interface LinksWish extends Wish {
  id: string;
  given: string | ListWish[] | null;
}

function concludeLinks({ property, id, given, why }: LinksWish, answers: Answers): Conclusion {
  const wishes = typeof given === "string" ? readLinks(given) : (given ?? []);
  if (wishes.length === 0 || wishes.some((wish) => isLinkWish(wish) && wish.label === null)) {
    const unread = typeof given === "string" ? `I cannot tell text and target in “${echo(given)}”.` : why;
    return asking(askValue(property, id, unread));
  }
  const parts = wishes.map((wish, index) => concludeListWish(wish, { property, answers, index }));
  const good = parts.flatMap((each) => each.edits);
  return {
    updates: good.length > 0 ? [[property.id, good]] : [],
    questions: parts.flatMap((each) => each.questions),
    understood: parts.flatMap((each) => each.understood),
  };
}

/** The property is asked, and the value in the same breath when it is not known either. */
function concludeLoose(section: CatalogueSection, loose: Loose, answers: Answers): Conclusion {
  const value = loose.value ?? answers["value"] ?? null;
  const questions = value === null ? [askAnyValue()] : [];
  const answer = answers["property"];
  if (answer === undefined) return asking(askProperty(section, loose.among, loose.why), ...questions);
  const { found } = lookUp(section.properties, answer.replace(/^\s*(?:the|its|our|my)\s+/i, ""));
  if (found === null) {
    const why = `There is no “${echo(answer)}” in ${shorten(section.label, 60)}.`;
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

/** A property that is mentioned twice gets what was said last. */
function lastOfEach(wishes: Wish[]): Wish[] {
  return wishes.filter(
    (wish, index) => !wishes.some((other, at) => at > index && other.property === wish.property),
  );
}

function concluded(property: CatalogueProperty, value: string, answer: string | undefined): Conclusion {
  const understood = answer === undefined ? [] : [{ as: `${property.id}:${value}`, from: answer }];
  return { updates: [[property.id, value]], questions: [], understood };
}

function asking(...questions: Question[]): Conclusion {
  return { updates: [], questions, understood: [] };
}
