import { createHash } from "node:crypto";
import { shorten } from "#src/site/shorten.ts";
import type { Moved } from "#src/site/undo/undo-site.ts";
import { inARow, sentence } from "#src/words/sentence.ts";
import type { Question } from "./interpretation.ts";
import { choiceOf, questionOf } from "./question-of.ts";

/** The answers to {@link askMoved}. */
export const BRING_BACK = "back";
export const LEAVE = "leave";

const MOST_SHOWN = 4;
const LONGEST = 100;

/** Whether an undo may write over what someone has changed since. The answer holds for these values only. */
export function askMoved(moved: Moved[]): Question {
  const values = moved.slice(0, MOST_SHOWN).map(({ subject, now, published, before }) =>
    sentence("ask.moved-value", {
      subject,
      now: short(now),
      published: short(published),
      before: short(before),
    }),
  );
  const more = moved.length - MOST_SHOWN;
  return questionOf({
    id: `undo:${digestOf(moved)}`,
    text: inARow(
      sentence("ask.moved"),
      ...values,
      ...(more > 0 ? [sentence("ask.moved-more", { more })] : []),
      sentence("ask.bring-back"),
    ),
    label: sentence("label.bring-back"),
    choices: [choiceOf(BRING_BACK, sentence("choice.bring-back")), choiceOf(LEAVE, sentence("choice.leave"))],
  });
}

const short = (value: string): string => shorten(value.replaceAll(/\s+/g, " "), LONGEST);

const digestOf = (moved: Moved[]): string =>
  createHash("sha256")
    .update(JSON.stringify(moved.map(({ section, property, now }) => [section, property, now])))
    .digest("hex")
    .slice(0, 16);
