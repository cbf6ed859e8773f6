import type { Stored } from "./transitions.ts";

/** What those who look after a site want to know of: how a request ended, and what stopped it on the way. */
export type EndKind = "published" | "failed" | "declined" | "withdrawn" | "expired" | "cancelled";

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
};

/** In milliseconds: longer than any worker that ended in the middle keeps its task from the next one. */
const RECENT = 15 * 60_000;

/**
 * The ends of a conversation that may not have been told yet: what happened last, and what happened just before it, whose
 * worker may have ended in the middle. What is older was told when it happened.
 */
export function newEndsOf(stored: Stored, now: Date): End[] {
  const { history } = "record" in stored ? stored.record : stored.conversation;
  const isNew = (at: string, number: number): boolean =>
    number === history.length - 1 || now.getTime() - Date.parse(at) < RECENT;
  const ends = history.flatMap(({ at, by, event }, number): End[] => {
    const kind = kindOf[event];
    return kind && isNew(at, number) ? [{ kind, at: new Date(at), by, number }] : [];
  });
  return [...ends, ...failureAtTheEnd(stored)];
}

/** A request that never had a preview, or was not carried out in time, has failed without an event that says so. */
function failureAtTheEnd(stored: Stored): End[] {
  if (!("record" in stored) || stored.record.outcome !== "failed") return [];
  const { history, ended_at } = stored.record;
  if (history.at(-1)?.event === "publish-failed") return [];
  return [{ kind: "failed", at: new Date(ended_at), by: "execution", number: history.length }];
}
