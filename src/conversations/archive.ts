import {
  type Base,
  type Conversation,
  type ConversationRecord,
  type Phase,
  epochSeconds,
  phaseOf,
} from "./conversation.ts";

type Outcome = ConversationRecord["outcome"];

/** Who removed the item: DynamoDB because its time had passed, or a person's write. */
export type RemovedBy = "expiry" | "person";

const DAY = 24 * 60 * 60;

/**
 * What is kept of a conversation whose item was removed; null for one that was erased. It holds no secret.
 * @param retentionDays how long the record is kept
 */
export function recordOf(
  conversation: Conversation,
  removedBy: RemovedBy,
  { endedAt, retentionDays }: { endedAt: Date; retentionDays: number },
): ConversationRecord | null {
  if (conversation.erased) return null;
  const outcome = outcomeOf(phaseOf(conversation), removedBy);
  const {
    status: _status,
    confirmed: _confirmed,
    needs_clarification: _needs,
    clarification_questions: _questions,
    reply_token: _token,
    reply_token_expires_at: _expiry,
    click_token: _clickToken,
    click_token_expires_at: _clickExpiry,
    interactions: _interactions,
    erased: _erased,
    proposal: _proposal,
    approvals_missing: _missing,
    announced: _announced,
    declined: _declined,
    live: _live,
    attachment_size_limit: _limit,
    base,
    ...kept
  } = conversation;
  const at = endedAt.toISOString();
  const by = outcome === "cancelled" ? conversation.user_id : "execution";
  return {
    ...kept,
    ...(base && { base: withoutDigest(base) }),
    outcome,
    history: [...conversation.history, ...(isOver(outcome) ? [] : [{ at, by, event: outcome }])],
    ended_at: at,
    ttl: epochSeconds(endedAt) + retentionDays * DAY,
  };
}

function outcomeOf(phase: Phase, removedBy: RemovedBy): Outcome {
  switch (phase) {
    case "published":
    case "withdrawing":
      return "published";
    case "withdrawn":
      return "withdrawn";
    case "failed":
    case "confirmed":
      return "failed";
    case "drafting":
    case "clarifying":
    case "previewed":
    case "approving":
      return removedBy === "expiry" ? "expired" : "cancelled";
    case "undrafted":
      return removedBy === "expiry" ? "failed" : "cancelled";
  }
}

/** Outcomes that the history tells already. */
const isOver = (outcome: Outcome): boolean => outcome !== "expired" && outcome !== "cancelled";

const withoutDigest = ({ digest: _digest, ...base }: Base) => base;
