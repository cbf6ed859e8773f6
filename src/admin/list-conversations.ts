import type * as z from "zod/mini";
import type { Position, UserConversations } from "#src/conversations/user-conversations.ts";
import { type Summary, isGone, summaryOf } from "./conversation-view.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import type { Problem, listParameters } from "./parameters.ts";

export interface ListPorts {
  userConversations: Pick<UserConversations, "page">;
  now: () => Date;
}

export type ListQuery = z.infer<typeof listParameters>;

export type Listed =
  | { ok: true; conversations: Summary[]; cursor: string | undefined }
  | { ok: false; problem: Problem };

/**
 * A user's conversations, live and ended, newest first, without those that have expired. A page always costs one query
 * and one batch get. A filter by status is applied afterwards, so a page may hold fewer than the limit, or none, and still
 * have a cursor. Only the last page has none.
 */
export async function listConversations(ports: ListPorts, query: ListQuery): Promise<Listed> {
  const { userId, limit, cursor } = query;
  const after = cursor === undefined ? undefined : readCursor(cursor, userId);
  if (after === null) return { ok: false, problem: badCursor };
  const { summaries, next } = await pageOf(ports, { userId, limit, after });
  const conversations = summaries.filter((one) => Object.values(filtersOf(query, one)).every(Boolean));
  return { ok: true, conversations, cursor: next && writeCursor(next) };
}

type Filters = Omit<ListQuery, "userId" | "limit" | "cursor">;

/** Whether a conversation passes each filter of a query. */
const filtersOf = ({ status }: Filters, one: Summary): Record<keyof Filters, boolean> => ({
  status: status === undefined || one.status === status,
});

/** A user's newest conversations; `more` says whether there are older ones. */
export async function newestConversations(
  ports: ListPorts,
  userId: string,
  limit: number,
): Promise<{ summaries: Summary[]; more: boolean }> {
  const { summaries, next } = await pageOf(ports, { userId, limit });
  return { summaries, more: next !== undefined };
}

interface Wanted {
  userId: string;
  limit: number;
  after?: Position | undefined;
}

async function pageOf(ports: ListPorts, { userId, limit, after }: Wanted) {
  const { stored, next } = await ports.userConversations.page(userId, limit, after);
  const now = ports.now();
  const summaries = stored.filter((one) => !isGone(one, now)).map((one) => summaryOf(one, now));
  return { summaries, next };
}

const badCursor: Problem = {
  parameter: "cursor",
  message: "is not one that an earlier page of this user gave: leave it out to start with the newest",
};
