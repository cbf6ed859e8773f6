import { conversationStatuses, recordOutcomes } from "#entities/statuses.ts";
import {
  type Base,
  type Conversation,
  type ConversationRecord,
  canExpire,
  epochSeconds,
  isExpired,
  isForgotten,
} from "#src/conversations/conversation.ts";
import { messageUrl } from "#src/conversations/message-url.ts";
import { filesIn, partsOf, sectionLabelsIn } from "#src/conversations/parts-of.ts";
import { shownUpdates } from "#src/conversations/shown-updates.ts";
import type { Stored } from "#src/conversations/transitions.ts";

/** How a conversation stands, or how it ended. */
export const shownStatuses = [...new Set([...conversationStatuses, ...recordOutcomes])] as const;
export type ShownStatus = (typeof shownStatuses)[number];

/** A conversation or its record as a row of a list, for operators and for the person who asked. */
export type Summary = ReturnType<typeof summaryOf>;
/** A summary with everything else that is stored; `history` is its timeline. It holds no secret and no signed link. */
export type Detail = ReturnType<typeof detailOf>;

/** By whom or what a request is waited for. One that is published or withdrawn needs no one. */
export type Need = "failed" | "owner" | "approval" | "work";

export type OpenConversation = Summary & { need: Need };

type Either = Conversation | ConversationRecord;

export function summaryOf(stored: Stored, now: Date) {
  const of = eitherOf(stored);
  return {
    conversation_id: of.conversation_id,
    user: { id: of.user_id, name: of.user_name },
    guild_id: of.guild_id,
    site: of.site,
    status: statusOf(stored, now),
    /** False for a record: the conversation has ended and cannot go on. */
    live: "conversation" in stored,
    section: of.section,
    section_label: of.base?.section_label ?? of.parsed_intent?.section_label,
    file: of.base?.file,
    /** Of all sections, where there are several. */
    sections: sectionsOf(of),
    files: of.base?.files ? filesIn(of.base).map(({ file }) => file) : undefined,
    changes: changesIn(of),
    request: of.request,
    undo_of: of.undo_of,
    undone_by: of.undone_by?.conversation_id,
    revision: of.revision,
    created_at: of.created_at,
    updated_at: of.updated_at,
    ended_at: "record" in stored ? stored.record.ended_at : undefined,
    ...expiryOf(stored, now),
    result: of.result,
    publication: of.publication,
    failure: of.failure,
    message_url: messageUrl(of),
  };
}

export function detailOf(stored: Stored, now: Date) {
  const of = eitherOf(stored);
  return {
    ...summaryOf(stored, now),
    questions: "conversation" in stored ? stored.conversation.clarification_questions : [],
    parsed_intent: of.parsed_intent,
    preview_message: of.preview_message,
    // Without their links: they are signed, so anyone who has one can open the image.
    images: of.images.map(({ id, name, content_type, size, width, height }) => ({
      id,
      name,
      content_type,
      size,
      width,
      height,
    })),
    confirmed_at: of.confirmed_at,
    history: of.history.map(({ at, by, event }) => ({ at, by, event })),
  };
}

/** Whether it has expired. It counts as gone from that second, even while DynamoDB still has it. */
export const isGone = (stored: Stored, now: Date): boolean =>
  "record" in stored ? isForgotten(stored.record, now) : isExpired(stored.conversation, now);

const eitherOf = (stored: Stored): Either => ("record" in stored ? stored.record : stored.conversation);

function statusOf(stored: Stored, now: Date): ShownStatus {
  if ("record" in stored) return stored.record.outcome;
  return isExpired(stored.conversation, now) ? "expired" : stored.conversation.status;
}

interface Expiry {
  /** ISO 8601. */
  expires_at: string | undefined;
  expires_in_seconds: number | undefined;
}

/** Until when the owner can go on. A decided or ended conversation has no such time. */
function expiryOf(stored: Stored, now: Date): Expiry {
  if ("record" in stored || !canExpire(stored.conversation))
    return { expires_at: undefined, expires_in_seconds: undefined };
  const { ttl } = stored.conversation;
  return {
    expires_at: new Date(ttl * 1000).toISOString(),
    expires_in_seconds: Math.max(0, ttl - epochSeconds(now)),
  };
}

/** The changes as the preview shows them or, before there is a preview, as the request was understood. */
function changesIn(of: Either): (Pick<Base["changes"][number], "property" | "label" | "before" | "after"> & {
  section?: string;
  said?: string;
})[] {
  const { base, section = "", updates = {}, parts } = of;
  if (base)
    return base.changes.map(({ section: where, property, label, before, after, said }) => ({
      ...(where === undefined ? {} : { section: where }),
      property,
      label,
      before,
      after,
      ...(said === undefined ? {} : { said }),
    }));
  return shownUpdates(partsOf({ section, updates, parts })).map(({ section: where, property, after }) => ({
    ...(parts ? { section: where } : {}),
    property,
    label: property,
    before: null,
    after,
  }));
}

/** What the sections are called or, before there is a preview, their ids; undefined when there is only one. */
function sectionsOf({ base, section = "", parts }: Either): string[] | undefined {
  if (!parts) return undefined;
  return base ? sectionLabelsIn(base) : [section, ...parts.map((part) => part.section)];
}
