import { type Message, expiredMessage, messageOf } from "#src/discord/messages.ts";
import type { MessageBoard } from "#src/discord/message-board.ts";
import { TransientError } from "#src/errors.ts";
import { type RemovedBy, recordOf } from "./archive.ts";
import type { Conversation } from "./conversation.ts";
import type { ConversationRepository } from "./conversation-repository.ts";
import { draft } from "./draft.ts";
import { type PublishPorts, publish } from "./publish.ts";
import type { ExecutionEvent, Report, Stored } from "./transitions.ts";
import { withdraw } from "./withdraw.ts";

export interface ExecutionPorts extends PublishPorts {
  conversations: Pick<ConversationRepository, "apply" | "archive">;
  board: MessageBoard;
  recordRetentionDays: number;
  /** Writes down what went wrong without stopping anything. */
  warn(message: string, details: { error: unknown; conversation_id: string }): void;
}

/** One change of the table as its stream tells it. */
export type Change =
  | { kind: "written"; conversation: Conversation; at: Date }
  | { kind: "removed"; conversation: Conversation; by: RemovedBy; at: Date };

/** How long an outage is waited for before a change counts as failed, in milliseconds. */
const PATIENCE = 2 * 60 * 1000;

/**
 * Does what a written conversation waits for, or archives a removed one. It may be called again for the same change: it
 * then finds its work done and only shows it.
 * @throws TransientError when the same should be tried again later
 */
export async function carryOut(ports: ExecutionPorts, change: Change): Promise<void> {
  if (change.kind === "removed") return end(ports, change);
  if (isWaiting(change.conversation)) await work(ports, change.conversation, change.at);
}

type Waiting = Extract<Conversation, { status: "drafting" | "confirmed" | "withdrawing" }>;

const isWaiting = (conversation: Conversation): conversation is Waiting =>
  ["drafting", "confirmed", "withdrawing"].includes(conversation.status);

/** Each member of a union without what every report says anyway. */
type Finding<E = ExecutionEvent> = E extends ExecutionEvent ? Omit<E, keyof Report> : never;

async function work(ports: ExecutionPorts, conversation: Waiting, since: Date): Promise<void> {
  const messageId = ports.board.messageId(conversation).catch(() => null);
  const finding = await find(ports, conversation).catch((error: unknown) =>
    gaveUp(ports, conversation, since, error),
  );
  const message_id = await messageId;
  const { conversation_id, revision } = conversation;
  const report = { conversation_id, revision, at: ports.now(), ...(message_id ? { message_id } : {}) };
  const applied = await ports.conversations.apply({ ...finding, ...report });
  const now = applied.ok ? applied.conversation : settled(applied.stored);
  if (now) await show(ports, now, messageOf(now), since);
}

async function find(ports: ExecutionPorts, conversation: Waiting): Promise<Finding> {
  switch (conversation.status) {
    case "drafting":
      return draft(ports, conversation);
    case "confirmed":
      return publish(ports, conversation);
    case "withdrawing":
      return withdraw(ports, conversation);
  }
}

/** Trouble that lasts becomes a failure with a way to try again; before that, the stream tries again. */
function gaveUp(
  ports: ExecutionPorts,
  { status, conversation_id }: Waiting,
  since: Date,
  error: unknown,
): Finding {
  if (!lasts(ports, since)) throw error;
  ports.warn("A change is given up", { error, conversation_id });
  const reason = error instanceof TransientError ? error.message : "Something went wrong.";
  const types = {
    drafting: "draft-failed",
    confirmed: "publish-failed",
    withdrawing: "withdraw-failed",
  } as const;
  return {
    type: types[status],
    failure: { code: "unavailable", message: `${reason} Please try again later.` },
  };
}

const lasts = ({ now }: ExecutionPorts, since: Date): boolean => now().getTime() - since.getTime() > PATIENCE;

/** What another try has stored already, when nothing is waiting any more: it only has to be shown. */
function settled(stored: Stored | null): Conversation | null {
  if (!stored || !("conversation" in stored)) return null;
  return isWaiting(stored.conversation) ? null : stored.conversation;
}

async function end(ports: ExecutionPorts, change: Extract<Change, { kind: "removed" }>): Promise<void> {
  const record = recordOf(change.conversation, change.by, change.at, ports.recordRetentionDays);
  if (!record) return;
  await ports.conversations.archive(record);
  if (record.outcome === "expired") await show(ports, change.conversation, expiredMessage(), change.at);
}

/** A message that Discord does not take now is tried again for a while; it never holds up what comes behind it. */
async function show(
  ports: ExecutionPorts,
  conversation: Conversation,
  message: Message,
  since: Date,
): Promise<void> {
  try {
    await ports.board.show(conversation, message);
  } catch (error) {
    if (error instanceof TransientError && !lasts(ports, since)) throw error;
    const { conversation_id } = conversation;
    ports.warn("A message could not be shown", { error, conversation_id });
  }
}
