import type { SiteItem } from "#entities/site.ts";
import type { SiteDirectory } from "#src/sites/site-directory.ts";
import type { SectionValues } from "#src/sites/site-values.ts";
import { isOld, wasWanted } from "./understand.ts";

export interface ValuesPorts {
  sites: Pick<SiteDirectory, "valuesOf" | "wantCatalogue">;
  now: () => Date;
}

/**
 * What a section says now, as `execution` last read it: one read, and at most once in ten minutes a write that asks for it to be
 * read again, for the next form. A form can be filled in without.
 */
export async function valuesNow(
  { sites, now }: ValuesPorts,
  site: SiteItem,
  section: string,
): Promise<SectionValues> {
  const values = await sites.valuesOf(site.guild_id, section);
  const isMissing = values === null && !wasWanted(site, now());
  if (isMissing || isOld(site, now())) await sites.wantCatalogue(site.guild_id);
  return values ?? {};
}
