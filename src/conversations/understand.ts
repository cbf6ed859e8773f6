import type { SiteItem } from "#entities/site.ts";
import { interpret } from "#src/requests/interpret.ts";
import type { Interpretation, Request } from "#src/requests/interpretation.ts";
import type { SiteDirectory } from "#src/sites/site-directory.ts";

/** How long what was last read of a site is beyond doubt, in milliseconds. */
const SURE = 10 * 60 * 1000;

/**
 * What a request means by what is stored of its site; null when nothing is stored yet. What is not understood may be new
 * on the site: an old catalogue is then read again, for the next request.
 */
export async function understand(
  sites: Pick<SiteDirectory, "wantCatalogue">,
  site: SiteItem | null,
  request: Request,
  at: Date,
): Promise<Interpretation | null> {
  if (!site?.catalogue) return null;
  const meaning = interpret(request, site.catalogue);
  const isOld = at.getTime() - Date.parse(site.updated_at) > SURE;
  if (meaning.outcome !== "understood" && isOld) await sites.wantCatalogue(site.guild_id);
  return meaning;
}
