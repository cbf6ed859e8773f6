import type { ParsedIntent, Question } from "#src/requests/interpretation.ts";
import type { Part, Updates } from "#src/site/catalogue.ts";
import type { Base, Conversation, Failure, Image, Result } from "./conversation.ts";
import type { ReplyToken, TokenChange } from "./reply-tokens.ts";

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
  /** The attached images with what the preview made of each; absent when there are none. */
  images?: Image[];
}

/** What a model made of the words, with a digest of what it was made of. */
export type StoredProposal = NonNullable<Conversation["proposal"]>;

export interface Asked {
  section?: string;
  updates: Updates;
  parts?: Part[];
  parsed_intent: ParsedIntent;
  questions: Question[];
  /** What a model proposed, where that is not stored yet. */
  proposal?: StoredProposal;
}

export type Answer = Conversation["request"]["answers"][number];

export type PersonsEvent = Input &
  (
    | { type: "answer"; answers: Answer[] }
    /** Other words in place of those before and their answers, or further answers to the same words. */
    | { type: "edit"; request?: { command?: string; description?: string }; answers?: Answer[] }
    | { type: "confirm" }
    /** The owner confirms, and so many others have to approve. */
    | { type: "submit"; approvals: number; hasFiles: boolean }
    /** An approval after which more are missing. */
    | { type: "approve"; name: string }
    | { type: "approve-last"; name: string }
    | { type: "decline"; reason: string }
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
    /** Those who may approve were told. */
    | { type: "announced" }
    | { type: "undone"; failure: Failure }
    | { type: "unshown"; failure: Failure }
    /** `repository`: its id, where what was published is followed. */
    | { type: "published"; result: Result; repository?: string }
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
