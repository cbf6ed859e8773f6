import { toldBy } from "#src/words/words.ts";
import type { CatalogueProperty, CatalogueSection, ListEdit } from "#src/site/catalogue.ts";
import { checkValue } from "#src/site/value.ts";
import { sentence } from "#src/words/sentence.ts";
import type { Answers } from "./answers.ts";
import { concludeListWish } from "./conclude-list.ts";
import type { Wish } from "./draft.ts";
import type { ParsedIntent, Question } from "./interpretation.ts";
import { isLinkWish, type ListWish, readLinks } from "./links.ts";
import { echo } from "./naming.ts";
import { askValue, questionId } from "./questions.ts";

/** What one part of a draft comes to: a part of the change, questions, or both. */
export interface Conclusion {
  updates: [property: string, value: string | ListEdit[]][];
  questions: Question[];
  understood: ParsedIntent["understood"];
}

/** Folds the answers into what is wished for one property. */
export function concludeWish(section: CatalogueSection, wish: Wish, answers: Answers): Conclusion {
  const { property } = wish;
  const id = questionId("value", property.id, section.properties.indexOf(property));
  const answer = answers[id];
  const given = answer ?? wish.value;
  if (property.value === "links") return concludeLinks({ ...wish, id, given }, answers);
  if (typeof given !== "string") return asking(askValue(property, id, wish.why));
  const checked = checkValue(property, given);
  if (!checked.ok) return asking(askValue(property, id, toldBy(checked)));
  return concluded(property, checked.value, answer);
}

interface LinksWish extends Wish {
  id: string;
  given: string | ListWish[] | null;
}

function concludeLinks({ property, id, given, why }: LinksWish, answers: Answers): Conclusion {
  const wishes = typeof given === "string" ? readLinks(given) : (given ?? []);
  if (wishes.length === 0 || wishes.some((wish) => isLinkWish(wish) && wish.label === null)) {
    const unread = typeof given === "string" ? sentence("ask.links-unread", { words: echo(given) }) : why;
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

function concluded(property: CatalogueProperty, value: string, answer: string | undefined): Conclusion {
  const understood = answer === undefined ? [] : [{ as: `${property.id}:${value}`, from: answer }];
  return { updates: [[property.id, value]], questions: [], understood };
}

/** Nothing but questions. */
export function asking(...questions: Question[]): Conclusion {
  return { updates: [], questions, understood: [] };
}

/** A property that is mentioned twice gets what was said last. */
export function lastOfEach(wishes: Wish[]): Wish[] {
  return wishes.filter(
    (wish, index) => !wishes.some((other, at) => at > index && other.property === wish.property),
  );
}
