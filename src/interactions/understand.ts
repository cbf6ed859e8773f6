import type { SiteItem } from "#entities/site.ts";
import type { Interpretation, Request } from "#src/requests/interpretation.ts";
import type { SiteDirectory } from "#src/sites/site-directory.ts";

export interface UnderstandPorts {
  sites: Pick<SiteDirectory, "wantCatalogue">;
  now: () => Date;
  /** Whether there is a model that reads what the rules leave open; only `execution` asks it. */
  readsByModel: boolean;
}

/** How long after it was read, or was asked to be, a site is not asked to be read again, in milliseconds. */
const SURE = 10 * 60 * 1000;

/**
 * What a request means by the catalogue that is stored of its site. Null when only `execution` can tell, which reads the
 * site itself. What is not understood may be new on the site: an old catalogue is then read again, for the next request.
 */
export async function understand(
  { sites, now, readsByModel }: UnderstandPorts,
  site: SiteItem,
  request: Request,
): Promise<Interpretation | null> {
  if (!site.catalogue) return null;
  // The grammar is loaded with the first words: a click and a list do without.
  const { readByCatalogue } = await import("./read-by-catalogue.ts");
  const meaning = readByCatalogue(request, site.catalogue, readsByModel);
  if (meaning && meaning.outcome !== "understood" && isOld(site, now()))
    await sites.wantCatalogue(site.guild_id);
  return meaning;
}

/** A site that cannot be read now is not asked for with every request. */
export const isOld = (site: SiteItem, at: Date): boolean =>
  at.getTime() - Date.parse(site.updated_at) > SURE && !wasWanted(site, at);

/** Whether it was asked to be read lately. */
export const wasWanted = ({ catalogue_wanted_at: wanted }: SiteItem, at: Date): boolean =>
  wanted !== undefined && at.getTime() - Date.parse(wanted) <= SURE;
