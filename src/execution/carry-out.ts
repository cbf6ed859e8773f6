import { type Message, endMessage, messageOf } from "#src/discord/messages.ts";
import type { MessageBoard } from "#src/discord/message-board.ts";
import { TransientError } from "#src/errors.ts";
import type { CountName, Metrics } from "#src/metrics.ts";
import { type RemovedBy, recordOf } from "#src/conversations/archive.ts";
import { type Conversation, type Result, type Waiting, isWaiting } from "#src/conversations/conversation.ts";
import type { ConversationRepository } from "#src/conversations/conversation-repository.ts";
import { LIMIT, type LimitPorts, draftWithinLimits } from "./draft-within-limits.ts";
import { type Finding, withoutWords } from "./outcome.ts";
import { inTime } from "./deadline.ts";
import { isKnown, isStill, isUnwanted, publishedBefore, takeBack } from "./overtaken.ts";
import { type PublishPorts, publish } from "./publish.ts";
import type { ExecutionEvent, Report, Stored } from "#src/conversations/transitions.ts";
import { withdraw } from "./withdraw.ts";

export interface ExecutionPorts extends Omit<PublishPorts, "sites">, Omit<LimitPorts, "sites"> {
  sites: PublishPorts["sites"] & LimitPorts["sites"];
  conversations: Pick<ConversationRepository, "apply" | "archive" | "find">;
  board: MessageBoard;
  recordRetentionDays: number;
  metrics: Metrics;
  /** Writes down what was done. */
  tell(message: string, details: { conversation_id: string; revision: number; outcome: string }): void;
  /** Writes down what went wrong without stopping anything. */
  warn(message: string, details: { error: unknown; conversation_id?: string; site?: string }): void;
}

/** One change of the table as its stream tells it. */
export type Change =
  | { kind: "written"; conversation: Conversation; at: Date }
  | { kind: "removed"; conversation: Conversation; by: RemovedBy; at: Date };

/** How long an outage is waited for before a change counts as failed, in milliseconds. */
const PATIENCE = 2 * 60 * 1000;
/** A record this old may come for the second time, and what it tells may be long over, in milliseconds. */
const PROMPT = 3000;

/**
 * Does what a written conversation waits for, or archives a removed one. It may be called again for the same change: it
 * then finds its work done and only shows it.
 * @throws TransientError when the same should be tried again later
 */
export async function carryOut(ports: ExecutionPorts, change: Change): Promise<void> {
  if (change.kind === "removed") return end(ports, change);
  if (isWaiting(change.conversation)) await work(ports, change.conversation, change.at);
}

/** The first delivery of a record believes it, without a read; a late one first looks whether it is still so. */
async function work(ports: ExecutionPorts, conversation: Waiting, since: Date): Promise<void> {
  if (ageOf(ports, since) <= PROMPT) return carryOn(ports, conversation, since);
  const stored = await ports.conversations.find(conversation.conversation_id);
  if (isStill(stored, conversation)) return carryOn(ports, conversation, since);
  const result = isKnown(stored, conversation, ports.now())
    ? null
    : await leftBehind(ports, conversation, since);
  if (result) return report(ports, conversation, { type: "published", result }, since);
  await showStored(ports, conversation, stored, since);
}

/** What an earlier try of a record that is over left without a word. In an outage, whoever tries again finds out. */
async function leftBehind(ports: ExecutionPorts, conversation: Waiting, since: Date): Promise<Result | null> {
  if (conversation.status !== "confirmed") return null;
  return publishedBefore(ports, conversation).catch((error: unknown) => {
    if (!lasts(ports, since)) throw error;
    const { conversation_id } = conversation;
    ports.warn("It could not be found out whether something is published", { error, conversation_id });
    return null;
  });
}

async function carryOn(ports: ExecutionPorts, conversation: Waiting, since: Date): Promise<void> {
  const messageId = ports.board.messageId(conversation).catch(() => null);
  const finding = await find(inTime(ports), conversation).catch((error: unknown) =>
    gaveUp(ports, conversation, since, error),
  );
  const message_id = await messageId;
  await report(ports, conversation, { ...finding, ...(message_id ? { message_id } : {}) }, since);
}

/** Writes down what was found. What counts is what is stored in the end, and that is shown. */
async function report(
  ports: ExecutionPorts,
  conversation: Waiting,
  finding: Finding & Pick<Report, "message_id">,
  since: Date,
): Promise<void> {
  const { conversation_id, revision } = conversation;
  const applied = await ports.conversations.apply({ ...finding, conversation_id, revision, at: ports.now() });
  if (applied.ok) note(ports, conversation, finding);
  if (!applied.ok && applied.refusal.refused === "too-long")
    return report(ports, conversation, withoutWords(finding), since);
  if (!applied.ok && finding.type === "published" && isUnwanted(applied.refusal))
    await takeBack(ports, conversation, finding.result);
  const stored = applied.ok ? applied.conversation && { conversation: applied.conversation } : applied.stored;
  await showStored(ports, conversation, stored, since);
}

const countOf: Partial<Record<ExecutionEvent["type"], CountName>> = {
  drafted: "Previewed",
  published: "Published",
  withdrawn: "Withdrawn",
  "draft-failed": "Undrafted",
  "publish-failed": "Failed",
  "withdraw-failed": "Failed",
};

/** What was written down counts once, however often its record comes. */
function note(ports: ExecutionPorts, conversation: Waiting, finding: Finding): void {
  const { type: outcome } = finding;
  if ("failure" in finding && finding.failure.code.startsWith(LIMIT))
    ports.metrics.refused(finding.failure.code);
  const { conversation_id, revision, updated_at } = conversation;
  ports.tell("A change was carried out", { conversation_id, revision, outcome });
  const counted = countOf[outcome];
  if (counted) ports.metrics.count(counted);
  if (outcome === "published")
    ports.metrics.milliseconds("ConfirmedToPublishedMilliseconds", ageOf(ports, new Date(updated_at)));
}

async function find(ports: ExecutionPorts, conversation: Waiting): Promise<Finding> {
  switch (conversation.status) {
    case "drafting":
      return draftWithinLimits(ports, conversation);
    case "confirmed":
      return publish(ports, conversation);
    case "withdrawing":
      return withdraw(ports, conversation);
  }
}

/** Trouble that lasts, or is known to, becomes a failure with a way to try again; before that, the stream tries again. */
function gaveUp(
  ports: ExecutionPorts,
  { status, conversation_id }: Waiting,
  since: Date,
  error: unknown,
): Finding {
  if (ageOf(ports, since) + waitAfter(error) <= PATIENCE) throw error;
  ports.warn("A change is given up", { error, conversation_id });
  const reason =
    error instanceof TransientError ? error.message : "Something went wrong. Please try again later.";
  const types = {
    drafting: "draft-failed",
    confirmed: "publish-failed",
    withdrawing: "withdraw-failed",
  } as const;
  const perhaps =
    " It may be published already: as long as it can be tried again, that finds out, and nothing is published twice.";
  const message = status === "confirmed" ? reason + perhaps : reason;
  return { type: types[status], failure: { code: "unavailable", message } };
}

/** How long the other side asks to be left alone, in milliseconds. */
const waitAfter = (error: unknown): number =>
  error instanceof TransientError ? (error.retryAfterSeconds ?? 0) * 1000 : 0;

const ageOf = ({ now }: ExecutionPorts, since: Date): number => now().getTime() - since.getTime();
const lasts = (ports: ExecutionPorts, since: Date): boolean => ageOf(ports, since) > PATIENCE;

/** Shows what is stored, whoever stored it; what is still waiting is shown by whoever carries it out. */
async function showStored(
  ports: ExecutionPorts,
  told: Conversation,
  stored: Stored | null,
  since: Date,
): Promise<void> {
  if (!stored) return;
  if ("record" in stored) return show(ports, told, endMessage(stored.record), since);
  const { conversation } = stored;
  if (!isWaiting(conversation)) await show(ports, conversation, messageOf(conversation), since);
}

async function end(ports: ExecutionPorts, change: Extract<Change, { kind: "removed" }>): Promise<void> {
  const record = recordOf(change.conversation, change.by, change.at, ports.recordRetentionDays);
  if (!record) return;
  const kept = await ports.conversations.archive(record);
  if (kept === record && record.outcome === "expired") ports.metrics.count("Expired");
  if (!saysHowItEnded(change.conversation))
    await show(ports, change.conversation, endMessage(kept), change.at);
}

/** Whether the message needs no other words now that the conversation has ended. */
const saysHowItEnded = ({ status }: Conversation): boolean =>
  status === "published" || status === "withdrawn";

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
