/**
 * The life of a conversation. An event moves it from one phase to the next; `rules` says from which phases, and who may
 * cause it. The write's condition in DynamoDB and `refusalOf` here are both made from `rules`.
 *
 *     drafting ◀──▶ clarifying            asked · answer; proposed leaves it drafting
 *        │  ▲
 *        │  └──── undrafted                draft-failed · redraft
 *        ▼
 *     previewed ──edit──▶ drafting         and from every phase so far, and from approving: cancel, which deletes it
 *        │  ▲  │ ▲
 *        │  │  ▼ └ decline                 submit: the owner confirms where others have to approve
 *        │  │ approving ──edit──▶ drafting
 *        ▼  └┐ │                           page-changed · approve-last
 *     confirmed ◀──▶ failed                publish-failed · retry
 *        │
 *        ▼
 *     published ◀──▶ withdrawing ──▶ withdrawn
 *
 * A confirmed conversation that turns out to be undone, and a preview that Discord does not show, become undrafted as well.
 */

import {
  type Conversation,
  type ConversationRecord,
  type Failure,
  type Phase,
  type Result,
  isExpired,
  isForgotten,
  phaseOf,
} from "./conversation.ts";
import type { Attempt, Event } from "./events.ts";

/** Under which condition an event is accepted. DynamoDB checks it in the same request that makes the change. */
export interface Rule {
  from: readonly Phase[];
  /** Whether it is the owner's own, another person's, or what `execution` did. */
  by: "owner" | "another" | "execution";
  sameRevision: boolean;
  unexpired: boolean;
}

const byOwner = { by: "owner", sameRevision: true, unexpired: true } as const;
const byAnother = { ...byOwner, by: "another", from: ["approving"] } as const;
const byExecution = { by: "execution", sameRevision: true, unexpired: false } as const;
const undecided = ["drafting", "clarifying", "previewed", "approving", "undrafted"] as const;

export const rules: Record<Event["type"], Rule> = {
  answer: { ...byOwner, from: ["clarifying"] },
  edit: { ...byOwner, from: undecided },
  submit: { ...byOwner, from: ["previewed"] },
  approve: byAnother,
  "approve-last": byAnother,
  decline: byAnother,
  announced: { ...byExecution, from: ["approving"] },
  confirm: { ...byOwner, from: ["previewed"] },
  cancel: { ...byOwner, from: undecided, sameRevision: false },
  retry: { ...byOwner, from: ["failed"] },
  redraft: { ...byOwner, from: ["undrafted"] },
  withdraw: { ...byOwner, from: ["published"], unexpired: false },
  drafted: { ...byExecution, from: ["drafting"] },
  asked: { ...byExecution, from: ["drafting"] },
  proposed: { ...byExecution, from: ["drafting"] },
  "draft-failed": { ...byExecution, from: ["drafting"] },
  "page-changed": { ...byExecution, from: ["confirmed"] },
  undone: { ...byExecution, from: ["confirmed"] },
  unshown: { ...byExecution, from: ["previewed"] },
  // Also after a failure: another try may succeed at the same moment, and what is published is published.
  published: { ...byExecution, from: ["confirmed", "failed"] },
  "publish-failed": { ...byExecution, from: ["confirmed"] },
  withdrawn: { ...byExecution, from: ["withdrawing", "published"] },
  "withdraw-failed": { ...byExecution, from: ["withdrawing"] },
};

/** Why an event was not accepted; each has one answer in words. */
export type EventRefusal =
  /** There is no such conversation, or it is long gone. */
  | { refused: "not-found" }
  | { refused: "not-yours" }
  /** The owner clicked in another server than the one they asked in. */
  | { refused: "elsewhere" }
  /** `failed`: while publishing, so that something may be published. `locale`: the owner's language. */
  | { refused: "expired"; failed: boolean; locale?: string | undefined }
  | { refused: "cancelled" }
  /** The same event was accepted before: it is answered like the first time. */
  | { refused: "repeated"; conversation?: Conversation }
  /** A newer revision exists. */
  | { refused: "replaced" }
  /** Still being prepared. */
  | { refused: "drafting" }
  | { refused: "unanswered" }
  /** Prepared and waiting for a decision. */
  | { refused: "previewed" }
  /** The owner cannot approve their own change. */
  | { refused: "own-change" }
  | { refused: "approved-already" }
  /** This is not the last approval. */
  | { refused: "approvals-missing" }
  /** Another approval came at the same moment, so that this is the last one now. */
  | { refused: "outpaced" }
  /** Confirmed by its owner, and waiting for others. */
  | { refused: "approving" }
  | { refused: "publishing" }
  | { refused: "published"; result?: Result | undefined }
  /** Published, and no longer ours to take back. */
  | { refused: "too-late"; result?: Result | undefined }
  | { refused: "failed"; failure?: Failure | undefined }
  /** With it the conversation would be longer than DynamoDB keeps; the table alone can tell. */
  | { refused: "too-long" }
  | { refused: "withdrawing" }
  | { refused: "withdrawn" };

export type Stored = { conversation: Conversation } | { record: ConversationRecord };

/**
 * Whether a conversation accepts an event now: null when it does, else why not. The pure twin of the write's condition.
 * A record whose time has passed counts as gone, although DynamoDB deletes it later.
 */
export function refusalOf(stored: Stored | null, event: Attempt, now: Date): EventRefusal | null {
  if (!stored || ("record" in stored && isForgotten(stored.record, now))) return { refused: "not-found" };
  const rule = rules[event.type];
  const found = "record" in stored ? stored.record : stored.conversation;
  const stranger = "by" in event ? refusalByPerson(found, event, rule) : null;
  if (stranger) return stranger;
  if ("record" in stored) return afterTheEnd(stored.record, event);
  return refusalByState(stored.conversation, event, now);
}

/** Whether a person may act here at all; who may not learns nothing of the conversation. */
function refusalByPerson(
  { user_id, guild_id }: Pick<ConversationRecord, "user_id" | "guild_id">,
  event: Extract<Attempt, { by: string }>,
  rule: Rule,
): EventRefusal | null {
  const own = user_id === event.by;
  if (rule.by === "another") {
    if (own) return { refused: "own-change" };
    return (event.guild_id ?? null) === (guild_id ?? null) ? null : { refused: "not-yours" };
  }
  if (!own && !event.privileged) return { refused: "not-yours" };
  if (event.guild_id === undefined || event.guild_id === (guild_id ?? null)) return null;
  return { refused: own ? "elsewhere" : "not-yours" };
}

function afterTheEnd(record: ConversationRecord, event: Attempt): EventRefusal {
  switch (record.outcome) {
    case "cancelled":
      return { refused: event.type === "cancel" ? "repeated" : "cancelled" };
    case "published":
      return { refused: event.type === "withdraw" ? "too-late" : "published", result: record.result };
    case "failed":
      return { refused: "failed", failure: record.failure };
    case "expired":
      return { refused: "expired", failed: false, locale: record.locale };
    case "withdrawn":
      return { refused: "withdrawn" };
  }
}

function refusalByState(conversation: Conversation, event: Attempt, now: Date): EventRefusal | null {
  const rule = rules[event.type];
  if (isRepeated(conversation, event)) return { refused: "repeated", conversation };
  const phase = phaseOf(conversation);
  if (rule.unexpired && isExpired(conversation, now))
    return { refused: "expired", failed: phase === "failed", locale: conversation.locale };
  const stale = rule.sameRevision && conversation.revision !== event.revision;
  if (stale && phase !== "published" && phase !== "confirmed") return { refused: "replaced" };
  if (rule.from.includes(phase) && !stale) return refusalByApprovals(conversation, event);
  return refusalByPhase(conversation);
}

/** Nobody approves twice, and only the last approval confirms. */
function refusalByApprovals(conversation: Conversation, event: Attempt): EventRefusal | null {
  const { approvals_missing: missing = 0, approvers = [], announced } = conversation;
  if (event.type === "announced" && announced) return { refused: "repeated", conversation };
  if (event.type !== "approve" && event.type !== "approve-last") return null;
  if (approvers.includes(event.by)) return { refused: "approved-already" };
  if (event.type === "approve-last") return missing === 1 ? null : { refused: "approvals-missing" };
  return missing > 1 ? null : { refused: "outpaced" };
}

/** A redelivery has its interaction among those that were accepted; a second click on Confirm or Withdraw finds its work done. */
function isRepeated(conversation: Conversation, event: Attempt): boolean {
  if ("interaction_id" in event && conversation.interactions?.includes(event.interaction_id)) return true;
  if (conversation.revision !== event.revision) return false;
  return (
    (isConfirmation(event) && ["confirmed", "approving"].includes(conversation.status)) ||
    (event.type === "withdraw" && conversation.status === "withdrawing")
  );
}

const isConfirmation = ({ type }: Attempt): boolean => type === "confirm" || type === "submit";

function refusalByPhase(conversation: Conversation): EventRefusal {
  switch (conversation.status) {
    case "drafting":
      return { refused: "drafting" };
    case "clarifying":
      return { refused: "unanswered" };
    case "previewed":
      return { refused: "previewed" };
    case "approving":
      return { refused: "approving" };
    case "confirmed":
      return { refused: "publishing" };
    case "published":
      return { refused: "published", result: conversation.result };
    case "failed":
      return { refused: "failed", failure: conversation.failure };
    case "withdrawing":
    case "withdrawn":
      return { refused: conversation.status };
  }
}
