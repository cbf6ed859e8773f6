import type { Octokit } from "@octokit/core";
import { refuse } from "./refusal.ts";

/** A personal access token, or a GitHub App that is installed on the repository. */
export type GitHubAuth = { token: string } | { appId: string | number; privateKey: string };

interface Repository {
  owner: string;
  repo: string;
}

/** Answers the value of an Authorization header. `octokit` sends what has to be asked for. */
export type Credentials = (octokit: Octokit, repository: Repository) => Promise<string>;

/** An installation token lives for an hour; it is given up a little earlier. */
const TOKEN_LIFE_MS = 55 * 60 * 1000;

/** No more than publishing needs. Labels and pull requests share a permission. */
const PERMISSIONS = { contents: "write", pull_requests: "write" } as const;

/** The credentials of a publisher; installation tokens are kept until they expire. */
export function createCredentials(auth: GitHubAuth): Credentials {
  if ("token" in auth) return () => Promise.resolve(`token ${auth.token}`);
  const cache = createTokenCache();
  let installationId: Promise<number> | undefined;
  return async (octokit, repository) => {
    const { createAppAuth } = await import("@octokit/auth-app");
    const app = createAppAuth({ ...auth, request: octokit.request, cache, log: octokit.log });
    installationId ??= findInstallation(octokit, repository, await appToken(app));
    installationId.catch(() => (installationId = undefined));
    const installation = { installationId: await installationId, repositoryNames: [repository.repo] };
    const { token } = await app({ type: "installation", ...installation, permissions: PERMISSIONS });
    return `token ${token}`;
  };
}

async function appToken(app: (options: { type: "app" }) => Promise<{ token: string }>): Promise<string> {
  try {
    return (await app({ type: "app" })).token;
  } catch {
    // The reason may quote the key.
    throw refuse("no-permission", "The private key of the GitHub App cannot be used; please set it again.");
  }
}

async function findInstallation(octokit: Octokit, repository: Repository, jwt: string): Promise<number> {
  const headers = { authorization: `bearer ${jwt}` };
  const { data } = await octokit.request("GET /repos/{owner}/{repo}/installation", {
    ...repository,
    headers,
  });
  return data.id;
}

function createTokenCache() {
  const tokens = new Map<string, { value: string; expires: number }>();
  return {
    get: (key: string) => {
      const found = tokens.get(key);
      return found && found.expires > Date.now() ? found.value : "";
    },
    set: (key: string, value: string) => tokens.set(key, { value, expires: Date.now() + TOKEN_LIFE_MS }),
  };
}
