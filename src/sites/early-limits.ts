import type { SiteItem } from "#entities/site.ts";
import { type LimitName, type Limits, limitsOf } from "./limits.ts";
import type { SiteDirectory } from "./site-directory.ts";
import { type Accepted, createAcceptedRequests } from "./accepted-requests.ts";
import { type Countable, type Usage, emptyUsage, exceeded, idOf } from "./usage.ts";

/** The limits that `interactions` can check without a request of its own. `execution` counts exactly what it lets through. */
export interface EarlyLimits {
  /**
   * The hourly limit that a request would exceed, by the counter as it was read with the site and by what this container
   * has accepted itself. How many are open it cannot tell: some may have ended since.
   */
  reached(site: SiteItem, request: Countable): { limit: LimitName; most: number } | null;
  /** Counts a request that is about to be stored, so that others at the same moment meet it. */
  note(request: Countable): void;
  /** Forgets a request that was not stored after all. */
  release(conversationId: string): void;
}

interface Options {
  sites: Pick<SiteDirectory, "usageOf">;
  usual: Limits;
  now: () => Date;
}

export function createEarlyLimits({ sites, usual, now }: Options): EarlyLimits {
  const accepted = createAcceptedRequests(now);
  return {
    note: (request) => accepted.note(request),
    release: (conversationId) => accepted.release(conversationId),
    reached(site, request) {
      const limits = limitsOf(site, usual);
      const [read, own] = [sites.usageOf(request.guild_id), accepted.of(request.guild_id)];
      if (mostOf(read, own, request.user_id) < Math.min(limits.person_hourly, limits.server_hourly))
        return null;
      const known = joined(read, own, request.user_id);
      if (known.asked.some((entry) => idOf(entry) === request.conversation_id)) return null;
      const limit = exceeded(known, request, { limits, now: now() });
      return limit && { limit, most: limits[limit] };
    },
  };
}

/** What a person or all together can have asked for at most, without looking which of it counts twice or no more. */
const mostOf = (read: Usage, accepted: Accepted[], userId: string): number =>
  Math.max(read.asked.length, read.people.get(userId)?.asked.length ?? 0) + accepted.length;

const once = (entries: string[]) => [...new Map(entries.map((entry) => [idOf(entry), entry])).values()];

/** What was asked for by both accounts, each conversation once. */
function joined(read: Usage, accepted: Accepted[], userId: string): Usage {
  const own = accepted.filter(({ user_id }) => user_id === userId);
  const asked = once([...read.asked, ...accepted.map(({ entry }) => entry)]);
  const ownAsked = once([...(read.people.get(userId)?.asked ?? []), ...own.map(({ entry }) => entry)]);
  return { ...emptyUsage(), asked, people: new Map([[userId, { asked: ownAsked, open: [] }]]) };
}
