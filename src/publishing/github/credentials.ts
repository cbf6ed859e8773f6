import type { Octokit } from "@octokit/core";
import { isNotFound } from "./failure.ts";
import { type Permissions, TO_FOLLOW, TO_PUBLISH } from "./permissions.ts";
import { refuse } from "#src/publishing/refusal.ts";
import { sentence } from "#src/words/sentence.ts";

/** A personal access token, or a GitHub App that is installed on the repository. */
export type GitHubAuth = { token: string } | { appId: string | number; privateKey: string };

interface Repository {
  owner: string;
  repo: string;
}

/** What requests are signed with. */
export interface Signature {
  /** The value of an Authorization header. */
  authorization: string;
  /** For a token that GitHub gave out for the asking: when it did. */
  issued?: Date;
  /** Of an App: what its installation on the repository was given. */
  granted?: Granted;
}

type Granted = Readonly<Record<string, string>>;

export interface Credentials {
  /** Answers how to sign; `octokit` sends what has to be asked for. */
  sign(octokit: Octokit, repository: Repository): Promise<Signature>;
  /** Lets the next signature be asked for anew, because GitHub took back what it gave out. */
  forget(): void;
}

/** An installation token lives for an hour; it is given up a little earlier. */
const TOKEN_LIFE_MS = 55 * 60 * 1000;

/**
 * The credentials of a publisher; installation tokens are kept until they expire.
 * @param needed of an App's permissions, beside those to read that following takes
 */
export function createCredentials(auth: GitHubAuth, needed: Permissions = TO_PUBLISH): Credentials {
  if ("token" in auth) {
    const signature = { authorization: `token ${auth.token}` };
    return { sign: () => Promise.resolve(signature), forget: () => {} };
  }
  const cache = createTokenCache();
  let installation: Promise<Installation> | undefined;
  const forget = () => {
    cache.clear();
    installation = undefined;
  };
  const sign: Credentials["sign"] = async (octokit, repository) => {
    const { createAppAuth } = await import("@octokit/auth-app");
    const app = createAppAuth({ ...auth, request: octokit.request, cache, log: octokit.log });
    installation ??= findInstallation(octokit, repository, await appToken(app));
    installation.catch(() => (installation = undefined));
    const { installationId, granted } = await installation;
    const { token, createdAt } = await app({
      type: "installation",
      installationId,
      repositoryNames: [repository.repo],
      permissions: { ...toFollow(granted), ...needed },
    });
    return { authorization: `token ${token}`, issued: new Date(createdAt), granted };
  };
  return { sign, forget };
}

async function appToken(app: (options: { type: "app" }) => Promise<{ token: string }>): Promise<string> {
  try {
    return (await app({ type: "app" })).token;
  } catch {
    // The reason may quote the key.
    throw refuse("no-permission", sentence("github.private-key"));
  }
}

interface Installation {
  installationId: number;
  granted: Granted;
}

/** GitHub refuses a token with more than an installation has, so what following needs is asked for where it is there. */
const toFollow = (granted: Granted): Permissions =>
  Object.fromEntries(Object.entries(TO_FOLLOW).filter(([name]) => granted[name]));

async function findInstallation(
  octokit: Octokit,
  repository: Repository,
  jwt: string,
): Promise<Installation> {
  const request = { ...repository, headers: { authorization: `bearer ${jwt}` } };
  const { data } = await octokit
    .request("GET /repos/{owner}/{repo}/installation", request)
    .catch((error: unknown) => {
      throw isNotFound(error) ? notInstalled(repository) : error;
    });
  return { installationId: data.id, granted: data.permissions ?? {} };
}

function notInstalled({ owner, repo }: Repository) {
  return refuse("not-found", sentence("github.not-installed", { repository: `${owner}/${repo}` }));
}

function createTokenCache() {
  const tokens = new Map<string, { value: string; expires: number }>();
  return {
    get: (key: string) => {
      const found = tokens.get(key);
      return found && found.expires > Date.now() ? found.value : "";
    },
    set: (key: string, value: string) => tokens.set(key, { value, expires: Date.now() + TOKEN_LIFE_MS }),
    clear: () => tokens.clear(),
  };
}
