import { conversationStatuses } from "#entities/statuses.ts";
import { withStatus } from "#src/conversations/changes.ts";
import {
  type Conversation,
  type ConversationRecord,
  type Phase,
  type Status,
  epochSeconds,
} from "#src/conversations/conversation.ts";

import { tokenOf } from "#tests/support/interaction-bodies.ts";

export const NOW = new Date("2026-11-22T10:00:00.400Z");
export const OWNER = "100000000000000001";

export const phases: readonly Phase[] = [...conversationStatuses, "undrafted"];

export const question = { id: "value:text", text: "What should Text be, exactly?", label: "New Text" };
export const intent = {
  source: "grammar" as const,
  catalogue_version: "c1",
  understood: [{ as: "text:A", from: 'text:"A"' }],
};
export const base = {
  file: "page.json",
  version: "b1",
  digest: "d1",
  section_label: "Header",
  changes: [{ property: "text", label: "Text", before: "T0", after: "A" }],
};
export const result = { branch: "ux-update/header-1", commit: "0123456789abcdef0123456789abcdef01234567" };
export const failure = { code: "unavailable", message: "It could not be reached." };

const drafted = {
  section: "header",
  updates: { text: "A" },
  parsed_intent: intent,
  base,
  preview_message: "**Text**: T0 → A",
};

/** What a conversation has in each phase, as the transitions leave it. */
const parts: Record<Phase, object> = {
  drafting: {},
  clarifying: { section: "header", updates: {}, parsed_intent: intent },
  previewed: drafted,
  approving: { ...drafted, shape: 4, approvals_missing: 1, approvals: [] },
  confirmed: { ...drafted, confirmed_at: NOW.toISOString() },
  published: { ...drafted, confirmed_at: NOW.toISOString(), result },
  failed: { ...drafted, confirmed_at: NOW.toISOString(), failure },
  undrafted: { failure },
  withdrawing: { ...drafted, confirmed_at: NOW.toISOString(), result },
  withdrawn: { ...drafted, confirmed_at: NOW.toISOString(), result },
};

const confirmedIn = new Set<Phase>(["confirmed", "published", "failed", "withdrawing", "withdrawn"]);

const common = {
  conversation_id: "1",
  user_id: OWNER,
  user_name: "Ann",
  site: "default",
  images: [],
  revision: 1,
  request: { command: 'section:header text:"A"', answers: [] },
  reply_token: tokenOf("1"),
  reply_token_expires_at: "2026-11-22T10:15:00.000Z",
  history: [{ at: NOW.toISOString(), by: OWNER, event: "start" }],
  ttl: epochSeconds(NOW) + 3600,
  created_at: NOW.toISOString(),
  updated_at: NOW.toISOString(),
};

/** A conversation of Ann's in a phase. */
export function conversationIn(phase: Phase, difference: Partial<Conversation> = {}): Conversation {
  const status: Status = phase === "undrafted" ? "failed" : phase;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parts are those of the phase
  return {
    ...common,
    ...withStatus(status, confirmedIn.has(phase), [question]),
    ...parts[phase],
    ...difference,
  } as Conversation;
}

/** What is kept of a conversation of Ann's that has ended. */
export const recordIn = (
  outcome: ConversationRecord["outcome"],
  difference: Partial<ConversationRecord> = {},
): ConversationRecord => {
  const { reply_token: _token, reply_token_expires_at: _until, ...kept } = common;
  return {
    ...kept,
    ...drafted,
    ...(outcome === "published" || outcome === "withdrawn" ? { result } : {}),
    ...(outcome === "failed" ? { failure } : {}),
    outcome,
    ended_at: NOW.toISOString(),
    ...difference,
  };
};
