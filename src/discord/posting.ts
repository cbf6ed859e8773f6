import type {
  APIAllowedMentions,
  APIMessage,
  RESTPostAPIChannelMessageJSONBody,
} from "discord-api-types/v10";

/** A message of the bot's own that stands in a channel once, however often it is posted. */
export interface Posting {
  body: PostedBody;
  /** Whether a message of a bot is this one: Discord gives nonces back only while they are new. */
  isSame: (message: Pick<APIMessage, "content" | "message_reference">) => boolean;
}

/** Within some minutes Discord takes one message with a nonce, and answers every further one with the first. */
export type PostedBody = Required<
  Pick<RESTPostAPIChannelMessageJSONBody, "content" | "nonce" | "enforce_nonce">
> &
  Pick<RESTPostAPIChannelMessageJSONBody, "message_reference" | "flags"> & {
    allowed_mentions: APIAllowedMentions;
  };
