import type { SiteItem } from "#entities/site.ts";
import type { Applied } from "#src/conversations/conversation-repository.ts";
import type { DecidePorts } from "#src/conversations/decide.ts";
import type { Answer } from "#src/conversations/events.ts";
import { type FormValue, answerOf } from "#src/requests/form-values.ts";
import type { Meaning } from "#src/requests/interpretation.ts";
import { checkValue } from "#src/site/value.ts";
import type { Click } from "./click.ts";
import { type UnderstandPorts, understand } from "./understand.ts";
import { sentence } from "#src/words/sentence.ts";
import { type Words, inWords, toldBy } from "#src/words/words.ts";

export interface EditPorts extends DecidePorts, UnderstandPorts {}

/** Adds what was answered; `execution` finds out what it means together with the rest. */
export async function answer(ports: DecidePorts, click: Click, answers: Answer[]): Promise<Applied> {
  return ports.conversations.apply({
    ...click,
    type: "answer",
    answers,
    ttl: ports.lifetimes.afterInput(click.at),
  });
}

/** What a person wrote into the form: other words in place of the request's, and values that hold whatever the words say. */
export interface Edited {
  site: SiteItem;
  /** Null: the words stay. */
  request: { command?: string; description?: string } | null;
  values: FormValue[];
}

/**
 * Changes what is asked for. What means nothing on this site, and words of which nothing is understood, leave the request as
 * it was, with its preview: `refused` says why.
 */
export async function edit(
  ports: EditPorts,
  click: Click,
  { site, request, values }: Edited,
): Promise<Applied | ({ ok: "refused" } & Words)> {
  const answers = values.map(answerOf);
  const wrong = wrongValue(site, values);
  if (wrong !== null)
    return { ok: "refused", ...inWords(sentence("edit.wrong-value", { problem: toldBy(wrong) })) };
  const refused = request && (await refusedWords(ports, site, { ...request, answers }));
  if (refused) return { ok: "refused", ...refused };
  return ports.conversations.apply({
    ...click,
    type: "edit",
    ...(request ? { request } : {}),
    answers,
    ttl: ports.lifetimes.afterInput(click.at),
  });
}

/** What is wrong with the first value that cannot be taken. What the stored catalogue does not have is left to `execution`. */
export function wrongValue({ catalogue }: SiteItem, values: FormValue[]): Words | null {
  for (const { section, property: id, value } of values) {
    const known = catalogue?.sections.find((one) => one.id === section);
    const property = known?.properties.find((one) => one.id === id);
    const checked = property && value !== "" ? checkValue(property, value) : null;
    if (checked?.ok === false) return checked;
  }
  return null;
}

async function refusedWords(
  ports: EditPorts,
  site: SiteItem,
  { answers, ...words }: { command?: string; description?: string; answers: Answer[] },
): Promise<Words | null> {
  const given = Object.fromEntries(answers.map(({ question, answer }) => [question, answer]));
  const meaning = await understand(ports, site, { ...words, image_count: 0, answers: given });
  if (meaning?.outcome === "refused") return meaning;
  return meaning?.outcome === "unclear" && isNothing(meaning) ? notUnderstood(meaning) : null;
}

type Unclear = Extract<Meaning, { outcome: "unclear" }>;

/** Whether not even a part of a change is known, nor what it is about. */
const isNothing = ({ updates, parts, questions }: Unclear): boolean =>
  Object.keys(updates).length === 0 &&
  !parts &&
  questions.some(({ id }) => id === "change" || id === "section" || id === "meant");

const notUnderstood = ({ questions: [question] }: Unclear): Words =>
  inWords(sentence("edit.not-understood", { question: question?.said?.text ?? question?.text ?? "" }));
