import type { Failure } from "#src/conversations/conversation.ts";
import type { Asked, Drafted } from "#src/conversations/events.ts";
import type { Interpretation } from "#src/requests/interpretation.ts";
import { type Words, wordsOf } from "#src/words/words.ts";

/** What comes of a request on the site as it is now. */
export type PreviewResult =
  | ({ type: "drafted" } & Drafted)
  | ({ type: "asked" } & Asked)
  | { type: "draft-failed"; failure: Failure };

/** What is known of a request, and what is asked. */
export const asked = ({
  section,
  updates,
  parts,
  questions,
  intent,
}: Extract<Interpretation, { outcome: "unclear" }>): PreviewResult => ({
  type: "asked",
  ...(section === undefined ? {} : { section }),
  updates,
  ...(parts ? { parts } : {}),
  questions,
  parsed_intent: intent,
});

/** Why there is no preview. */
export const draftFailed = (code: string, words: Words): PreviewResult => ({
  type: "draft-failed",
  failure: { code, ...wordsOf(words) },
});
