import type { GuildConversations } from "#src/conversations/guild-conversations.ts";
import type { Stored } from "#src/conversations/transitions.ts";
import {
  type Need,
  type OpenConversation,
  type ShownStatus,
  isGone,
  summaryOf,
} from "./conversation-view.ts";

export interface OpenPorts {
  guildConversations: GuildConversations;
  now: () => Date;
}

const needs: Partial<Record<ShownStatus, Need>> = {
  failed: "failed",
  clarifying: "owner",
  previewed: "owner",
  approving: "approval",
  drafting: "work",
  confirmed: "work",
  withdrawing: "work",
};

/** The most that one answer holds. */
export const MOST_OPEN = 100;

/** A list of what is open; `more`: there are older ones. */
export interface Open {
  conversations: OpenConversation[];
  more: boolean;
}

/**
 * What is open, failed and waiting in a server: the newest first, with one query and one batch get.
 */
export const openInServer = async ({ guildConversations, now }: OpenPorts, guildId: string): Promise<Open> =>
  openAmong(await guildConversations.newest(guildId, MOST_OPEN), now());

/** Those that need someone, without what has expired. */
export function openAmong({ stored, more }: { stored: Stored[]; more: boolean }, at: Date): Open {
  const conversations = stored
    .filter((one) => !isGone(one, at))
    .flatMap((one) => {
      const summary = summaryOf(one, at);
      const need = needs[summary.status];
      return need && summary.live ? [{ ...summary, need }] : [];
    });
  return { conversations, more };
}
