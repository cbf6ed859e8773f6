import type { Conversation } from "#src/conversations/conversation.ts";
import { isAnsweredBy } from "#src/conversations/lifetimes.ts";
import { type Standing, isClickUnproven, usableTokens } from "#src/conversations/reply-tokens.ts";
import type { Metrics } from "#src/metrics.ts";
import { type DiscordClient, MOST_MESSAGES } from "./discord-client.ts";
import type { Message } from "./messages.ts";
import type { Posting } from "./posting.ts";
import type { Attached } from "./preview-files.ts";

/** Where a conversation's message is and how it can be changed; of one that has ended the reply token is not kept. */
export type Place = Pick<
  Conversation,
  | "channel_id"
  | "message_id"
  | "reply_token"
  | "reply_token_expires_at"
  | "click_token"
  | "click_token_expires_at"
>;

/** What a look at Discord tells: the message's id, where it is known, and what the last click's token is good for. */
export interface Look {
  message_id?: string;
  standing: Standing;
}

/** Keeps the one message of a conversation as it should be. */
export interface MessageBoard {
  /** Finds out the message's id, and whether the last click's token is good for that message. */
  look(place: Place): Promise<Look>;
  /** Edits the message through a reply token; false when none is good any more, or there is none. */
  showByToken: Show;
  /**
   * Edits the message: through a reply token inside its 15 minutes, else as the bot when there is a bot token and the
   * message is known. False when there is no way left; that is not an error. What is attached to the message afterwards is
   * exactly what is given here, by default nothing.
   * @throws MessageRefused when Discord does not take the message or a file, TransientError when a later try may do it
   */
  show: Show;
  /**
   * What is attached to the message, with addresses of now; null when there is no way to the message.
   * @throws TransientError when a later try may do it
   */
  attachments(place: Place): Promise<{ name: string; url: string }[] | null>;
  /**
   * Has a new message stand in a channel once, however often and however late it is asked for. Soon after what it tells of,
   * Discord knows it by its nonce; later it is looked for before it is posted.
   * @param since when what it tells of happened
   * @returns false when Discord does not let the bot post, or, later, read what is there
   * @throws TransientError when a later try may do it
   */
  announce(channelId: string, posting: Posting, since: Date): Promise<boolean>;
}

/** How long Discord surely keeps a nonce unique ("the past few minutes"), in milliseconds. */
const NONCE_LASTS = 2 * 60_000;
/** The clocks of AWS and Discord may differ by this much, in milliseconds. */
const CLOCKS = 10_000;

type Show = (place: Place, message: Message, attached?: Attached) => Promise<boolean>;

export function createMessageBoard(
  discord: DiscordClient,
  now: () => Date,
  metrics: Pick<Metrics, "count">,
): MessageBoard {
  const showByToken: Show = async (place, message, attached) => {
    for (const { token, expires_at } of usableTokens(place, now())) {
      const isAnswered = isAnsweredBy(now(), expires_at);
      if (await discord.editOriginal({ token, isAnswered }, message, attached)) return true;
    }
    return false;
  };
  const showAsBot: Show = async ({ channel_id, message_id }, message, attached) => {
    if (channel_id === undefined || message_id === undefined) return false;
    metrics.count("ReplyTokenFallbacks");
    return discord.editMessage({ channel_id, message_id }, message, attached);
  };
  return {
    look: async (place) => {
      const { message_id } = place;
      const [newest] = usableTokens(place, now());
      const isUnproven = isClickUnproven(place, now());
      const isKnown = message_id !== undefined && !isUnproven;
      // Without a try again: while Discord does not know a click's token yet, it proves nothing.
      const found = newest && !isKnown ? await discord.originalMessageId(newest.token, isUnproven) : null;
      if (found === null) return { ...(message_id === undefined ? {} : { message_id }), standing: "unknown" };
      const isItsOwn = message_id === undefined || found === message_id;
      return { message_id: message_id ?? found, standing: isItsOwn ? "proven" : "elsewhere" };
    },
    showByToken,
    attachments: async (place) => {
      for (const { token, expires_at } of usableTokens(place, now())) {
        const found = await discord.attachments({ token, isAnswered: isAnsweredBy(now(), expires_at) });
        if (found) return found;
      }
      const { channel_id, message_id } = place;
      return channel_id === undefined || message_id === undefined
        ? null
        : discord.attachments({ channel_id, message_id });
    },
    announce: async (channelId, posting, since) => {
      const isThere =
        now().getTime() - since.getTime() > NONCE_LASTS &&
        (await lookFor(discord, { channelId, posting, since }));
      if (isThere === "perhaps") return false;
      return isThere || discord.post(channelId, posting.body);
    },
    show: async (place, message, attached) =>
      (await showByToken(place, message, attached)) || showAsBot(place, message, attached),
  };
}

/** Whether a message stands in a channel; `perhaps` where the bot cannot see all that came since. */
async function lookFor(
  discord: Pick<DiscordClient, "messagesSince">,
  { channelId, posting, since }: { channelId: string; posting: Posting; since: Date },
): Promise<boolean | "perhaps"> {
  const there = await discord.messagesSince(channelId, new Date(since.getTime() - CLOCKS));
  if (there?.some((message) => message.author.bot === true && posting.isSame(message))) return true;
  return !there || there.length >= MOST_MESSAGES ? "perhaps" : false;
}
