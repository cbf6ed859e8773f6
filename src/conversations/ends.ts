import type { Conversation, ConversationRecord } from "./conversation.ts";
import type { Stored } from "./transitions.ts";

/** What the people who look after a site want to know: how a request ended, and what stopped it on the way. */
export type EndKind =
  | "published"
  | "failed"
  | "declined"
  | "withdrawn"
  | "expired"
  | "cancelled"
  | "merged"
  | "closed";

export interface End {
  kind: EndKind;
  at: Date;
  /** A Discord user id, `execution` or `operator`. */
  by: string;
  /** Which event of its conversation it is, so that no two ends of one conversation are the same. */
  number: number;
}

const kindOf: Record<string, EndKind> = {
  published: "published",
  "publish-failed": "failed",
  decline: "declined",
  withdrawn: "withdrawn",
  expired: "expired",
  cancelled: "cancelled",
  merged: "merged",
  closed: "closed",
};

/** In milliseconds: longer than any worker that ended in the middle keeps its task from the next one. */
const RECENT = 15 * 60_000;

/**
 * The ends of a conversation that may not have been told yet: what happened last, and what happened just before it, whose
 * worker may have ended in the middle. What is older was told when it happened.
 */
export function newEndsOf(stored: Stored, now: Date): End[] {
  const { history } = of(stored);
  const isNew = ({ at, number }: End): boolean =>
    number === history.length - 1 || now.getTime() - at.getTime() < RECENT;
  return [...endsIn(history).filter(isNew), ...failureAtTheEnd(stored)];
}

/**
 * What people have done with a pull request since it was last looked at: a look is noted once its news is told.
 * @param lookedAt ISO 8601; undefined before the first look
 */
export const endsSinceLook = (stored: Stored, lookedAt: string | undefined): End[] =>
  endsIn(of(stored).history).filter(
    ({ kind, at }) => (kind === "merged" || kind === "closed") && at.toISOString() > (lookedAt ?? ""),
  );

const of = (stored: Stored): Conversation | ConversationRecord =>
  "record" in stored ? stored.record : stored.conversation;

const endsIn = (history: Conversation["history"]): End[] =>
  history.flatMap(({ at, by, event }, number): End[] => {
    const kind = kindOf[event];
    return kind ? [{ kind, at: new Date(at), by, number }] : [];
  });

/** A request that never had a preview, or was not carried out in time, has failed without an event that says so. */
function failureAtTheEnd(stored: Stored): End[] {
  if (!("record" in stored) || stored.record.outcome !== "failed") return [];
  const { history, ended_at } = stored.record;
  if (history.at(-1)?.event === "publish-failed") return [];
  return [{ kind: "failed", at: new Date(ended_at), by: "execution", number: history.length }];
}
