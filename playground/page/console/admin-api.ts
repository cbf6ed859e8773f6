import type { Detail, OpenConversation, Summary } from "#src/admin/conversation-view.ts";
import { ask } from "../shared/ask.ts";
import type { Address } from "./address.ts";

/** How many conversations make a page. */
const PAGE = 20;

export type { Detail, OpenConversation, Summary };

export interface List {
  conversations: Summary[];
  cursor?: string;
}

/** The admin HTTP API, the console's only source. */
export function listConversations({ user, status, cursor }: Address): Promise<List> {
  const query = new URLSearchParams({
    limit: String(PAGE),
    ...(status ? { status } : {}),
    ...(cursor ? { cursor } : {}),
  });
  return ask("GET", `/admin/users/${encodeURIComponent(user)}/conversations?${query}`);
}

export interface OpenList {
  conversations: OpenConversation[];
  more: boolean;
}

/** What is open, failed and waiting, in all servers. */
export const listOpen = (): Promise<OpenList> => ask("GET", "/admin/conversations");

export const showConversation = (id: string): Promise<Detail> =>
  ask("GET", `/admin/conversations/${encodeURIComponent(id)}`);

export const retryConversation = (id: string): Promise<Detail> =>
  ask("POST", `/admin/conversations/${encodeURIComponent(id)}/retry`);

/** Erases what is kept of a user, as much as one request can; until it is complete there is more. */
export const eraseUser = (user: string): Promise<{ erased: number; complete: boolean }> =>
  ask("DELETE", `/admin/users/${encodeURIComponent(user)}/conversations`);
