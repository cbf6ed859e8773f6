import type { Part } from "#src/site/catalogue.ts";
import type { SiteDefinition } from "#src/site/site-definition.ts";
import { standingValues } from "#src/site/standing-values.ts";
import type { SiteDirectory } from "#src/sites/site-directory.ts";
import type { OpenSite } from "#src/sites/site-reader.ts";

export interface KeepValuesPorts {
  sites: Pick<SiteDirectory, "keepValues">;
  warn(message: string, details: { error: unknown; conversation_id?: string }): void;
}

interface Read {
  site: OpenSite;
  definition: SiteDefinition;
  parts: Part[];
  /** The files of the parts, by their paths. */
  contents: ReadonlyMap<string, Uint8Array>;
}

/** Keeps what the sections of a request say now, for the forms that show it. When that fails, they show what was kept before. */
export async function keepValues(
  ports: KeepValuesPorts,
  { site, definition, parts, contents }: Read,
): Promise<void> {
  const ids = parts.map(({ section }) => section);
  const sections = definition.sections.filter(({ id }) => ids.includes(id));
  try {
    const values = await standingValues({ sections }, async (path) => contents.get(path) ?? null);
    await ports.sites.keepValues(site.key, ids, values);
  } catch (error) {
    ports.warn("What the site says now could not be kept", { error });
  }
}
