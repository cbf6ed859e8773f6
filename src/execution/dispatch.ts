import type { MessageBoard } from "#src/discord/message-board.ts";
import { endMessage } from "#src/discord/messages.ts";
import { type RemovedBy, recordOf } from "#src/conversations/archive.ts";
import { type Conversation, type ConversationRecord, isWaiting } from "#src/conversations/conversation.ts";
import type { ConversationRepository } from "#src/conversations/conversation-repository.ts";
import type { Farewells } from "#src/conversations/farewells.ts";
import { hintIn } from "#src/conversations/hints.ts";
import { isOfLaterRelease } from "#src/conversations/is-of-later-release.ts";
import type { Metrics } from "#src/metrics.ts";
import { NewerShapeError } from "#src/errors.ts";
import { logChannelOf } from "#src/sites/log-channel.ts";
import type { SiteDirectory } from "#src/sites/site-directory.ts";
import { type ConversationTask, conversationTask } from "./task.ts";
import type { TaskQueue } from "./task-queue.ts";
import { speech } from "#src/words/speech.ts";
import { mayHaveLeftSomething } from "./leftover.ts";

export interface DispatchPorts {
  conversations: Pick<ConversationRepository, "parse" | "archive">;
  farewells: Pick<Farewells, "keep">;
  sites: Pick<SiteDirectory, "wantedIn" | "find">;
  queue: TaskQueue;
  /** Gives up after a moment: the other records of the stream wait behind this one. */
  board: Pick<MessageBoard, "showByToken">;
  recordRetentionDays: number;
  metrics: Pick<Metrics, "count">;
}

/** One record of the table's stream. */
export interface TableChange {
  /** The record's own id: the same record has it however often it comes. */
  id: string;
  /** The item as it is now, or as it was before it was removed; unmarshalled. */
  item: Record<string, unknown>;
  /** Who removed it; null when it was written. */
  removedBy: RemovedBy | null;
  at: Date;
}

/**
 * Routes a change of the table: what waits for `execution` goes into its queue, what was removed is archived. A record that
 * comes again does the same again, and the queue takes its task once.
 * @throws when the same record has to come again: also what a later release stored and is removed now, since only that
 * release can archive all of it
 */
export async function dispatch(ports: DispatchPorts, change: TableChange): Promise<void> {
  if (change.removedBy === null) return routeWritten(ports, change);
  const stored = ports.conversations.parse(change.item);
  if (stored && "conversation" in stored) await archiveRemoved(ports, stored.conversation, change);
}

async function routeWritten(ports: DispatchPorts, change: TableChange): Promise<void> {
  if (isOfLaterRelease(change.item)) return routeNewer(ports, change);
  const hint = hintIn(change.item);
  if (hint) return ports.queue.send({ ...hint, status: "hinted" }, change.id);
  const site = ports.sites.wantedIn(change.item);
  if (site !== null) return ports.queue.send({ site, status: "catalogue-wanted" }, change.id);
  const stored = ports.conversations.parse(change.item);
  if (!stored || !("conversation" in stored) || !needsWork(stored.conversation)) return;
  // The work that wrote a proposal goes on by itself.
  if (stored.conversation.history.at(-1)?.event === "proposed") return;
  const { conversation_id, revision, status } = stored.conversation;
  await ports.queue.send({ conversation_id, revision, status }, change.id);
}

/** What waits for `execution`, or was changed by a person whose click cannot show all of it. */
function needsWork(
  conversation: Conversation,
): conversation is Conversation & Pick<ConversationTask, "status"> {
  const event = conversation.history.at(-1)?.event;
  if (conversation.status === "approving") return event !== "announced";
  return isWaiting(conversation) || (conversation.status === "previewed" && event === "decline");
}

/**
 * A later release wrote the item. Its task waits in the queue, where it holds up nothing but its own conversation, until
 * `execution` is of that release; in the stream, everyone in the same lane would wait behind it.
 */
async function routeNewer({ queue }: DispatchPorts, { id, item }: TableChange): Promise<void> {
  const task = conversationTask.safeParse(item);
  if (item["__edb_e__"] !== "conversation" || !task.success) throw new NewerShapeError();
  await queue.send(task.data, id);
}

/**
 * The stream has the only copy of a removed item, and with it the only reply token that can still edit the message. The
 * token goes neither into the record nor into the queue. It is used here, once; where Discord has trouble just then, it is
 * kept for `execution`, which tries again as long as the token works.
 */
async function archiveRemoved(
  ports: DispatchPorts,
  removed: Conversation,
  { id, at, removedBy }: TableChange,
): Promise<void> {
  const record = recordOf(removed, removedBy ?? "person", {
    endedAt: at,
    retentionDays: ports.recordRetentionDays,
  });
  if (!record) return;
  const kept = await ports.conversations.archive(record);
  if (!kept) return;
  if (kept === record && record.outcome === "expired") ports.metrics.count("Expired");
  if (saysHowItEnded(removed)) return;
  const status = await leftToSay(ports, removed, kept);
  const { conversation_id, revision } = removed;
  if (status) await ports.queue.send({ conversation_id, revision, status }, id);
}

/** Says in the message how a conversation ended, and answers what is left for `execution`; null when nothing is. */
async function leftToSay(
  ports: DispatchPorts,
  removed: Conversation,
  kept: ConversationRecord,
): Promise<ConversationTask["status"] | null> {
  const message = endMessage(await speech(kept.locale), kept);
  const shown = await ports.board.showByToken(removed, message).catch(() => false);
  if (!shown) return (await ports.farewells.keep(removed)) ? "unsaid" : "ended";
  if (mayHaveLeftSomething({ record: kept })) return "ended";
  return (await isLogged(ports, removed)) ? "said" : null;
}

/** Whether the server has a channel that is told how requests end. Where that cannot be read, `execution` finds out. */
const isLogged = ({ sites }: DispatchPorts, { guild_id }: Conversation): Promise<boolean> =>
  sites.find(guild_id).then(
    (site) => logChannelOf(site, guild_id) !== undefined,
    () => true,
  );

/** Whether the message needs no other words now that the conversation has ended. */
const saysHowItEnded = ({ status }: Conversation): boolean =>
  status === "published" || status === "withdrawn";
