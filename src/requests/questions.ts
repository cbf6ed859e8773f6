import { shorten } from "#src/site/shorten.ts";
import type { CatalogueField, CatalogueProperty, CatalogueSection } from "#src/site/catalogue.ts";
import type { Refusal } from "#src/site/refusal.ts";
import { exampleSentence, exampleValue } from "./example.ts";
import type { Question } from "./interpretation.ts";
import type { Named } from "./names.ts";
import { briefly, listed } from "./naming.ts";

const LONGEST_ID = 60;
export const LONGEST_LABEL = 45;
/** Discord's limit for the inputs of a modal. */
export const MOST_QUESTIONS = 5;
const LONGEST_TEXT = 350;
const MOST_CHOICES = 25;
/** The answer that takes a suggestion. */
export const YES = "yes";

/** Which section; `why` says what was wrong or doubtful before. */
export function askSection(sections: CatalogueSection[], why = ""): Question {
  return chosenFrom(sections, {
    id: "section",
    text: sentence(why, "Which part of the site should be changed?"),
    label: "Which part of the site?",
  });
}

/** Which property of a section. */
export function askProperty(section: CatalogueSection, among: CatalogueProperty[], why = ""): Question {
  return chosenFrom(among, {
    id: "property",
    text: sentence(why, `What should be changed in ${name(section)}?`),
    label: "What should be changed?",
  });
}

/** Which of the places where a text stands now. */
export function askPlace(old: string, places: { value: string; label: string }[]): Question {
  const [only] = places;
  const question =
    places.length === 1 && only
      ? `I found ${old} here: ${shorten(only.label, 200)}. Is that what you mean?`
      : `I found ${old} in ${places.length} places. Which one do you mean?`;
  const choices = places
    .slice(0, MOST_CHOICES)
    .map(({ value, label }) => ({ value, label: shorten(label, 100) }));
  return { id: "place", text: question, label: "Which place do you mean?", choices };
}

/** The value of a property that is not known itself yet. */
export function askAnyValue(): Question {
  return { id: "value", text: "What should it be from now on?", label: "What should it be?" };
}

/** Whether words that look mistyped were meant in another way. */
export function askMeant(words: string): Question {
  return {
    id: "meant",
    text: `Did you mean “${shorten(words, LONGEST_TEXT)}”?`,
    label: "Did you mean that?",
    choices: [
      { value: YES, label: "Yes, I meant that" },
      { value: "no", label: "No, I meant something else" },
    ],
  };
}

/** The whole change in words, where nothing more precise can be asked. */
export function askChange(section: CatalogueSection | undefined, why = ""): Question {
  const possible = section === undefined ? "" : whatCanChange(section);
  const example = section === undefined ? "" : ` For example: ${shorten(exampleSentence(section), 120)}.`;
  return {
    id: "change",
    text: sentence(why, `${possible}What should be changed, and what should it be?${example}`),
    label: "What should be changed, and to what?",
  };
}

function whatCanChange(section: CatalogueSection): string {
  const labels = section.properties.map((property) => shorten(property.label, 40));
  return labels.length === 0 ? "" : `In ${name(section)} I can change: ${listed(labels, 300)}. `;
}

/** The value of one property. */
export function askValue(property: CatalogueProperty, id: string, why = ""): Question {
  const example = exampleValue(property);
  const shown = example === null ? "" : ` For example: \`${example}\`.`;
  const question = property.picture
    ? `Which picture should ${name(property)} show? Attach one to \`/ux-update\`, or write the address of one on the site.`
    : property.value === "links"
      ? "Which link should be added? Write its text and its target."
      : `What should ${name(property)} be, exactly?`;
  return {
    ...choicesFor(property.rules.oneOf ?? []),
    id,
    text: sentence(why, `${question}${shown}`),
    label: shorten(
      property.value === "links" ? "Link: text and target" : `New ${property.label}`,
      LONGEST_LABEL,
    ),
  };
}

/** The values that a site lists, where a select can show all of them. */
function choicesFor(listed: string[]): Pick<Question, "choices"> {
  const values = [...new Set(listed)];
  const fits =
    values.length > 0 && values.length <= MOST_CHOICES && values.every((value) => value.length <= 100);
  return fits ? { choices: values.map((value) => ({ value, label: value })) } : {};
}

/** Where a link leads. */
export function askTarget(label: string, id: string, why = ""): Question {
  const question = `Where should the link “${shorten(label, 60)}” lead? Write a page like \`/about\` or an address like \`https://example.com\`.`;
  return {
    id,
    text: sentence(why, question),
    label: shorten(`Target of “${shorten(label, 30)}”`, LONGEST_LABEL),
  };
}

/** One value of an item of a list. */
export function askField(property: CatalogueProperty, field: CatalogueField, about: FieldQuestion): Question {
  const { item, id, why = "" } = about;
  const called = `${shorten(field.id.replaceAll("-", " "), 40)} of “${shorten(item, 60)}”`;
  const example = exampleValue({ ...property, value: field.value, rules: field.rules });
  const shown = example === null ? "" : ` For example: \`${example}\`.`;
  return {
    ...choicesFor(field.rules.oneOf ?? []),
    id,
    text: sentence(why, `What should the ${called} in ${name(property)} be?${shown}`),
    label: shorten(`The ${called}`, LONGEST_LABEL),
  };
}

export interface FieldQuestion {
  item: string;
  id: string;
  why?: string;
}

/** Which of several items that are called the same. */
export function askItem({ words, choices }: NonNullable<Refusal["which"]>, why: string): Question {
  return {
    id: questionId("item", words, 0),
    text: shorten(why, LONGEST_TEXT),
    label: shorten(`Which “${shorten(words, 30)}”?`, LONGEST_LABEL),
    choices: choices.map(({ value, label }) => ({
      value: shorten(value, 100),
      label: shorten(label, 100),
    })),
  };
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
function chosenFrom(things: Named[], question: Question): Question {
  if (things.length === 0) return question;
  if (things.length > MOST_CHOICES) {
    const names = `One of: ${listed(things.map(briefly), 700)}.`;
    return { ...question, text: `${question.text} ${names}` };
  }
  const choices = things.map(({ id, label }) => ({ value: id, label: shorten(label, 100) }));
  return { ...question, choices };
}

function sentence(why: string, question: string): string {
  return why === "" ? question : `${shorten(why, LONGEST_TEXT)} ${question}`;
}

function name(thing: Named): string {
  return shorten(thing.label, 60);
}
