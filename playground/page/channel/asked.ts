import { readCustomId } from "#src/discord/custom-id.ts";
import { conversationOf, EPHEMERAL, pressables, wordsOf } from "./conversation-ids.ts";
import { type Shown, state } from "./state.ts";

/** The words alone say what it is. */
const COMMAND = /^\/ux-update (?:description|command): /;

/** A preview that waits to be confirmed or approved. */
export interface Asked {
  conversation: string;
  revision: number;
  /** Who asked for it; empty when it is not known here. */
  by: string;
  words: string;
  /** When its message was last written, in epoch milliseconds. */
  at: number;
}

/** Every preview of the channel that waits. */
export const askedNow = (): Asked[] => [...state.messages.values()].flatMap((shown) => askedIn(shown) ?? []);

function askedIn(shown: Shown): Asked | null {
  const { flags, interaction_metadata: started, edited_timestamp, timestamp } = shown.message;
  if ((flags & EPHEMERAL) !== 0) return null;
  const target = pressables(shown.message)
    .map(({ customId }) => readCustomId(customId))
    .find((each) => each?.action === "confirm" || each?.action === "approve");
  if (!target) return null;
  const { conversation_id: conversation, revision } = target;
  return {
    conversation,
    revision,
    by: started?.user.id ?? "",
    words: wordsOf(conversationOf(shown) ?? conversation).replace(COMMAND, ""),
    at: Date.parse(edited_timestamp ?? timestamp),
  };
}
