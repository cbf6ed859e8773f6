import type { GuildConversations } from "#src/conversations/guild-conversations.ts";
import { type ShownStatus, type Summary, isGone, summaryOf } from "./conversation-view.ts";

export interface OpenPorts {
  guildConversations: GuildConversations;
  now: () => Date;
}

/** By whom or what a request is waited for. One that is published or withdrawn needs no one. */
export type Need = "failed" | "owner" | "approval" | "work";

const needs: Partial<Record<ShownStatus, Need>> = {
  failed: "failed",
  clarifying: "owner",
  previewed: "owner",
  approving: "approval",
  drafting: "work",
  confirmed: "work",
  withdrawing: "work",
};

export type OpenConversation = Summary & { need: Need };

/** The most that one answer holds. */
const MOST = 100;

/**
 * What is open, failed and waiting in a server, or in all of them: the newest first, with one read of the index and one batch
 * get. `more`: there are older ones.
 */
export async function openConversations(
  { guildConversations, now }: OpenPorts,
  guildId?: string,
): Promise<{ conversations: OpenConversation[]; more: boolean }> {
  const { stored, more } =
    guildId === undefined
      ? await guildConversations.everywhere(MOST)
      : await guildConversations.newest(guildId, MOST);
  const at = now();
  const conversations = stored
    .filter((one) => !isGone(one, at))
    .flatMap((one) => {
      const summary = summaryOf(one, at);
      const need = needs[summary.status];
      return need && summary.live ? [{ ...summary, need }] : [];
    });
  return { conversations, more };
}
