import type { SiteItem } from "#entities/site.ts";
import type { Config } from "#src/config.ts";
import type { GitHubTiming } from "#src/publishing/github/connection.ts";
import type { GitHubAuth } from "#src/publishing/github/credentials.ts";
import type { GitHubPublisherOptions } from "#src/publishing/github/publisher.ts";
import type { Publisher } from "#src/publishing/publisher.ts";
import { DEFAULT_SITE, type SiteDirectory } from "./site-directory.ts";
import type { OpenSite } from "./site-reader.ts";

const CONFIG_PATH = "ux-agent.json";

/**
 * Opens sites for reading and publishing: the default by the environment, a server's own by what is stored of it. A
 * publisher is loaded and made once for each repository; null: there is no such site, or no way to sign in to it.
 */
export function createSiteOpener(
  config: Config,
  sites: Pick<SiteDirectory, "find">,
  timing: Partial<GitHubTiming> = {},
) {
  const publishers = new Map<string, Promise<Publisher | null>>();
  const publisherOf = (repository: string, baseBranch: string | undefined): Promise<Publisher | null> => {
    const key = `${repository} ${baseBranch ?? ""}`;
    const publisher =
      publishers.get(key) ??
      openGitHub(config, { repository, timing, ...(baseBranch ? { baseBranch } : {}) });
    publishers.set(key, publisher);
    return publisher;
  };
  let local: Promise<Publisher> | undefined;

  return async (key: string): Promise<OpenSite | null> => {
    if (key !== DEFAULT_SITE) return openOwn(key, await sites.find(key), publisherOf);
    if (config.SITE_REPOSITORY) return opened(key, await (local ??= openGit(config.SITE_REPOSITORY)));
    if (!config.GITHUB_REPOSITORY) return null;
    return opened(key, await publisherOf(config.GITHUB_REPOSITORY, config.GITHUB_BASE_BRANCH));
  };
}

async function openOwn(
  key: string,
  site: SiteItem | null,
  publisherOf: (repository: string, baseBranch: string | undefined) => Promise<Publisher | null>,
): Promise<OpenSite | null> {
  if (site?.guild_id !== key || !site.repository) return null;
  return opened(key, await publisherOf(site.repository, site.base_branch), site.config_path);
}

const opened = (key: string, publisher: Publisher | null, configPath = CONFIG_PATH): OpenSite | null =>
  publisher && { key, configPath, publisher };

async function openGit(repository: string): Promise<Publisher> {
  const { createGitPublisher } = await import("#src/publishing/git/publisher.ts");
  return createGitPublisher({ repository });
}

async function openGitHub(
  config: Config,
  options: Omit<GitHubPublisherOptions, "auth">,
): Promise<Publisher | null> {
  const auth = authOf(config);
  if (!auth) return null;
  const { createGitHubPublisher } = await import("#src/publishing/github/publisher.ts");
  return createGitHubPublisher({ ...options, apiUrl: config.GITHUB_API_URL, auth });
}

/** How the environment lets the bot sign in to GitHub; null when it does not. */
export function authOf(config: Config): GitHubAuth | null {
  const { GITHUB_TOKEN: token, GITHUB_APP_ID: appId, GITHUB_APP_PRIVATE_KEY: privateKey } = config;
  if (token) return { token };
  return appId && privateKey ? { appId, privateKey } : null;
}
