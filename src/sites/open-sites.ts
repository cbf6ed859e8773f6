import { isAbsolute } from "node:path";
import type { SiteItem } from "#entities/site.ts";
import type { Config } from "#src/config.ts";
import type { GitHubTiming } from "#src/publishing/github/connection.ts";
import type { GitHubAuth } from "#src/publishing/github/credentials.ts";
import { Memory } from "#src/publishing/memory.ts";
import type { GitHubPublisherOptions } from "#src/publishing/github/publisher.ts";
import type { Publisher } from "#src/publishing/publisher.ts";
import { DEFAULT_SITE, type SiteDirectory } from "./site-directory.ts";
import type { OpenSite } from "./site-reader.ts";

const CONFIG_PATH = "ux-agent.json";

/** Makes a publisher for one step of work. */
type Open = () => Publisher;

/**
 * Opens sites for one step of work each: the default by the environment, a server's own by what is stored of it. What a
 * step found out of a repository that cannot change is kept for the next; null: there is no such site, or no way to sign
 * in to it.
 */
export function createSiteOpener(
  config: Config,
  sites: Pick<SiteDirectory, "find">,
  timing: Partial<GitHubTiming> = {},
) {
  const repositories = new Map<string, Promise<Open | null>>();
  const memory = new Memory();
  const openOnGitHub: OpenRepository = async (repository, baseBranch) => {
    const key = `${repository} ${baseBranch ?? ""}`;
    const options = { repository, timing, ...(baseBranch ? { baseBranch } : {}) };
    const open = repositories.get(key) ?? onGitHub(config, options, memory);
    repositories.set(key, open);
    return (await open)?.() ?? null;
  };
  const openHere: OpenRepository = async (repository, baseBranch) => {
    const key = `${repository} ${baseBranch ?? ""}`;
    const open = local.get(key) ?? onGit({ repository, ...(baseBranch ? { baseBranch } : {}) }, memory);
    local.set(key, open);
    return (await open)();
  };
  const local = new Map<string, Promise<Open>>();
  // A path is opened only where the environment says that sites are on this machine: a deployment has none.
  const isHere = (repository: string) => config.SITE_REPOSITORY !== undefined && isAbsolute(repository);
  const openRepository: OpenRepository = (repository, baseBranch) =>
    (isHere(repository) ? openHere : openOnGitHub)(repository, baseBranch);

  return async (key: string): Promise<OpenSite | null> => {
    if (key !== DEFAULT_SITE) return openOwn(key, await sites.find(key), openRepository);
    if (config.SITE_REPOSITORY) return opened(key, await openHere(config.SITE_REPOSITORY, undefined));
    if (!config.GITHUB_REPOSITORY) return null;
    return opened(key, await openOnGitHub(config.GITHUB_REPOSITORY, config.GITHUB_BASE_BRANCH));
  };
}

type OpenRepository = (repository: string, baseBranch: string | undefined) => Promise<Publisher | null>;

async function openOwn(
  key: string,
  site: SiteItem | null,
  openRepository: OpenRepository,
): Promise<OpenSite | null> {
  if (site?.guild_id !== key || !site.repository) return null;
  return opened(key, await openRepository(site.repository, site.base_branch), site.config_path);
}

const opened = (key: string, publisher: Publisher | null, configPath = CONFIG_PATH): OpenSite | null =>
  publisher && { key, configPath, publisher };

async function onGit(options: { repository: string; baseBranch?: string }, memory: Memory): Promise<Open> {
  const [{ createGitPublisher }, { keep }] = await Promise.all([
    import("#src/publishing/git/publisher.ts"),
    import("#src/publishing/git/kept.ts"),
  ]);
  const kept = keep(memory);
  return () => createGitPublisher(options, kept);
}

async function onGitHub(
  config: Config,
  options: Omit<GitHubPublisherOptions, "auth">,
  memory: Memory,
): Promise<Open | null> {
  const auth = authOf(config);
  if (!auth) return null;
  const [{ createGitHubPublisher }, { keep }] = await Promise.all([
    import("#src/publishing/github/publisher.ts"),
    import("#src/publishing/github/kept.ts"),
  ]);
  const all = { ...options, apiUrl: config.GITHUB_API_URL, auth };
  const kept = keep(all, memory);
  return () => createGitHubPublisher(all, kept);
}

/** How the environment lets the bot sign in to GitHub; null when it does not. */
export function authOf(config: Config): GitHubAuth | null {
  const { GITHUB_TOKEN: token, GITHUB_APP_ID: appId, GITHUB_APP_PRIVATE_KEY: privateKey } = config;
  if (token) return { token };
  return appId && privateKey ? { appId, privateKey } : null;
}
