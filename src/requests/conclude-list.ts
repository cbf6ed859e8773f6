import { toldBy } from "#src/words/words.ts";
import type { CatalogueField, CatalogueProperty, Item, ListEdit, Spot } from "#src/site/catalogue.ts";
import { checkField } from "#src/site/lists/check-list-edit.ts";
import { fieldsOf } from "#src/site/lists/fields-of.ts";
import { checkLink } from "#src/site/value.ts";
import type { Why } from "./draft.ts";
import type { Answers } from "./answers.ts";
import type { ParsedIntent, Question } from "./interpretation.ts";
import { isLinkWish, type ItemWish, type LinkWish, type ListWish } from "./links.ts";
import { addressField, namingField } from "./list-fields.ts";
import { askField, askTarget, questionId } from "./questions.ts";

/** What one wish about a list comes to: an edit, or what has to be asked before. */
export interface ListConclusion {
  edits: ListEdit[];
  questions: Question[];
  understood: ParsedIntent["understood"];
}

interface Folding {
  property: CatalogueProperty;
  answers: Answers;
  /** Of the wish among those about this list. */
  index: number;
}

/** Folds the answers into what is wished for a list. A link without a text is not for this: all of it is asked. */
export function concludeListWish(wish: ListWish, folding: Folding): ListConclusion {
  if (!isLinkWish(wish)) return concludeItem(wish, folding);
  const { property } = folding;
  if (property.fields === undefined) return concludeLink(wish, folding);
  const address = addressField(property);
  const given = address === null || wish.href === null ? {} : { [address]: wish.href };
  return concludeItem({ add: { [namingField(property)]: wish.label, ...given } }, folding);
}

function concludeLink(wish: LinkWish, { property, answers, index }: Folding): ListConclusion {
  const label = wish.label ?? "";
  const id = questionId("target", label, index);
  const answer = answers[id];
  const href = answer ?? wish.href;
  if (href === null) return asking(askTarget(label, id));
  const checked = checkLink({ label, href }, property.rules);
  if (!checked.ok) return asking(askTarget(label, id, toldBy(checked)));
  const understood = answer === undefined ? [] : [{ as: `target:${checked.value.href}`, from: answer }];
  return { edits: [checked.value], questions: [], understood };
}

function concludeItem(wish: ItemWish, folding: Folding): ListConclusion {
  if ("remove" in wish) return edit({ remove: meant(wish.remove, folding) });
  if ("move" in wish) return edit({ move: meant(wish.move, folding), to: meantSpot(wish.to, folding) });
  if ("change" in wish) {
    const values = valuesOf(wish.set, { item: wish.change, folding });
    const change = meant(wish.change, folding);
    return { ...values, edits: values.questions.length > 0 ? [] : [{ change, set: values.item }] };
  }
  const { property } = folding;
  const open = fieldsOf(property).flatMap(({ id, optional }) =>
    optional === true || wish.add[id] !== undefined ? [] : [[id, null]],
  );
  const name = wish.add[namingField(property)] ?? property.label;
  const values = valuesOf({ ...wish.add, ...Object.fromEntries(open) }, { item: name, folding });
  const to = wish.to === undefined ? {} : { to: meantSpot(wish.to, folding) };
  return { ...values, edits: values.questions.length > 0 ? [] : [{ add: values.item, ...to }] };
}

/** An item that several are called like was asked about. */
function meant(words: string, { answers }: Folding): string {
  return answers[questionId("item", words, 0)] ?? words;
}

function meantSpot(spot: Spot, folding: Folding): Spot {
  if (typeof spot === "string") return spot;
  return "before" in spot ? { before: meant(spot.before, folding) } : { after: meant(spot.after, folding) };
}

function valuesOf(
  wished: Record<string, string | null>,
  { item, folding }: { item: string; folding: Folding },
): Omit<ListConclusion, "edits"> & { item: Item } {
  const values: Item = {};
  const questions: Question[] = [];
  const understood: ParsedIntent["understood"] = [];
  for (const field of fieldsOf(folding.property)) {
    const value = wished[field.id];
    if (value === undefined) continue;
    const outcome = valueOf(field, value, { item, folding });
    if ("question" in outcome) questions.push(outcome.question);
    else values[field.id] = outcome.value;
    if (outcome.answer !== undefined)
      understood.push({ as: `${field.id}:${outcome.answer}`, from: outcome.answer });
  }
  return { item: values, questions, understood };
}

type Valued = ({ value: string } | { question: Question }) & { answer?: string };

function valueOf(
  field: CatalogueField,
  given: string | null,
  { item, folding }: { item: string; folding: Folding },
): Valued {
  const { property, answers, index } = folding;
  const isTarget = property.fields === undefined && field.id === "href";
  const id = isTarget
    ? questionId("target", item, index)
    : questionId("field", `${field.id} of ${item}`, index);
  const ask = (why?: Why): { question: Question } => ({
    question: isTarget
      ? askTarget(item, id, why)
      : askField(property, field, { item, id, ...(why === undefined ? {} : { why }) }),
  });
  const answer = answers[id];
  const value = answer ?? given;
  const answered = answer === undefined ? {} : { answer };
  if (value === null) return ask();
  const checked = checkField(property, field, value);
  return checked.ok ? { value: checked.value, ...answered } : ask(toldBy(checked));
}

function edit(...edits: ListEdit[]): ListConclusion {
  return { edits, questions: [], understood: [] };
}

function asking(...questions: Question[]): ListConclusion {
  return { edits: [], questions, understood: [] };
}
