import { readCustomId } from "#src/discord/custom-id.ts";
import { conversationOf, EPHEMERAL, pressables, wordsOf } from "./conversation-ids.ts";
import { type Shown, state } from "./state.ts";

/** The words alone say what it is; what came from a form or a message has none that the channel shows. */
const COMMAND = /^\/(?:ux-update (?:description|command): |Request a change$)/;

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

/** The preview that a message shows and that waits; null for any other message. */
export function askedIn(shown: Shown): Asked | null {
  const { flags, interaction_metadata: started, edited_timestamp, timestamp } = shown.message;
  if ((flags & EPHEMERAL) !== 0) return null;
  const target = pressables(shown.message)
    .map(({ customId }) => readCustomId(customId))
    .find((each) => each?.action === "confirm" || each?.action === "approve");
  if (!target) return null;
  const { conversation_id: conversation, revision } = target;
  const typed = wordsOf(conversationOf(shown) ?? conversation);
  return {
    conversation,
    revision,
    by: started?.user.id ?? "",
    words: typed.replace(COMMAND, "") || firstChange(shown),
    at: Date.parse(edited_timestamp ?? timestamp),
  };
}

function firstChange({ message: { embeds } }: Shown): string {
  const [{ title = "", description = "" } = {}] = embeds;
  const [section = ""] = title.split(" · ");
  const [change = ""] = description.split("\n");
  return `${section}: ${change.replaceAll("*", "")}`;
}
