import type { APIAllowedMentions, RESTPostAPIChannelMessageJSONBody } from "discord-api-types/v10";
import type { Conversation } from "#src/conversations/conversation.ts";
import type { Say } from "#src/words/say.ts";
import { limits, plain } from "./text.ts";

/** A message that is posted once, however often it is sent within some minutes, and notifies the roles that it names. */
export type Announcement = Required<
  Pick<RESTPostAPIChannelMessageJSONBody, "content" | "nonce" | "enforce_nonce">
> &
  Pick<RESTPostAPIChannelMessageJSONBody, "message_reference"> & { allowed_mentions: APIAllowedMentions };

/** Asks those with a role to approve a change; it answers to the change's own message, which has the buttons. */
export function approvalAnnouncement(
  say: Say,
  { conversation_id, revision, user_id, base, message_id }: Extract<Conversation, { status: "approving" }>,
  roleIds: string[],
): Announcement {
  const roles = roleIds.slice(0, limits.mentions);
  const mentioned = roles.map((id) => `<@&${id}>`).join(" ");
  return {
    content: say("approval.asked", {
      roles: mentioned,
      who: `<@${user_id}>`,
      section: plain(base.section_label),
    }),
    allowed_mentions: { parse: [], roles, replied_user: false },
    nonce: `${conversation_id}-${revision}`.slice(-limits.nonce),
    enforce_nonce: true,
    ...(message_id ? { message_reference: { message_id, fail_if_not_exists: false } } : {}),
  };
}
