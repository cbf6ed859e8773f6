import { SHAPE_OF_APPROVALS, SHAPE_OF_PICTURES } from "#entities/shape.ts";
import type { ConversationItem } from "#entities/conversation.ts";
import type { ParsedIntent } from "#src/requests/interpretation.ts";
import type { Status } from "./conversation.ts";
import { type TokenChange, withClick } from "./reply-tokens.ts";
import { shapeOf } from "./shape-of.ts";
import type { Asked, Drafted, Event, ExecutionEvent, PersonsEvent } from "./events.ts";

type Attributes = Omit<
  ConversationItem,
  "conversation_id" | "user_id" | "created_at" | "history" | "interactions"
>;

/** What an accepted event changes. It follows from the event alone, so that no read is needed to write it. */
export interface Changes {
  set: Partial<Attributes>;
  remove: (keyof Attributes)[];
  /** Added to those that the request already has. */
  answers?: Answers;
  /** Added to those who have approved. */
  approval?: Approval;
  history: ConversationItem["history"][number];
  /** The interaction that caused it; one that is among them already changes nothing. */
  interaction?: string;
}

/** `more`: further approvals are missing, one less from now on. */
export interface Approval {
  id: string;
  name: string;
  more: boolean;
}

type Answers = ConversationItem["request"]["answers"];
type Questions = ConversationItem["clarification_questions"];

/** A status with the attributes that repeat it; the only place that sets them, so that they always agree. */
export function withStatus<S extends Status>(status: S, confirmed: boolean, questions: Questions = []) {
  return {
    status,
    confirmed,
    needs_clarification: status === "clarifying",
    clarification_questions: status === "clarifying" ? questions : [],
  };
}

const contents = ["base", "preview_message", "section", "updates", "parts", "parsed_intent"] as const;
const ofApproval = ["approvals_missing", "approvers", "approvals", "announced", "declined"] as const;

/** The event as a change of the stored item. `cancel` has none: it deletes. */
export function changesOf(event: Except<"cancel">): Changes {
  const { set, remove } = effectOf(event);
  const tokens = tokensOf(event);
  const stamp = { updated_at: event.at.toISOString(), ...messageOf(event), ...tokens?.set };
  const interaction = isPersons(event) ? { interaction: event.interaction_id } : {};
  return {
    set: { ...set, ...stamp },
    remove: [...remove, ...(tokens?.remove ?? [])],
    ...answersOf(event),
    ...approvalOf(event),
    history: historyEntry(event),
    ...interaction,
  };
}

type Effect = Pick<Changes, "set" | "remove">;
type Except<T extends Event["type"]> = Exclude<Event, { type: T }>;

const effectOf = (event: Except<"cancel">): Effect =>
  isPersons(event) ? effectOfPerson(event) : effectOfExecution(event);

function effectOfPerson(event: Exclude<PersonsEvent, { type: "cancel" }>): Effect {
  const [next, { ttl }] = [event.revision + 1, event];
  const drafting = { ...withStatus("drafting", false), revision: next, ttl };
  switch (event.type) {
    case "answer":
      return { set: drafting, remove: [...contents] };
    case "edit":
      return {
        set: { ...drafting, ...wordsOf(event) },
        remove: [...contents, ...ofApproval, "failure"],
      };
    case "redraft":
      return { set: drafting, remove: ["failure"] };
    case "confirm":
      return {
        set: { ...withStatus("confirmed", true), ttl, confirmed_at: event.at.toISOString() },
        remove: [],
      };
    case "submit": {
      const [approvals_missing, approvals] = [event.approvals, []];
      const set = {
        ...withStatus("approving", false),
        // What is not read may be a picture among the files: then it stays out of reach for a release that knows none.
        shape: event.hasFiles ? SHAPE_OF_PICTURES : SHAPE_OF_APPROVALS,
        ttl,
        approvals_missing,
        approvals,
      };
      return { set, remove: ["approvers", "declined"] };
    }
    case "approve":
      return { set: {}, remove: [] };
    case "approve-last":
      return {
        set: { ...withStatus("confirmed", true), ttl, confirmed_at: event.at.toISOString() },
        remove: ["approvals_missing"],
      };
    case "decline": {
      const declined = { by: event.by, reason: event.reason };
      return {
        set: { ...withStatus("previewed", false), revision: next, ttl, declined },
        remove: ofApproval.filter((name) => name !== "declined"),
      };
    }
    case "retry":
      return { set: { ...withStatus("confirmed", true), ttl }, remove: ["failure"] };
    case "withdraw":
      return { set: { ...withStatus("withdrawing", true), ttl }, remove: ["failure"] };
  }
}

function effectOfExecution(event: ExecutionEvent): Effect {
  switch (event.type) {
    case "drafted":
      return { set: { ...withStatus("previewed", false), ...draftOf(event) }, remove: withoutParts(event) };
    case "page-changed": {
      const renewed = { revision: event.revision + 1, ttl: event.ttl };
      return {
        set: { ...withStatus("previewed", false), ...draftOf(event), ...renewed },
        remove: ["confirmed_at", ...ofApproval, ...withoutParts(event)],
      };
    }
    case "asked":
      return {
        set: {
          ...withStatus("clarifying", false, event.questions),
          ...understoodOf(event),
          ...(event.proposal ? { proposal: event.proposal } : {}),
        },
        remove: withoutParts(event),
      };
    case "proposed":
      return { set: { proposal: event.proposal }, remove: [] };
    case "draft-failed":
      return { set: { ...withStatus("failed", false), failure: event.failure }, remove: [] };
    case "undone":
    case "unshown":
      return {
        set: { ...withStatus("failed", false), failure: event.failure },
        remove: ["base", "confirmed_at", ...ofApproval],
      };
    case "announced":
      return { set: { announced: true }, remove: [] };
    case "published":
      return { set: { ...withStatus("published", true), result: event.result }, remove: ["failure"] };
    case "publish-failed":
      return { set: { ...withStatus("failed", true), failure: event.failure }, remove: [] };
    case "withdrawn":
      return { set: withStatus("withdrawn", true), remove: ["failure"] };
    case "withdraw-failed":
      return { set: { ...withStatus("published", true), failure: event.failure }, remove: [] };
  }
}

/** A command is understood by its own rules: `request` has its words and answers, and `updates` what they mean. */
export function storedIntent(intent: ParsedIntent): NonNullable<Attributes["parsed_intent"]> {
  if (intent.source !== "grammar") return intent;
  const { source, section_label } = intent;
  return { source, ...(section_label === undefined ? {} : { section_label }) };
}

/** The words may mean fewer parts on the site as it is now. */
const withoutParts = ({ parts }: Pick<Drafted, "parts">): "parts"[] => (parts ? [] : ["parts"]);

/** An attached preview is made again with the settings of the version it was made with. */
const intentOf = ({ parsed_intent, base }: Drafted): NonNullable<Attributes["parsed_intent"]> => ({
  ...storedIntent(parsed_intent),
  ...(base.attached === undefined ? {} : { catalogue_version: parsed_intent.catalogue_version }),
});

const draftOf = (draft: Drafted) => ({
  ...shapeOf(draft.updates, draft.parts, draft.images),
  section: draft.section,
  updates: draft.updates,
  ...(draft.parts ? { parts: draft.parts } : {}),
  parsed_intent: intentOf(draft),
  base: draft.base,
  preview_message: draft.preview_message,
  ...(draft.images ? { images: draft.images } : {}),
});

const understoodOf = (asked: Asked) => ({
  ...shapeOf(asked.updates, asked.parts),
  ...(asked.section === undefined ? {} : { section: asked.section }),
  updates: asked.updates,
  ...(asked.parts ? { parts: asked.parts } : {}),
  parsed_intent: storedIntent(asked.parsed_intent),
});

const messageOf = (event: Event) =>
  "message_id" in event && event.message_id ? { message_id: event.message_id } : {};

const tokensOf = (event: Event): TokenChange | undefined =>
  "reply" in event && event.reply ? withClick(event.reply) : event.tokens;

function approvalOf(event: Except<"cancel">): Pick<Changes, "approval"> {
  if (event.type !== "approve" && event.type !== "approve-last") return {};
  return { approval: { id: event.by, name: event.name, more: event.type === "approve" } };
}

type Edit = Extract<PersonsEvent, { type: "edit" }>;

const wordsOf = ({ request, answers = [] }: Pick<Edit, "request" | "answers">) =>
  request ? { request: { ...request, answers } } : {};

function answersOf(event: Except<"cancel">): Pick<Changes, "answers"> {
  if (event.type === "answer") return { answers: event.answers };
  const adds = event.type === "edit" && !event.request && event.answers;
  return adds && adds.length > 0 ? { answers: adds } : {};
}

const isPersons = <E extends Event>(event: E): event is Extract<E, PersonsEvent> => "by" in event;

const historyEntry = (event: Event): Changes["history"] => ({
  at: event.at.toISOString(),
  by: isPersons(event) ? event.by : "execution",
  event: event.type,
});
