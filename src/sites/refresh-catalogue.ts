import type { SiteDirectory } from "./site-directory.ts";
import { type OpenSite, readDefinition } from "./site-reader.ts";

export interface RefreshPorts {
  openSite(key: string): Promise<OpenSite | null>;
  sites: Pick<SiteDirectory, "keepCatalogue">;
  warn(message: string, details: { error: unknown; site: string }): void;
}

/**
 * Stores the catalogue of a site as its repository has it now. A failure is only logged: the next request that names
 * something unknown asks for the catalogue again.
 */
export async function refreshCatalogue(ports: RefreshPorts, key: string): Promise<void> {
  try {
    const site = await ports.openSite(key);
    const read = site && (await readDefinition(site));
    if (read?.ok) await ports.sites.keepCatalogue(key, read.catalogue);
  } catch (error) {
    ports.warn("What can be changed could not be read again", { error, site: key });
  }
}
