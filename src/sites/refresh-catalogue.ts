import type { SiteDirectory } from "./site-directory.ts";
import { type OpenSite, readDefinition, readValues } from "./site-reader.ts";

export interface RefreshPorts {
  openSite(key: string): Promise<OpenSite | null>;
  sites: Pick<SiteDirectory, "keepCatalogue" | "keepValues">;
  warn(message: string, details: { error: unknown; site: string }): void;
}

/**
 * Stores the catalogue of a site, and what each section says, as its repository has it now. A failure is only logged: the next request that names
 * something unknown asks for the catalogue again.
 */
export async function refreshCatalogue(ports: RefreshPorts, key: string): Promise<void> {
  try {
    const site = await ports.openSite(key);
    const read = site && (await readDefinition(site));
    if (!site || !read?.ok) return;
    await ports.sites.keepCatalogue(key, read.catalogue);
    const sections = read.definition.sections.map(({ id }) => id);
    await ports.sites.keepValues(key, sections, await readValues(site, read.definition));
  } catch (error) {
    ports.warn("What can be changed could not be read again", { error, site: key });
  }
}
