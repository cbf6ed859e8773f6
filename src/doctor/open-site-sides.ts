import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createApp } from "#src/app.ts";
import type { Config } from "#src/config.ts";
import { type AccessOptions, publishingAccess } from "#src/publishing/github/access.ts";
import type { GitHubTiming } from "#src/publishing/github/connection.ts";
import { authOf, createSiteOpener } from "#src/sites/open-sites.ts";
import { DEFAULT_SITE } from "#src/sites/site-directory.ts";
import type { SiteSide } from "./site-checks.ts";

interface Options {
  config: Config;
  client: DynamoDBClient;
  timing?: Partial<GitHubTiming>;
}

/** The sites of a deployment: the default of the environment, and those of servers that have their own. */
export async function siteSides({ config, client, timing }: Options): Promise<SiteSide[]> {
  const { sites } = createApp(config, { client });
  const openSite = createSiteOpener(config, sites, timing);
  // Without the table there is still the default.
  const own = (await sites.list().catch(() => [])).filter(({ guild_id }) => guild_id !== DEFAULT_SITE);
  const side = (name: string, key: string, onGitHub: boolean): SiteSide => ({
    name,
    open: () => openSite(key),
    ...accessTo(onGitHub ? name : undefined, config, timing),
  });
  const { SITE_REPOSITORY: local, GITHUB_REPOSITORY: remote } = config;
  return [
    ...(local ? [side(local, DEFAULT_SITE, false)] : []),
    ...(remote && !local ? [side(remote, DEFAULT_SITE, true)] : []),
    ...own.map(({ guild_id, repository }) => side(repository ?? `of server ${guild_id}`, guild_id, true)),
  ];
}

function accessTo(
  repository: string | undefined,
  config: Config,
  timing: Options["timing"],
): Pick<SiteSide, "access"> {
  const auth = authOf(config);
  if (!repository || !auth) return {};
  const options: AccessOptions = {
    repository,
    auth,
    apiUrl: config.GITHUB_API_URL,
    ...(timing ? { timing } : {}),
  };
  return { access: () => publishingAccess(options) };
}
