import { type Conversation, type ConversationRecord, isWaiting } from "#src/conversations/conversation.ts";
import type { ConversationRepository } from "#src/conversations/conversation-repository.ts";
import type { Stored } from "#src/conversations/transitions.ts";
import type { MessageBoard, Place } from "#src/discord/message-board.ts";
import { endMessage, messageOf } from "#src/discord/messages.ts";
import type { Attached } from "#src/discord/preview-files.ts";
import { TransientError } from "#src/errors.ts";
import type { PicturePorts } from "./find-pictures.ts";
import type { PreviewPorts } from "./make-preview.ts";
import { sentence } from "#src/words/sentence.ts";
import { speech } from "#src/words/speech.ts";
import { inWords } from "#src/words/words.ts";
import { type ProblemPorts, problemWith } from "./problem-with.ts";

export interface ShowPorts extends Pick<PreviewPorts, "openSite" | "files">, ProblemPorts {
  conversations: Pick<ConversationRepository, "apply" | "find">;
  board: Pick<MessageBoard, "show" | "attachments">;
  fetchPicture: PicturePorts["fetchPicture"];
}

/** After so long, in milliseconds, an edit may have come behind the one that showed what became of the conversation. */
const SLOW = 500;

type Previewed = Extract<Conversation, { status: "previewed" }>;

/**
 * Shows what is stored, whichever worker stored it. What waits again has a task of its own, which shows it. A preview that
 * Discord refuses becomes a failure, so that nothing can be confirmed that was not shown.
 * @param place with the reply tokens that are known to be good: a record has none
 * @throws TransientError when the same should be tried again later
 */
export async function showStored(ports: ShowPorts, stored: Stored | null, place?: Place): Promise<void> {
  if (!stored) return;
  if ("record" in stored) return showRecord(ports, stored.record, place);
  const { conversation } = stored;
  if (isWaiting(conversation)) return;
  const began = ports.now().getTime();
  const error = await problemWith(ports, showing(conversation, conversation.updated_at), async () => {
    const attached = await attachedTo(ports, conversation);
    await ports.board.show(
      conversation,
      messageOf(await speech(conversation.locale), conversation, attached),
      attached,
    );
  });
  if (conversation.status === "previewed" && isLost(conversation, error)) await unshow(ports, conversation);
  else if (isGivenUp(conversation) || ports.now().getTime() - began > SLOW)
    await showLater(ports, conversation);
}

/** What one worker gives up, another one that has the same task may still find done, and show it before this one does. */
const isGivenUp = ({ status, failure }: Conversation): boolean =>
  status === "failed" && failure?.code === "unavailable";

/**
 * Shows what has become of a conversation meanwhile, if anything has. A Cancel is shown at once and not by a task behind this
 * one, so that a slow edit of ours may have put the preview back, with its buttons.
 */
async function showLater(ports: ShowPorts, before: Conversation): Promise<void> {
  const stored = await ports.conversations.find(before.conversation_id);
  if (stored && "record" in stored) return showRecord(ports, stored.record, before);
  if (isGivenUp(before) && stored && "conversation" in stored && stored.conversation.status !== before.status)
    await showStored(ports, stored);
}

/** Whether a preview will not be shown any more. While Discord is away its message cannot be pressed either. */
const isLost = ({ base }: Previewed, error: unknown): boolean =>
  error !== null && (base.attached !== undefined || !(error instanceof TransientError));

async function showRecord(
  ports: ShowPorts,
  record: ConversationRecord,
  place: Place = record,
): Promise<void> {
  await problemWith(ports, showing(record, record.ended_at), async () => {
    await ports.board.show(place, endMessage(await speech(record.locale), record));
  });
}

/** What a message has attached: the files of a preview as long as the message shows that preview. */
async function attachedTo(ports: ShowPorts, conversation: Conversation): Promise<Attached> {
  if (conversation.base?.attached === undefined) return [];
  if (conversation.status !== "previewed") return "kept";
  const { attachPreview } = await import("./attach-preview.ts");
  return attachPreview(ports, conversation);
}

/** What is shown, and since when it should be. */
const showing = ({ conversation_id }: Pick<Conversation, "conversation_id">, since: string) => ({
  conversation_id,
  since: new Date(since),
  warning: "A message could not be shown",
});

const notShown = { code: "not-shown", ...inWords(sentence("failed.not-shown")) };

async function unshow(ports: ShowPorts, { conversation_id, revision }: Previewed): Promise<void> {
  const at = ports.now();
  const applied = await ports.conversations.apply({
    type: "unshown",
    conversation_id,
    revision,
    at,
    failure: notShown,
  });
  if (applied.ok && applied.conversation) await showStored(ports, { conversation: applied.conversation });
}
