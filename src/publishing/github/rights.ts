import type { Octokit } from "@octokit/core";
import { BRANCH_PREFIX } from "#src/publishing/names.ts";
import type { Outcome } from "#src/publishing/publisher.ts";
import { outcomeOf } from "#src/publishing/refusal.ts";
import type { AccessOptions } from "./access.ts";
import { APP_PERMISSIONS } from "./permissions.ts";
import { connectToGitHub } from "./connection.ts";
import { createCredentials, type GitHubAuth } from "./credentials.ts";
import { refusalFrom } from "./failure.ts";
import { signRequests } from "./signing.ts";

/** What the bot may do in a repository beside what it needs, and what may keep it from doing that. */
export interface Rights {
  /** Permissions that it never uses; undefined where GitHub does not tell, as of a fine-grained token. */
  unused: string[] | undefined;
  /** The rules that hold for the branches it makes; null where the plan of the repository has none. */
  ofOurBranches: string[] | null;
  /** Those that hold for the branch it proposes changes for. */
  ofTheBase: string[] | null;
  base: string;
}

interface Repository {
  owner: string;
  repo: string;
}

/** Reads what GitHub tells of rights and rules; nothing is made. */
export const publishingRights = (
  options: AccessOptions & { base?: string | undefined },
): Promise<Outcome<Rights>> =>
  outcomeOf(async () => {
    const [owner = "", repo = ""] = options.repository.split("/");
    const repository = { owner, repo };
    const octokit = connectToGitHub(options);
    try {
      const credentials = createCredentials(options.auth);
      await signRequests(octokit, credentials, { ...repository, timing: options.timing });
      const { data, headers } = await octokit.request("GET /repos/{owner}/{repo}", repository);
      const base = options.base ?? data.default_branch;
      const unused =
        "appId" in options.auth
          ? await unusedOf(options, repository)
          : unusedScopes(headers["x-oauth-scopes"]);
      const ofOurBranches = await rulesFor(octokit, repository, `${BRANCH_PREFIX}doctor`);
      return { unused, ofOurBranches, ofTheBase: await rulesFor(octokit, repository, base), base };
    } catch (error) {
      throw refusalFrom(error, options.repository);
    }
  });

/** A classic token is for all repositories of its owner; of its scopes only those for repositories are used. */
function unusedScopes(header: unknown): string[] | undefined {
  if (typeof header !== "string" || header.trim() === "") return undefined;
  const scopes = header.split(",").map((scope) => scope.trim());
  return scopes.filter((scope) => scope !== "repo" && scope !== "public_repo");
}

/** What an App was given beyond what it needs. */
async function unusedOf(options: AccessOptions, repository: Repository): Promise<string[]> {
  const { createAppAuth } = await import("@octokit/auth-app");
  const octokit = connectToGitHub(options);
  const app = createAppAuth({ ...appOf(options.auth), request: octokit.request, log: octokit.log });
  const { token } = await app({ type: "app" });
  const headers = { authorization: `bearer ${token}` };
  const { data } = await octokit.request("GET /repos/{owner}/{repo}/installation", {
    ...repository,
    headers,
  });
  const needed: Record<string, string | undefined> = APP_PERMISSIONS;
  return Object.entries(data.permissions)
    .filter(([name, level]) => needed[name] !== level && needed[name] !== "write")
    .map(([name, level]) => `${name}: ${level}`);
}

function appOf(auth: GitHubAuth): { appId: string | number; privateKey: string } {
  if ("appId" in auth) return auth;
  throw new TypeError("a token is no App");
}

async function rulesFor(octokit: Octokit, repository: Repository, branch: string): Promise<string[] | null> {
  const found = await octokit
    .request("GET /repos/{owner}/{repo}/rules/branches/{branch}", { ...repository, branch })
    .catch((error: unknown) => {
      // A private repository of a free plan has no rules, and GitHub says so with 403.
      if (error instanceof Error && "status" in error && error.status === 403) return null;
      throw error;
    });
  return found && found.data.map(({ type }) => type);
}
