import { shorten } from "#src/site/shorten.ts";
import type { CatalogueField, CatalogueProperty, CatalogueSection } from "#src/site/catalogue.ts";
import type { Refusal } from "#src/site/refusal.ts";
import { type Sentence, inARow, sentence } from "#src/words/sentence.ts";
import type { Why } from "./draft.ts";
import { exampleSentence, exampleValue } from "./example.ts";
import type { Question } from "./interpretation.ts";
import type { Named } from "./names.ts";
import { briefly, listed } from "./naming.ts";
import { type Asked, LONGEST_TEXT, choiceOf, questionOf } from "./question-of.ts";

const LONGEST_ID = 60;
/** Discord's limit for the inputs of a modal. */
export const MOST_QUESTIONS = 5;
const MOST_CHOICES = 25;
/** The answer that takes a suggestion. */
export const YES = "yes";

/** Which section; `why` says what was wrong or doubtful before. */
export function askSection(sections: CatalogueSection[], why: Why = ""): Question {
  return chosenFrom(sections, {
    id: "section",
    why,
    text: sentence("ask.section"),
    label: sentence("label.section"),
  });
}

/** Which property of a section. */
export function askProperty(section: CatalogueSection, among: CatalogueProperty[], why: Why = ""): Question {
  return chosenFrom(among, {
    id: "property",
    why,
    text: sentence("ask.property", { section: name(section) }),
    label: sentence("label.property"),
  });
}

/** Which of the places where a text stands now. */
export function askPlace(words: string, places: { value: string; label: Sentence | string }[]): Question {
  const choices = places
    .slice(0, MOST_CHOICES)
    .map(({ value, label }) => ({ label, choice: choiceOf(value, label) }));
  const [only] = choices;
  const text =
    places.length === 1 && only
      ? sentence("ask.place-one", { words, place: only.label })
      : sentence("ask.place", { words, places: places.length });
  return questionOf({
    id: "place",
    text,
    label: sentence("label.place"),
    choices: choices.map(({ choice }) => choice),
  });
}

/** The value of a property that is not known itself yet. */
export function askAnyValue(): Question {
  return questionOf({ id: "value", text: sentence("ask.any-value"), label: sentence("label.any-value") });
}

/** Whether words that look mistyped were meant in another way. */
export function askMeant(words: string): Question {
  return questionOf({
    id: "meant",
    text: sentence("ask.meant", { words: shorten(words, LONGEST_TEXT) }),
    label: sentence("label.meant"),
    choices: [choiceOf(YES, sentence("choice.meant")), choiceOf("no", sentence("choice.not-meant"))],
  });
}

/** The whole change in words, where nothing more precise can be asked. */
export function askChange(section: CatalogueSection | undefined, why: Why = ""): Question {
  const example = section && shorten(exampleSentence(section), 120);
  const text = inARow(
    ...whatCanChange(section),
    sentence("ask.change"),
    ...(example === undefined ? [] : [sentence("ask.example-words", { example })]),
  );
  return questionOf({ id: "change", why, text, label: sentence("label.change") });
}

function whatCanChange(section: CatalogueSection | undefined): Sentence[] {
  const labels = section?.properties.map((property) => shorten(property.label, 40)) ?? [];
  return section && labels.length > 0
    ? [sentence("ask.can-change", { section: name(section), properties: listed(labels, 300) })]
    : [];
}

/** The value of one property. */
export function askValue(property: CatalogueProperty, id: string, why: Why = ""): Question {
  const isLink = property.value === "links";
  const label = isLink
    ? sentence("label.link")
    : sentence("label.value", { property: shorten(property.label, LONGEST_NAME) });
  return questionOf({
    ...choicesFor(property.rules.oneOf ?? []),
    id,
    why,
    text: inARow(whatValue(property), ...exampleOf(exampleValue(property))),
    label,
  });
}

function whatValue(property: CatalogueProperty): Sentence {
  if (property.picture) return sentence("ask.picture", { property: name(property) });
  if (property.value === "links") return sentence("ask.link");
  return sentence("ask.value", { property: name(property) });
}

const exampleOf = (example: string | null): Sentence[] =>
  example === null ? [] : [sentence("ask.example-value", { example })];

/** The values that a site lists, where a select can show all of them. */
function choicesFor(listed: string[]): Pick<Question, "choices"> {
  const values = [...new Set(listed)];
  const fits =
    values.length > 0 && values.length <= MOST_CHOICES && values.every((value) => value.length <= 100);
  return fits ? { choices: values.map((value) => ({ value, label: value })) } : {};
}

/** Where a link leads. */
export function askTarget(link: string, id: string, why: Why = ""): Question {
  return questionOf({
    id,
    why,
    text: sentence("ask.target", { link: shorten(link, 60) }),
    label: sentence("label.target", { link: shorten(link, 30) }),
  });
}

/** One value of an item of a list. */
export function askField(property: CatalogueProperty, field: CatalogueField, about: FieldQuestion): Question {
  const { item, id, why = "" } = about;
  const called = { field: shorten(field.id.replaceAll("-", " "), 40), item: shorten(item, 60) };
  const example = exampleValue({ ...property, value: field.value, rules: field.rules });
  const text = sentence("ask.field", { ...called, list: name(property) });
  return questionOf({
    ...choicesFor(field.rules.oneOf ?? []),
    id,
    why,
    text: inARow(text, ...exampleOf(example)),
    label: sentence("label.field", called),
  });
}

export interface FieldQuestion {
  item: string;
  id: string;
  why?: Why;
}

/** Which of several items that are called the same: the refusal says between which. */
export function askItem({ words, choices }: NonNullable<Refusal["which"]>, why: Why): Question {
  const question = questionOf({
    id: questionId("item", words, 0),
    text: typeof why === "string" ? inARow(why) : why,
    label: sentence("label.item", { words: shorten(words, 30) }),
    choices: choices.map(({ value, label }) => choiceOf(shorten(value, 100), label)),
  });
  return { ...question, text: shorten(question.text, LONGEST_TEXT) };
}

/** `value:color`; `index` names what has too long a name to be part of an id. */
export function questionId(
  kind: "value" | "target" | "field" | "item",
  subject: string,
  index: number,
): string {
  const id = `${kind}:${subject}`;
  return id.length <= LONGEST_ID && !subject.startsWith("#") ? id : `${kind}:#${index + 1}`;
}

/** A select where Discord can show one, else the names to type. */
function chosenFrom(things: Named[], asked: Asked): Question {
  if (things.length === 0) return questionOf(asked);
  if (things.length > MOST_CHOICES) {
    const names = sentence("ask.one-of", { names: listed(things.map(briefly), 700) });
    return questionOf({ ...asked, text: inARow(asked.text, names) });
  }
  return questionOf({ ...asked, choices: things.map(({ id, label }) => choiceOf(id, label)) });
}

const LONGEST_NAME = 60;

function name(thing: Named): string {
  return shorten(thing.label, LONGEST_NAME);
}
