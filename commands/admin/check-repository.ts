import { isAbsolute } from "node:path";
import { type Config, readConfig } from "#src/config.ts";
import { TransientError, UserError } from "#src/errors.ts";
import { createSiteOpener } from "#src/sites/open-sites.ts";
import type { SiteSettings } from "#src/sites/site-directory.ts";
import { readDefinition } from "#src/sites/site-reader.ts";
import { settingsOfStage } from "../discord-settings.ts";
import type { Choice } from "./choose-table.ts";

/**
 * Opens the repository of a server's site, so that a wrong name is told now and not to the first person who asks. Where nothing
 * here can sign in to GitHub, nothing is known of a repository there.
 * @returns whether it was opened
 * @throws UserError with the reason why it cannot be opened, or changed
 */
export async function checkRepository(asked: Choice, settings: SiteSettings): Promise<boolean> {
  const { repository, guild_id } = settings;
  if (repository === undefined) return true;
  const config = await configFor(asked, repository);
  const site = await createSiteOpener(config, { find: async () => ({ ...settings, updated_at: "" }) })(
    guild_id,
  );
  if (!site) return false;
  const read = await readDefinition(site).catch((error: unknown) => {
    if (error instanceof TransientError) return { ok: false as const, failure: error };
    throw error;
  });
  if (!read.ok) throw new UserError(`The site ${repository} cannot be changed: ${read.failure.message}`);
  return true;
}

/** A site can be stored without the right to read the settings of the deployment. */
async function configFor({ stage, region }: Choice, repository: string): Promise<Config> {
  if (isAbsolute(repository)) return readConfig([], { SITE_REPOSITORY: repository });
  const env = stage === undefined ? process.env : await settingsOfStage(stage, region).catch(() => ({}));
  return readConfig([], { ...env, SITE_REPOSITORY: "" });
}
