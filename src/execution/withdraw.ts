import { failed } from "#src/sites/site-reader.ts";
import { sentence } from "#src/words/sentence.ts";
import { inWords } from "#src/words/words.ts";
import type { Conversation, Failure } from "#src/conversations/conversation.ts";
import type { PreviewPorts } from "./make-preview.ts";

export type Withdrawing = Extract<Conversation, { status: "withdrawing" }>;

/**
 * Takes back what was published, unless it is merged. Repeating it is safe.
 * @throws TransientError when a later try may do it
 */
export async function withdraw(
  ports: Pick<PreviewPorts, "openSite">,
  conversation: Withdrawing,
): Promise<{ type: "withdrawn" } | { type: "withdraw-failed"; failure: Failure }> {
  const site = await ports.openSite(conversation.site);
  if (!site) return notWithdrawn({ code: "no-site", ...inWords(sentence("failed.site-removed")) });
  const outcome = await site.publisher.withdraw(conversation.result);
  if (!outcome.ok) return notWithdrawn(failed(outcome.failure).failure);
  if ("withdrawn" in outcome) return { type: "withdrawn" };
  return notWithdrawn({ code: "merged", ...inWords(sentence("failed.merged")) });
}

const notWithdrawn = (failure: Failure) => ({ type: "withdraw-failed" as const, failure });
