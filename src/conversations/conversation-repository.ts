import type { ElectroEvent, ElectroResultsEvent } from "electrodb";
import type { ConversationEntity, ConversationItem } from "#entities/conversation.ts";
import type { RecordEntity, RecordItem } from "#entities/record.ts";
import { hasKnownShape, isNewerShape } from "#entities/shape.ts";
import { NewerShapeError } from "#src/errors.ts";
import { type Changes, changesOf } from "./changes.ts";
import { conditionOf } from "./condition-of.ts";
import type { Conversation } from "./conversation.ts";
import type { Event } from "./events.ts";
import { type EventRefusal, type Stored, refusalOf } from "./transitions.ts";

export type NewConversation = Extract<Conversation, { status: "drafting" | "clarifying" }>;

/** `conversation`: as it is now, null after a cancel; `stored`: what was found in its place. */
export type Applied =
  | { ok: true; conversation: Conversation | null }
  | { ok: false; refusal: EventRefusal; stored: Stored | null };

/**
 * Conversations in the table. Each change is one conditional write, and a lost condition answers itself: DynamoDB returns
 * the item as it was, and `refusalOf` says in words why the event was refused. Two clicks at the same moment:
 *
 *     Ann's Confirm    ── if previewed, revision 1 ──▶ ✓ confirmed
 *                                                      │
 *     Ann's Cancel     ───────── if previewed ─────────┼──▶ ✕ returns the item ── refusalOf ──▶ "It is being published."
 *                                                      ▼
 *     the item         previewed ───────────────── confirmed ──────────────────────────────────────────────────────▶
 *
 * No read comes before the write, so nothing can change between the two. Only this file and `condition-of.ts` know
 * ElectroDB, or how an item looks.
 *
 * A later release may have written an item in a newer shape. No method changes it: each throws NewerShapeError, so that a
 * person gets an answer in words and a message to `execution` stays for the later release.
 */
export interface ConversationRepository {
  /** Stores a new conversation. `existing`: what already has its id, as after a redelivery. */
  start(
    conversation: NewConversation,
  ): Promise<{ started: true } | { started: false; existing: Stored | null }>;
  /** Makes the change that an event asks for, if its rule holds at `event.at`. */
  apply(event: Event): Promise<Applied>;
  /** One consistent read. */
  find(conversationId: string): Promise<Stored | null>;
  /**
   * Leaves the record of a conversation that ended in its place, and returns the one that is there now: the first stays.
   * A redelivered start may have begun the conversation anew in the meantime. What has ended stays ended, unless the owner
   * has confirmed it since: then it goes on, its own end leaves the record, and the answer is null.
   */
  archive(record: RecordItem): Promise<RecordItem | null>;
  /** An item of the table or of its stream, as unmarshalled; null when it is neither conversation nor record. */
  parse(item: Record<string, unknown>): Stored | null;
}

const lostCondition = { returnOnConditionCheckFailure: "all_old", data: "raw" } as const;

interface Ports {
  conversations: ConversationEntity;
  /** Made for the first record: a request and most clicks find none, and a model takes as long to make as a write. */
  records: () => RecordEntity;
  log: DisagreementLog;
}

/** Told when DynamoDB refused a write that `refusalOf` would accept: one of the two is wrong. */
export interface DisagreementLog {
  warn(message: string, details: { conversation_id: string; event: Event["type"]; found: string }): void;
}

export function createConversationRepository(ports: Ports): ConversationRepository {
  const reader = createReader(ports);
  return {
    ...reader,
    start: (conversation) => startIn(ports, reader, conversation),
    apply: (event) => applyIn(ports, reader, event),
    archive: (record) => archiveIn(ports, reader, record),
  };
}

type Reader = Pick<ConversationRepository, "parse" | "find">;

function createReader({ conversations, records }: Ports): Reader {
  const parse = (item: Record<string, unknown>): Stored | null => {
    if (isNewerShape(item)) throw new NewerShapeError();
    const kind = item["__edb_e__"];
    if (kind === "record") return read(records().parse({ Item: item }).data, (record) => ({ record }));
    if (kind === "conversation")
      return read(conversations.parse({ Item: item }).data, (data) => ({
        conversation: asConversation(data),
      }));
    return null;
  };
  return {
    parse,
    async find(conversationId) {
      const found = await conversations
        .get({ conversation_id: conversationId })
        .go({ consistent: true, data: "raw", ignoreOwnership: true });
      return storedIn(found.data, parse);
    },
  };
}

/** What the lost condition returned, or, from an engine that returned nothing, what one consistent read finds. */
const afterLoss = async (
  { parse, find }: Reader,
  conversationId: string,
  rejected: unknown,
): Promise<Stored | null> => storedIn(rejected, parse) ?? find(conversationId);

async function startIn({ conversations }: Ports, reader: Reader, conversation: NewConversation) {
  const created = await conversations.create(conversation as ConversationItem).go(lostCondition);
  if (!created.rejected) return { started: true as const };
  const existing = await afterLoss(reader, conversation.conversation_id, created.data);
  return { started: false as const, existing };
}

async function applyIn(ports: Ports, reader: Reader, event: Event): Promise<Applied> {
  const written = await write(ports, event).catch(unlessTooLong);
  if (!written) return { ok: false, refusal: { refused: "too-long" }, stored: null };
  if (!written.rejected)
    return { ok: true, conversation: conversationIn(written.conversation, reader.parse) };
  const stored = await afterLoss(reader, event.conversation_id, written.data);
  // A second try that finds nothing finds what the first one did, whose answer was lost.
  if (!stored && written.tries > 1) return { ok: true, conversation: null };
  return { ok: false, refusal: refusalFor(ports, stored, event), stored };
}

function refusalFor({ log }: Ports, stored: Stored | null, event: Event): EventRefusal {
  const refusal = refusalOf(stored, event, event.at);
  if (refusal) return refusal;
  const found = stored && "conversation" in stored ? stored.conversation.status : "nothing live";
  const { conversation_id, type } = event;
  log.warn("DynamoDB refused what the rules accept", { conversation_id, event: type, found });
  return { refused: "not-found" };
}

async function archiveIn({ records }: Ports, reader: Reader, record: RecordItem) {
  const created = await records()
    .put(record)
    .where((item, is) => {
      const isLive = is.notExists(item.outcome);
      return `${isLive} AND ${is.notExists(item.confirmed_at)} AND ${hasKnownShape(item, is)}`;
    })
    .go(lostCondition);
  if (!created.rejected) return record;
  const stored = await afterLoss(reader, record.conversation_id, created.data);
  return stored && "record" in stored ? stored.record : null;
}

const write = ({ conversations }: Ports, event: Event) =>
  event.type === "cancel" ? remove(conversations, event) : patch(conversations, event, changesOf(event));

async function remove(conversations: ConversationEntity, event: Event) {
  let tries = 1;
  const removed = await conversations
    .remove({ conversation_id: event.conversation_id })
    .where((item, is) => conditionOf(event, item, is))
    .go({ ...lostCondition, listeners: [(told) => (tries = triesOf(told) ?? tries)] });
  return { rejected: removed.rejected, data: removed.data, conversation: null, tries };
}

async function patch(conversations: ConversationEntity, event: Event, changes: Changes) {
  const patched = await conversations
    .patch({ conversation_id: event.conversation_id })
    .set(changes.set)
    .remove(changes.remove)
    .data((item, change) => {
      if (changes.answers) change.append(item.request.answers, changes.answers);
      if (changes.approval) {
        change.add(item.approvers, [changes.approval.id]);
        change.append(item.approvals, [{ id: changes.approval.id, name: changes.approval.name }]);
        if (changes.approval.more) change.subtract(item.approvals_missing, 1);
      }
      if (changes.interaction) change.add(item.interactions, [changes.interaction]);
      change.append(item.history, [changes.history]);
    })
    .where((item, is) => conditionOf(event, item, is))
    .go({ ...lostCondition, response: "all_new" });
  return { rejected: patched.rejected, data: patched.data, conversation: patched.data, tries: 1 };
}

/** How often the client sent a request, as ElectroDB tells of its result. */
function triesOf(told: ElectroEvent): number | undefined {
  if (told.type !== "results") return undefined;
  const { results }: ElectroResultsEvent<{ $metadata?: { attempts?: number } } | undefined> = told;
  return results?.$metadata?.attempts;
}

/** DynamoDB keeps items of up to 400 KB, which many long answers can come to. */
function unlessTooLong(error: unknown): null {
  if (error instanceof Error && /Item size .*exceeded the maximum/.test(error.message)) return null;
  throw error;
}

const read = <T>(data: T | null, as: (data: T) => Stored): Stored | null => (data ? as(data) : null);

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is stored was written by a transition, with the attributes of its status
const asConversation = (item: ConversationItem): Conversation => item as Conversation;

function storedIn(raw: unknown, parse: ConversationRepository["parse"]): Stored | null {
  const { Item, Attributes } = (raw ?? {}) as {
    Item?: Record<string, unknown>;
    Attributes?: Record<string, unknown>;
  };
  const item = Item ?? Attributes;
  return item ? parse(item) : null;
}

function conversationIn(raw: unknown, parse: ConversationRepository["parse"]): Conversation | null {
  const stored = storedIn(raw, parse);
  return stored && "conversation" in stored ? stored.conversation : null;
}
