import type { SiteItem } from "#entities/site.ts";
import type { Usage } from "./usage.ts";

/** How long a read site is used, in milliseconds. */
const FRESH = 60_000;
/** How many servers a container remembers: strangers must not fill its memory. */
const REMEMBERED = 200;

/** What was found for a server. */
export interface Known {
  site: SiteItem | null;
  usage: Usage;
  /** The Discord user ids of those who are blocked in the server. */
  blocked: ReadonlySet<string>;
}

/** The sites of the servers, each remembered for a minute. When there are too many, the oldest is forgotten. */
export function createSiteMemory(now: () => Date) {
  const read = new Map<string, Known & { until: number }>();
  return {
    get(key: string) {
      const found = read.get(key);
      return found && found.until > now().getTime() ? found : null;
    },
    keep(key: string, found: Known): Known {
      read.delete(key);
      const [oldest] = read.keys();
      if (read.size >= REMEMBERED && oldest !== undefined) read.delete(oldest);
      read.set(key, { ...found, until: now().getTime() + FRESH });
      return found;
    },
    /** Forgets a site for every server that it is the site of. */
    forget(guildId: string): void {
      for (const [key, { site }] of read) if (site?.guild_id === guildId) read.delete(key);
    },
  };
}
