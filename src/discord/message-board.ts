import type { Conversation } from "#src/conversations/conversation.ts";
import type { Metrics } from "#src/metrics.ts";
import type { DiscordClient } from "./discord-client.ts";
import type { Message } from "./messages.ts";

/** Where a conversation's message is and how it can be changed; of one that has ended the reply token is not kept. */
export type Place = Pick<Conversation, "channel_id" | "message_id"> &
  Partial<Pick<Conversation, "reply_token" | "reply_token_expires_at">>;

/** Keeps the one message of a conversation as it should be. */
export interface MessageBoard {
  /** The message's id, found out while the reply token is good; null when it cannot be known. */
  messageId(place: Place): Promise<string | null>;
  /** Edits the message through the reply token; false when the token is no longer good, or there is none. */
  showByToken(place: Place, message: Message): Promise<boolean>;
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
  const goodToken = ({ reply_token, reply_token_expires_at = "" }: Place): string | undefined =>
    Date.parse(reply_token_expires_at) > now().getTime() ? reply_token : undefined;
  const showByToken = async (place: Place, message: Message): Promise<boolean> => {
    const token = goodToken(place);
    return token !== undefined && discord.editOriginal(token, message);
  };
  const showAsBot = async ({ channel_id, message_id }: Place, message: Message): Promise<boolean> => {
    if (channel_id === undefined || message_id === undefined) return false;
    metrics.count("ReplyTokenFallbacks");
    return discord.editMessage(channel_id, message_id, message);
  };
  return {
    messageId: async (place) => {
      const token = goodToken(place);
      return place.message_id ?? (token === undefined ? null : discord.originalMessageId(token));
    },
    showByToken,
    show: async (place, message) => (await showByToken(place, message)) || showAsBot(place, message),
  };
}
