import type { ConversationItem } from "#entities/conversation.ts";

/** A secret with which Discord lets us edit one message, and until when, in ISO 8601. */
export interface ReplyToken {
  token: string;
  expires_at: string;
}

/** The tokens that an item holds. */
export type Held = Pick<
  ConversationItem,
  "reply_token" | "reply_token_expires_at" | "click_token" | "click_token_expires_at"
>;

/** What is known of the last click's token: Discord knows it for the conversation's message, for another one, or neither. */
export type Standing = "proven" | "elsewhere" | "unknown";

/** What a write makes of the stored tokens. */
export interface TokenChange {
  set: Held;
  remove: (keyof Held)[];
}

const tokenIn = (token?: string, expires_at?: string): ReplyToken | null =>
  token !== undefined && expires_at !== undefined ? { token, expires_at } : null;

const isGood = (token: ReplyToken | null, now: Date): token is ReplyToken =>
  token !== null && Date.parse(token.expires_at) > now.getTime();

function clickToken(of: Held, now: Date): ReplyToken | null {
  const token = tokenIn(of.click_token, of.click_token_expires_at);
  return isGood(token, now) ? token : null;
}

function provenToken(of: Held, now: Date): ReplyToken | null {
  const token = tokenIn(of.reply_token, of.reply_token_expires_at);
  return isGood(token, now) ? token : null;
}

/** Whether the last click brought a token that is not known to work. */
export const isClickUnproven = (of: Held, now: Date): boolean => clickToken(of, now) !== null;

/** The tokens to try, in this order. An edit by the last click's cannot come before the answer to that click. */
export const usableTokens = (of: Held, now: Date): ReplyToken[] =>
  [clickToken(of, now), provenToken(of, now)].filter((token) => token !== null);

/** The tokens of an item, and nothing else of it. */
export const tokensIn = (item: Held): Held =>
  Object.fromEntries(Object.entries(item).filter(([name]) => TOKEN_ATTRIBUTES.has(name)));

const ofReply = ["reply_token", "reply_token_expires_at"] as const;
const ofClick = ["click_token", "click_token_expires_at"] as const;
/** The attributes of a conversation that hold reply tokens, or say how long they work. */
export const TOKEN_ATTRIBUTES: ReadonlySet<string> = new Set([...ofReply, ...ofClick]);

/** What a click leaves: its token beside the one that works. */
export const withClick = ({ token, expires_at }: ReplyToken): TokenChange => ({
  set: { click_token: token, click_token_expires_at: expires_at },
  remove: [],
});

/** What a write leaves of the tokens that were read: none that is over, and a proven one in the place of the one before. */
export function tokensAfter(of: Held, now: Date, standing: Standing = "unknown"): TokenChange {
  const [click, proven] = [clickToken(of, now), provenToken(of, now)];
  // Where nothing works any more, there is nothing that an unproven one could take the place of.
  if (click && (standing === "proven" || (standing === "unknown" && !proven)))
    return {
      set: { reply_token: click.token, reply_token_expires_at: click.expires_at },
      remove: [...ofClick],
    };
  const isClickGone = of.click_token !== undefined && (!click || standing === "elsewhere");
  const isReplyGone = of.reply_token !== undefined && !proven;
  return { set: {}, remove: [...(isClickGone ? ofClick : []), ...(isReplyGone ? ofReply : [])] };
}
