import type { Conversation } from "#src/conversations/conversation.ts";
import type { ConversationRepository } from "#src/conversations/conversation-repository.ts";
import { approvalAnnouncement } from "#src/discord/announcement.ts";
import type { MessageBoard } from "#src/discord/message-board.ts";
import type { Stored } from "#src/conversations/transitions.ts";
import type { SiteDirectory } from "#src/sites/site-directory.ts";
import { speech } from "#src/words/speech.ts";
import { type ProblemPorts, problemWith } from "./problem-with.ts";

export interface AnnouncePorts extends ProblemPorts {
  conversations: Pick<ConversationRepository, "apply">;
  board: Pick<MessageBoard, "announce">;
  sites: Pick<SiteDirectory, "find">;
}

/**
 * Tells those who may approve, once: an edit of a message notifies no one, so this is a message of its own. A crash between
 * the post and the write that notes it does not post it twice, whenever the next try comes.
 *
 *     post ──▶ write "announced"          post ──✕ crash · it is found by its nonce, or by a look ──▶ write
 *
 * @throws TransientError when the same should be tried again later
 */
export async function announce(ports: AnnouncePorts, stored: Stored | null): Promise<void> {
  if (!stored || !("conversation" in stored) || stored.conversation.status !== "approving") return;
  const { conversation } = stored;
  const { conversation_id, revision, announced } = conversation;
  if (announced || !(await post(ports, conversation))) return;
  await ports.conversations.apply({ type: "announced", conversation_id, revision, at: ports.now() });
}

type Approving = Extract<Conversation, { status: "approving" }>;

/** Whether it is posted. What cannot be is written down, and the message with the buttons is there all the same. */
async function post(ports: AnnouncePorts, conversation: Approving): Promise<boolean> {
  const { conversation_id, guild_id, channel_id, history, updated_at } = conversation;
  const since = new Date(history.findLast(({ event }) => event === "submit")?.at ?? updated_at);
  const site = await ports.sites.find(guild_id);
  const announcement = approvalAnnouncement(
    await speech(conversation.locale),
    conversation,
    site?.approver_role_ids ?? [],
  );
  const about = { conversation_id, since, warning: "Those who may approve could not be told" };
  const problem = await problemWith(ports, about, async () => {
    if (channel_id === undefined || !(await ports.board.announce(channel_id, announcement, since)))
      throw new Error("Discord does not let the bot post");
  });
  return problem === null;
}
