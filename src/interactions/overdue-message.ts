import type { Conversation } from "#src/conversations/conversation.ts";
import { isWaiting } from "#src/conversations/conversation.ts";
import type { EventRefusal, Stored } from "#src/conversations/transitions.ts";
import type { Clicked } from "#src/discord/interaction.ts";
import { type Message, endMessage, messageOf } from "#src/discord/messages.ts";
import { speech } from "#src/words/speech.ts";

/** Refusals of a person who has no part in the conversation, or acts from another place, and of an approval that has to be given again: what they say matters more than the message. */
const ofOthers = new Set<EventRefusal["refused"]>(["not-found", "not-yours", "elsewhere", "outpaced"]);

/**
 * What a clicked message should say, when it says something else: an edit that Discord did not take has left it behind, and
 * the answer to the owner's click is a way to mend it. Null when it is true, when work is under way that will edit it, and
 * when it cannot be shown without its files.
 */
export async function overdueMessage(
  { refusal, stored }: { refusal: EventRefusal; stored: Stored | null },
  clicked: Clicked | undefined,
): Promise<Message | null> {
  if (!stored || !clicked || ofOthers.has(refusal.refused)) return null;
  const { message_id } = "record" in stored ? stored.record : stored.conversation;
  if (message_id !== clicked.id) return null;
  const due =
    "record" in stored
      ? endMessage(await speech(stored.record.locale), stored.record)
      : await settled(stored.conversation, clicked);
  return due === null || due.content === clicked.content ? null : due;
}

async function settled(conversation: Conversation, { attachment_ids }: Clicked): Promise<Message | null> {
  const needsFiles = conversation.status === "previewed" && conversation.base.attached !== undefined;
  return isWaiting(conversation) || needsFiles ? null : messageWithFiles(conversation, attachment_ids);
}

/** The files of a clicked message belong to the preview that was decided about, not to one that came after it. */
export async function messageWithFiles(
  conversation: Conversation,
  attachmentIds: string[],
): Promise<Message> {
  const keeps = conversation.base?.attached !== undefined && conversation.status !== "previewed";
  return {
    ...messageOf(await speech(conversation.locale), conversation, keeps ? "kept" : []),
    attachments: keeps ? attachmentIds.map((id) => ({ id })) : [],
  };
}
