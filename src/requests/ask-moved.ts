import { createHash } from "node:crypto";
import { shorten } from "#src/site/shorten.ts";
import type { Moved } from "#src/site/undo/undo-site.ts";
import type { Question } from "./interpretation.ts";

/** The answers to {@link askMoved}. */
export const BRING_BACK = "back";
export const LEAVE = "leave";

const MOST_SHOWN = 4;
const LONGEST = 100;

/** Whether an undo may write over what someone has changed since. The answer holds for these values only. */
export function askMoved(moved: Moved[]): Question {
  const lines = moved
    .slice(0, MOST_SHOWN)
    .map(
      ({ subject, published, now, before }) =>
        `${subject} says “${short(now)}” now, and not “${short(published)}” as published; before that it said “${short(before)}”.`,
    );
  const more = moved.length > MOST_SHOWN ? ` So have ${moved.length - MOST_SHOWN} more values.` : "";
  return {
    id: `undo:${digestOf(moved)}`,
    text: `The site has changed since this was published. ${lines.join(" ")}${more} Should the earlier values come back all the same?`,
    label: "Bring the earlier values back?",
    choices: [
      { value: BRING_BACK, label: "Yes, bring the earlier values back" },
      { value: LEAVE, label: "No, leave what has changed since" },
    ],
  };
}

const short = (value: string): string => shorten(value.replaceAll(/\s+/g, " "), LONGEST);

const digestOf = (moved: Moved[]): string =>
  createHash("sha256")
    .update(JSON.stringify(moved.map(({ section, property, now }) => [section, property, now])))
    .digest("hex")
    .slice(0, 16);
