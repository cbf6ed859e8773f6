import { DEFAULT_SITE, type SiteSettings } from "#src/sites/site-directory.ts";
import type { TestSystem } from "./system.ts";

/** From now on the default site has these settings and no others; what can be changed on it stays known. */
export async function settleDefaultSite(
  system: TestSystem,
  settings: Omit<SiteSettings, "guild_id"> = {},
): Promise<void> {
  const { catalogue } = (await system.app.sites.find(undefined)) ?? {};
  if (!catalogue) throw new Error("The default site has no catalogue");
  await system.app.sites.put({ guild_id: DEFAULT_SITE, ...settings });
  await system.app.sites.keepCatalogue(DEFAULT_SITE, catalogue);
  system.use(system.newContainer());
}
