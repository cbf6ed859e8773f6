import type { Failure } from "#src/conversations/conversation.ts";
import type { ExecutionEvent, Report } from "#src/conversations/events.ts";
import { sentence } from "#src/words/sentence.ts";
import { inWords } from "#src/words/words.ts";

/** What came of a piece of work: each event of `execution` without what every report says anyway. */
export type Finding<E = ExecutionEvent> = E extends ExecutionEvent ? Omit<E, keyof Report> : never;

/** What the code of a failure begins with when a limit was the reason. */
export const LIMIT = "limit_";

/** What is reported in place of a finding that is too long to be kept. */
export function withoutWords({ type }: Finding): Finding {
  if (type === "drafted" || type === "asked")
    return { type: "draft-failed", failure: tooLong("failed.too-long") };
  if (type === "page-changed") return { type: "undone", failure: tooLong("failed.page-too-long") };
  throw new Error(`There is no room left to write down that it is ${type}`);
}

const tooLong = (key: "failed.too-long" | "failed.page-too-long"): Failure => ({
  code: "too-long",
  ...inWords(sentence(key)),
});
