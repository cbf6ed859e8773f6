import type { Conversation } from "#src/conversations/conversation.ts";
import type { Metrics } from "#src/metrics.ts";
import type { DiscordClient } from "./discord-client.ts";
import type { Message } from "./messages.ts";

/** Where a conversation's message is and how it can be changed. */
export type Place = Pick<
  Conversation,
  "reply_token" | "reply_token_expires_at" | "channel_id" | "message_id"
>;

/** Keeps the one message of a conversation as it should be. */
export interface MessageBoard {
  /** The message's id, found out while the reply token is good; null when it cannot be known. */
  messageId(place: Place): Promise<string | null>;
  /**
   * Edits the message: through the reply token inside its 15 minutes, else as the bot when there is a bot token and the
   * message is known. False when there is no way left; that is not an error.
   */
  show(place: Place, message: Message): Promise<boolean>;
}

export function createMessageBoard(
  discord: DiscordClient,
  now: () => Date,
  metrics: Pick<Metrics, "count">,
): MessageBoard {
  const tokenIsGood = ({ reply_token_expires_at }: Place) =>
    Date.parse(reply_token_expires_at) > now().getTime();
  const asBot = async ({ channel_id, message_id }: Place, message: Message): Promise<boolean> => {
    if (channel_id === undefined || message_id === undefined) return false;
    metrics.count("ReplyTokenFallbacks");
    return discord.editMessage(channel_id, message_id, message);
  };
  return {
    messageId: async (place) =>
      place.message_id ?? (tokenIsGood(place) ? discord.originalMessageId(place.reply_token) : null),
    show: async (place, message) =>
      (tokenIsGood(place) && (await discord.editOriginal(place.reply_token, message))) ||
      asBot(place, message),
  };
}
