import { connectToGitHub, type GitHubTiming } from "./connection.ts";
import { createCredentials, type GitHubAuth } from "./credentials.ts";
import { archived, refusalFrom } from "./failure.ts";
import type { Outcome } from "#src/publishing/publisher.ts";
import { signRequests } from "./signing.ts";
import { outcomeOf, refuse } from "#src/publishing/refusal.ts";
import { sentence } from "#src/words/sentence.ts";

export interface AccessOptions {
  /** `owner/name`. */
  repository: string;
  apiUrl?: string;
  auth: GitHubAuth;
  timing?: Partial<GitHubTiming>;
}

/**
 * Whether the bot may make branches and pull requests, as far as GitHub tells without anything being made: an App's
 * token is only given out with both permissions, and for a person's token GitHub says what that person may.
 */
export const publishingAccess = (options: AccessOptions): Promise<Outcome<{ as: "app" | "person" }>> =>
  outcomeOf(async () => {
    const [owner = "", repo = ""] = options.repository.split("/");
    const octokit = connectToGitHub(options);
    try {
      await signRequests(octokit, createCredentials(options.auth), { owner, repo, timing: options.timing });
      const { data } = await octokit.request("GET /repos/{owner}/{repo}", { owner, repo });
      if (data.archived) throw archived(data.full_name);
      if ("appId" in options.auth) return { as: "app" };
      if (data.permissions?.push) return { as: "person" };
    } catch (error) {
      throw refusalFrom(error, options.repository);
    }
    throw refuse("no-permission", sentence("github.token-owner", { repository: options.repository }));
  });
