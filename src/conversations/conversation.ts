import type { ConversationItem } from "#entities/conversation.ts";
import type { conversationStatuses } from "#entities/statuses.ts";
import type { RecordItem } from "#entities/record.ts";

export type Status = (typeof conversationStatuses)[number];

type OfPreview = "section" | "updates" | "base" | "preview_message";
type Common = Omit<ConversationItem, "status" | OfPreview>;
type Partly = Partial<Pick<ConversationItem, OfPreview>>;
type Whole = Required<{ [K in OfPreview]: NonNullable<ConversationItem[K]> }>;

type Approvable = Required<Pick<ConversationItem, "approvals" | "approvals_missing">>;

type WithResult = Whole & { result: NonNullable<ConversationItem["result"]> };

/** The attributes of the preview and of its result that a conversation has, by its status. */
interface Has {
  drafting: Partly;
  clarifying: Partly;
  previewed: Whole;
  approving: Whole & { [K in keyof Approvable]: NonNullable<Approvable[K]> };
  confirmed: Whole;
  published: WithResult;
  failed: Partly;
  withdrawing: WithResult;
  withdrawn: WithResult;
}

/** A conversation as it is stored; its status says which of its attributes are there. */
export type Conversation = { [S in Status]: Common & Has[S] & { status: S } }[Status];

export type ConversationRecord = RecordItem;

export type Base = NonNullable<ConversationItem["base"]>;
export type Image = ConversationItem["images"][number];
export type Failure = NonNullable<ConversationItem["failure"]>;
export type Publication = NonNullable<ConversationItem["publication"]>;
export type Result = NonNullable<ConversationItem["result"]>;

/**
 * Where a conversation is in its life. It is its status, but a failure before anything was shown (`undrafted`) can be
 * mended by asking otherwise, and one while publishing (`failed`) only by trying the same again.
 */
export type Phase = Status | "undrafted";

export function phaseOf(conversation: Pick<ConversationItem, "status" | "base">): Phase {
  return conversation.status === "failed" && !conversation.base ? "undrafted" : conversation.status;
}

/** One that `execution` works on. */
export type Waiting = Extract<Conversation, { status: "drafting" | "confirmed" | "withdrawing" }>;

export const isWaiting = (conversation: Conversation): conversation is Waiting =>
  ["drafting", "confirmed", "withdrawing"].includes(conversation.status);

/** Phases that wait for a person, or lead there. What a person has decided and `execution` can still do does not expire. */
const expiring = new Set<Phase>(["drafting", "clarifying", "previewed", "approving", "undrafted", "failed"]);

/** Whether a conversation ends when its `ttl` passes. */
export const canExpire = (conversation: Pick<ConversationItem, "status" | "base">): boolean =>
  expiring.has(phaseOf(conversation));

/** A conversation that can expire counts as expired the second its `ttl` passes, whether or not DynamoDB has deleted it. */
export function isExpired(
  conversation: Pick<ConversationItem, "status" | "base" | "ttl">,
  now: Date,
): boolean {
  return canExpire(conversation) && conversation.ttl <= epochSeconds(now);
}

/** A record counts as gone the second its `ttl` passes. */
export const isForgotten = ({ ttl }: Pick<ConversationRecord, "ttl">, now: Date): boolean =>
  ttl <= epochSeconds(now);

/** Whole seconds since 1970, the unit of DynamoDB's time to live. */
export const epochSeconds = (time: Date): number => Math.floor(time.getTime() / 1000);
