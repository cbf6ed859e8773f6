import type { ConversationRepository } from "#src/conversations/conversation-repository.ts";
import { type Conversation, phaseOf } from "#src/conversations/conversation.ts";
import { type DecidePorts, decide } from "#src/conversations/decide.ts";
import { tokensAfter } from "#src/conversations/reply-tokens.ts";
import type { EventRefusal } from "#src/conversations/transitions.ts";
import { type Detail, detailOf } from "./conversation-view.ts";
import { noConversation } from "./show-conversation.ts";

export interface RetryPorts extends DecidePorts {
  conversations: Pick<ConversationRepository, "find" | "apply">;
  now: () => Date;
}

export type Retried =
  | { ok: true; conversation: Detail }
  | { ok: false; reason: "not-found" | "refused"; message: string };

/**
 * Tries a failed conversation again for its owner: publishes what was shown or, when nothing was, makes a preview.
 * `execution` does the work after this returns.
 * @param requestId the id of the operator's request; repeating the request gives the first answer again
 */
export async function retryConversation(
  ports: RetryPorts,
  conversationId: string,
  requestId: string,
): Promise<Retried> {
  const stored = await ports.conversations.find(conversationId);
  if (!stored) return { ok: false, reason: "not-found", message: noConversation(conversationId) };
  if ("record" in stored) return refused(`It has ended (${stored.record.outcome}): ${only}.`);
  const applied = await apply(ports, stored.conversation, requestId);
  const now = applied.ok ? applied.conversation : repeated(applied.refusal);
  if (now) return { ok: true, conversation: detailOf({ conversation: now }, ports.now()) };
  return refused(applied.ok ? words["not-found"] : words[applied.refusal.refused]);
}

const apply = (ports: RetryPorts, conversation: Conversation, requestId: string) =>
  decide(ports, phaseOf(conversation) === "undrafted" ? "redraft" : "retry", {
    conversation_id: conversation.conversation_id,
    revision: conversation.revision,
    by: "operator",
    privileged: true,
    guild_id: undefined,
    interaction_id: requestId,
    tokens: tokensAfter(conversation, ports.now()),
    at: ports.now(),
  });

const repeated = (refusal: EventRefusal): Conversation | undefined =>
  refusal.refused === "repeated" ? refusal.conversation : undefined;

const refused = (message: string): Retried => ({ ok: false, reason: "refused", message });

const only = "only a failed conversation that is still live can be tried again";
const changed = "It has changed in this moment: look at it again.";

/** Why a conversation cannot be tried again, for an operator. */
const words: Record<EventRefusal["refused"], string> = {
  "not-found": "It has been removed in this moment.",
  "not-yours": "Only its owner may do that.",
  elsewhere: "It was asked for in another server.",
  expired: "It has expired: its owner can ask again with /ux-update.",
  cancelled: "Its owner has cancelled it.",
  repeated: "This was asked for before.",
  replaced: changed,
  failed: changed,
  drafting: `It has not failed, its preview is being prepared: ${only}.`,
  unanswered: `It has not failed, it waits for its owner to answer a question: ${only}.`,
  previewed: `It has not failed, it waits for its owner to decide: ${only}.`,
  "own-change": changed,
  "approved-already": changed,
  "approvals-missing": changed,
  outpaced: changed,
  approving: `It has not failed, it waits for others to approve it: ${only}.`,
  publishing: `It has not failed, it is being published: ${only}.`,
  published: `It has not failed, it is published: ${only}.`,
  "too-late": `It has not failed, it is published: ${only}.`,
  "too-long": "It is too long to be kept with this: its owner can ask again with /ux-update.",
  withdrawing: `It has not failed, it is being withdrawn: ${only}.`,
  withdrawn: `It has not failed, it was withdrawn: ${only}.`,
};
