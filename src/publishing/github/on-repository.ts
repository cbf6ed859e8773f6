import type { Octokit } from "@octokit/core";
import type { Outcome } from "#src/publishing/publisher.ts";
import { outcomeOf } from "#src/publishing/refusal.ts";
import { connectToGitHub, type GitHubTiming } from "./connection.ts";
import { createCredentials, type GitHubAuth, type Signature } from "./credentials.ts";
import { refusalFrom } from "./failure.ts";
import type { Permissions } from "./permissions.ts";
import { signRequests } from "./signing.ts";

export interface AccessOptions {
  /** `owner/name`. */
  repository: string;
  apiUrl?: string;
  auth: GitHubAuth;
  timing?: Partial<GitHubTiming>;
}

/** A repository on GitHub for what is asked once: nothing of it is remembered. */
export interface Opened extends Pick<Signature, "granted"> {
  request: Octokit["request"];
  /** As it is called now. */
  at: { owner: string; repo: string };
  /** What GitHub says of it. */
  answer: Awaited<ReturnType<typeof ask>>;
}

/**
 * Signs in to a repository, looks at it, and asks or does something there.
 * @param needed of an App's permissions, where that is something else than publishing
 */
export const onRepository = <T extends object>(
  options: AccessOptions,
  act: (opened: Opened) => Promise<T>,
  needed?: Permissions,
): Promise<Outcome<T>> =>
  outcomeOf(async () => {
    const [owner = "", repo = ""] = options.repository.split("/");
    const octokit = connectToGitHub(options);
    try {
      const credentials = createCredentials(options.auth, needed);
      const { granted } = await signRequests(octokit, credentials, { owner, repo, timing: options.timing });
      const answer = await ask(octokit, owner, repo);
      const at = { owner: answer.data.owner.login, repo: answer.data.name };
      return await act({ request: octokit.request, at, answer, ...(granted ? { granted } : {}) });
    } catch (error) {
      throw refusalFrom(error, options.repository);
    }
  });

const ask = (octokit: Octokit, owner: string, repo: string) =>
  octokit.request("GET /repos/{owner}/{repo}", { owner, repo });
