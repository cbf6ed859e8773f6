import type { Conversation } from "#src/conversations/conversation.ts";
import type { Metrics } from "#src/metrics.ts";
import type { DiscordClient } from "./discord-client.ts";
import type { Message } from "./messages.ts";
import type { Attached } from "./preview-files.ts";

/** Where a conversation's message is and how it can be changed; of one that has ended the reply token is not kept. */
export type Place = Pick<Conversation, "channel_id" | "message_id"> &
  Partial<Pick<Conversation, "reply_token" | "reply_token_expires_at">>;

/** Keeps the one message of a conversation as it should be. */
export interface MessageBoard {
  /** The message's id, found out while the reply token is good; null when it cannot be known. */
  messageId(place: Place): Promise<string | null>;
  /** Edits the message through the reply token; false when the token is no longer good, or there is none. */
  showByToken: Show;
  /**
   * Edits the message: through the reply token inside its 15 minutes, else as the bot when there is a bot token and the
   * message is known. False when there is no way left; that is not an error. What is attached to the message afterwards is
   * exactly what is given here, by default nothing.
   * @throws MessageRefused when Discord does not take the message or a file, TransientError when a later try may do it
   */
  show: Show;
}

type Show = (place: Place, message: Message, attached?: Attached) => Promise<boolean>;

export function createMessageBoard(
  discord: DiscordClient,
  now: () => Date,
  metrics: Pick<Metrics, "count">,
): MessageBoard {
  const goodToken = ({ reply_token, reply_token_expires_at = "" }: Place): string | undefined =>
    Date.parse(reply_token_expires_at) > now().getTime() ? reply_token : undefined;
  const showByToken: Show = async (place, message, attached) => {
    const token = goodToken(place);
    return token !== undefined && discord.editOriginal(token, message, attached);
  };
  const showAsBot: Show = async ({ channel_id, message_id }, message, attached) => {
    if (channel_id === undefined || message_id === undefined) return false;
    metrics.count("ReplyTokenFallbacks");
    return discord.editMessage(channel_id, message_id, message, attached);
  };
  return {
    messageId: async (place) => {
      const token = goodToken(place);
      return place.message_id ?? (token === undefined ? null : discord.originalMessageId(token));
    },
    showByToken,
    show: async (place, message, attached) =>
      (await showByToken(place, message, attached)) || showAsBot(place, message, attached),
  };
}
