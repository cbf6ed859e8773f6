import { type Countable, askedEntry, isRecent } from "./usage.ts";

/** How many requests a container remembers: strangers must not fill its memory. */
const REMEMBERED = 2000;

/** A request, and when it was asked for, as the counter of a server has it. */
export type Accepted = Countable & { entry: string };

/** What this container has accepted within the last hour; what is older, or the oldest of too many, is forgotten. */
export function createAcceptedRequests(now: () => Date) {
  // The oldest first. A redelivered request is in it twice until its release.
  const accepted: Accepted[] = [];
  return {
    note(request: Countable): void {
      const at = now();
      accepted.push({ ...request, entry: askedEntry(request.conversation_id, at) });
      const old = accepted.findIndex(({ entry }) => isRecent(entry, at));
      accepted.splice(0, Math.max(old, accepted.length - REMEMBERED));
    },
    release(conversationId: string): void {
      const at = accepted.findIndex(({ conversation_id }) => conversation_id === conversationId);
      if (at !== -1) accepted.splice(at, 1);
    },
    /** Those of a server, or of direct messages (undefined). */
    of: (guildId: string | undefined): Accepted[] => accepted.filter(({ guild_id }) => guild_id === guildId),
  };
}
