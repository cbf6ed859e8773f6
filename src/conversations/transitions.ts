/**
 * The life of a conversation. An event moves it from one phase to the next; `rules` says from which phases, and who may
 * cause it. The write's condition in DynamoDB and `refusalOf` here are both made from `rules`.
 *
 *     drafting ◀──▶ clarifying            asked · answer; proposed leaves it drafting
 *        │  ▲
 *        │  └──── undrafted                draft-failed · redraft
 *        ▼
 *     previewed ──edit──▶ drafting         and from every phase so far: cancel, which deletes it
 *        │  ▲
 *        ▼  └ page-changed
 *     confirmed ◀──▶ failed                publish-failed · retry
 *        │
 *        ▼
 *     published ◀──▶ withdrawing ──▶ withdrawn
 *
 * A confirmed conversation that turns out to be undone, and a preview that Discord does not show, become undrafted as well.
 */

import type { ParsedIntent, Question } from "#src/requests/interpretation.ts";
import type { ReplyToken, TokenChange } from "./reply-tokens.ts";
import type { Part, Updates } from "#src/site/catalogue.ts";
import {
  type Base,
  type Conversation,
  type ConversationRecord,
  type Failure,
  type Phase,
  type Result,
  isExpired,
  isForgotten,
  phaseOf,
} from "./conversation.ts";

/** What a person's click or modal brings along, whatever it asks for. */
export interface Input {
  conversation_id: string;
  /** The revision that the clicked message showed. */
  revision: number;
  /** The Discord user id of the person, or `operator`. */
  by: string;
  interaction_id: string;
  message_id?: string;
  /** How to answer from now on, if Discord takes the answer to this click in time; an operator has none. */
  reply?: ReplyToken;
  /** What becomes of the stored reply tokens, when they were read. */
  tokens?: TokenChange;
  /** An operator or a manager of the server may do it for the owner. */
  privileged?: boolean;
  /** The Discord server of the click: null in a direct message, undefined for an operator, who is in none. */
  guild_id: string | null | undefined;
  at: Date;
  /** Until when the conversation lives if this is accepted, in epoch seconds. */
  ttl: number;
}

/** What `execution` found or did; it acts on the revision it saw in the stream. */
export interface Report {
  conversation_id: string;
  revision: number;
  message_id?: string;
  /** What becomes of the stored reply tokens, when they were read. */
  tokens?: TokenChange;
  at: Date;
}

export interface Drafted {
  section: string;
  updates: Updates;
  /** Of further sections; absent when there is none. */
  parts?: Part[];
  parsed_intent: ParsedIntent;
  base: Base;
  preview_message: string;
}

/** What a model made of the words, with a digest of what it was made of. */
export type StoredProposal = NonNullable<Conversation["proposal"]>;

export interface Asked {
  section?: string;
  updates: Updates;
  parts?: Part[];
  parsed_intent: ParsedIntent;
  questions: Question[];
}

export type PersonsEvent = Input &
  (
    | { type: "answer"; answers: { question: string; answer: string }[] }
    | { type: "edit"; request: { command?: string; description?: string } }
    | { type: "confirm" }
    | { type: "cancel" }
    | { type: "retry" }
    | { type: "redraft" }
    | { type: "withdraw" }
  );

export type ExecutionEvent = Report &
  (
    | ({ type: "drafted" } & Drafted)
    | ({ type: "asked" } & Asked)
    | { type: "proposed"; proposal: StoredProposal }
    | { type: "draft-failed"; failure: Failure }
    | ({ type: "page-changed"; ttl: number } & Drafted)
    | { type: "undone"; failure: Failure }
    | { type: "unshown"; failure: Failure }
    | { type: "published"; result: Result }
    | { type: "publish-failed"; failure: Failure }
    | { type: "withdrawn" }
    | { type: "withdraw-failed"; failure: Failure }
  );

export type Event = PersonsEvent | ExecutionEvent;

/** What `refusalOf` needs to know of an event, so that it can be asked before there is one. */
export type Attempt =
  | (Pick<Input, "revision" | "by" | "interaction_id" | "privileged" | "guild_id"> & {
      type: PersonsEvent["type"];
    })
  | (Pick<Report, "revision"> & { type: ExecutionEvent["type"] });

/** Under which condition an event is accepted. DynamoDB checks it in the same request that makes the change. */
export interface Rule {
  from: readonly Phase[];
  owner: boolean;
  sameRevision: boolean;
  unexpired: boolean;
}

const byOwner = { owner: true, sameRevision: true, unexpired: true };
const byExecution = { owner: false, sameRevision: true, unexpired: false };

export const rules: Record<Event["type"], Rule> = {
  answer: { ...byOwner, from: ["clarifying"] },
  edit: { ...byOwner, from: ["drafting", "clarifying", "previewed", "undrafted"] },
  confirm: { ...byOwner, from: ["previewed"] },
  cancel: { ...byOwner, from: ["drafting", "clarifying", "previewed", "undrafted"], sameRevision: false },
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
  /** `failed`: while publishing, so that something may be published. */
  | { refused: "expired"; failed: boolean }
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
  const stranger = rule.owner && "by" in event ? refusalByPerson(found, event) : null;
  if (stranger) return stranger;
  if ("record" in stored) return afterTheEnd(stored.record, event);
  return refusalByState(stored.conversation, event, now);
}

/** Whether a person may act here at all; who may not learns nothing of the conversation. */
function refusalByPerson(
  { user_id, guild_id }: Pick<ConversationRecord, "user_id" | "guild_id">,
  event: Extract<Attempt, { by: string }>,
): EventRefusal | null {
  const own = user_id === event.by;
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
      return { refused: "expired", failed: false };
    case "withdrawn":
      return { refused: "withdrawn" };
  }
}

function refusalByState(conversation: Conversation, event: Attempt, now: Date): EventRefusal | null {
  const rule = rules[event.type];
  if (isRepeated(conversation, event)) return { refused: "repeated", conversation };
  const phase = phaseOf(conversation);
  if (rule.unexpired && isExpired(conversation, now))
    return { refused: "expired", failed: phase === "failed" };
  const stale = rule.sameRevision && conversation.revision !== event.revision;
  if (stale && phase !== "published" && phase !== "confirmed") return { refused: "replaced" };
  if (rule.from.includes(phase) && !stale) return null;
  return refusalByPhase(conversation);
}

/** A redelivery has its interaction among those that were accepted; a second click on Confirm or Withdraw finds its work done. */
function isRepeated(conversation: Conversation, event: Attempt): boolean {
  if ("interaction_id" in event && conversation.interactions?.includes(event.interaction_id)) return true;
  if (conversation.revision !== event.revision) return false;
  return (
    (event.type === "confirm" && conversation.status === "confirmed") ||
    (event.type === "withdraw" && conversation.status === "withdrawing")
  );
}

function refusalByPhase(conversation: Conversation): EventRefusal {
  switch (conversation.status) {
    case "drafting":
      return { refused: "drafting" };
    case "clarifying":
      return { refused: "unanswered" };
    case "previewed":
      return { refused: "previewed" };
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
