import type { ConversationRepository } from "#src/conversations/conversation-repository.ts";
import { isForgotten } from "#src/conversations/conversation.ts";
import { type Detail, detailOf } from "./conversation-view.ts";

export interface ShowPorts {
  conversations: Pick<ConversationRepository, "find">;
  now: () => Date;
}

/** A conversation or its record, with one read; null when there is neither. An expired one is shown as expired. */
export async function showConversation(ports: ShowPorts, conversationId: string): Promise<Detail | null> {
  const stored = await ports.conversations.find(conversationId);
  const now = ports.now();
  if (!stored || ("record" in stored && isForgotten(stored.record, now))) return null;
  return detailOf(stored, now);
}

/** The answer for an id that neither a conversation nor a record has. */
export const noConversation = (conversationId: string): string =>
  `There is no conversation ${conversationId}, or it is no longer kept.`;
