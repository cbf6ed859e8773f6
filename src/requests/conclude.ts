import { shorten } from "#src/site/shorten.ts";
import { checkLink, checkValue } from "#src/site/value.ts";
import type { Catalogue, CatalogueProperty, CatalogueSection, Link, Updates } from "#src/site/catalogue.ts";
import type { Answers } from "./answers.ts";
import type { Draft, Loose, Place, Wish } from "./draft.ts";
import type { Meaning, ParsedIntent, Question } from "./interpretation.ts";
import { type LinkWish, readLinks } from "./links.ts";
import { lookUp } from "./names.ts";
import { echo } from "./naming.ts";
import {
  askAnyValue,
  askChange,
  askMeant,
  askProperty,
  askSection,
  askTarget,
  askValue,
  questionId,
} from "./questions.ts";

const MOST_QUESTIONS = 5;

/** What one part of a draft comes to: a part of the change, questions, or both. */
interface Conclusion {
  updates: [property: string, value: string | Link[]][];
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
  given: string | LinkWish[] | null;
}

function concludeLinks({ property, id, given, why }: LinksWish, answers: Answers): Conclusion {
  const wishes = typeof given === "string" ? readLinks(given) : (given ?? []);
  const named = wishes.filter((wish): wish is NamedLink => wish.label !== null);
  if (named.length === 0 || named.length < wishes.length) {
    const unread = typeof given === "string" ? `I cannot tell text and target in “${echo(given)}”.` : why;
    return asking(askValue(property, id, unread));
  }
  const links = named.map((wish, index) => {
    const target = questionId("target", wish.label, index);
    return concludeLink(property, { ...wish, id: target }, answers[target]);
  });
  const good = links.flatMap((each) => each.links);
  return {
    updates: good.length > 0 ? [[property.id, good]] : [],
    questions: links.flatMap((each) => each.questions),
    understood: links.flatMap((each) => each.understood),
  };
}

type NamedLink = LinkWish & { label: string };

function concludeLink(
  property: CatalogueProperty,
  wish: NamedLink & { id: string },
  answer: string | undefined,
): Conclusion & { links: Link[] } {
  const { id, label } = wish;
  const href = answer ?? wish.href;
  if (href === null) return { ...asking(askTarget(label, id)), links: [] };
  const checked = checkLink({ label, href }, property.rules);
  if (!checked.ok) return { ...asking(askTarget(label, id, checked.message)), links: [] };
  const understood = answer === undefined ? [] : [{ as: `target:${checked.value.href}`, from: answer }];
  return { updates: [], questions: [], understood, links: [checked.value] };
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
