import type { Conversation } from "#src/conversations/conversation.ts";
import type { Say } from "#src/words/say.ts";
import { shorten } from "#src/site/shorten.ts";
import type { Posting } from "./posting.ts";
import { limits, plain } from "./text.ts";

/**
 * Asks those with a role to approve a change, and notifies the roles. It answers to the change's own message, which has the
 * buttons.
 */
export function approvalAnnouncement(
  say: Say,
  { conversation_id, revision, user_id, base, message_id }: Extract<Conversation, { status: "approving" }>,
  roleIds: string[],
): Posting {
  const roles = roleIds.slice(0, limits.mentions);
  const content = say("approval.asked", {
    roles: roles.map((id) => `<@&${id}>`).join(" "),
    who: `<@${user_id}>`,
    section: plain(shorten(base.section_label, limits.embedTitle)),
  });
  return {
    body: {
      content,
      allowed_mentions: { parse: [], roles, replied_user: false },
      nonce: `${conversation_id}-${revision}`.slice(-limits.nonce),
      enforce_nonce: true,
      ...(message_id ? { message_reference: { message_id, fail_if_not_exists: false } } : {}),
    },
    isSame: (message) => message.content === content && message.message_reference?.message_id === message_id,
  };
}
