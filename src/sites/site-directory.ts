import type { SiteEntity, SiteItem } from "#entities/site.ts";
import type { Catalogue } from "#src/site/catalogue.ts";

/** The key of the site that the environment names, for servers (and direct messages) without a site of their own. */
export const DEFAULT_SITE = "default";

/** How long what was read counts, in milliseconds. */
const FRESH = 60_000;

/** The sites of the deployment and what can be changed on them. */
export interface SiteDirectory {
  /**
   * The site of a Discord server: its own, else the default. Read at most once a minute; a site without a catalogue is
   * read each time, since it is about to have one.
   */
  find(guildId: string | undefined): Promise<SiteItem | null>;
  /** Keeps what `execution` read in the repository, so that requests are understood without reading it again. */
  keepCatalogue(siteKey: string, catalogue: Catalogue): Promise<void>;
}

export function createSiteDirectory(sites: SiteEntity, now: () => Date): SiteDirectory {
  const known = new Map<string, { site: SiteItem; until: number }>();

  const read = async (guildId: string | undefined): Promise<SiteItem | null> => {
    const keys = [...new Set([guildId ?? DEFAULT_SITE, DEFAULT_SITE])].map((guild_id) => ({ guild_id }));
    const { data } = await sites.get(keys).go();
    return data.find((site) => site.guild_id === guildId) ?? data[0] ?? null;
  };

  return {
    async find(guildId) {
      const key = guildId ?? DEFAULT_SITE;
      const fresh = known.get(key);
      if (fresh && fresh.until > now().getTime()) return fresh.site;
      const site = await read(guildId);
      if (site?.catalogue) known.set(key, { site, until: now().getTime() + FRESH });
      return site;
    },
    async keepCatalogue(siteKey, catalogue) {
      await sites
        .upsert({ guild_id: siteKey, catalogue, updated_at: now().toISOString() })
        .go({ response: "none" });
    },
  };
}
