import type { Octokit } from "@octokit/core";
import { archived, isNotFound } from "./failure.ts";
import { refuse } from "#src/publishing/refusal.ts";

/** A repository on GitHub, open for one call of the port. */
export interface GitHubRepository {
  request: Octokit["request"];
  /** Where requests go: the name that the repository has now, whatever it was called before. */
  at: { owner: string; repo: string };
  id: number | bigint;
  baseBranch: string;
}

/** The newest commit of the base branch and its tree. */
export interface Base {
  /** What the branch is called now; GitHub leads from the name of a branch that was renamed to the one it has. */
  branch: string;
  commit: string;
  tree: string;
}

/** Finds the repository; without `baseBranch` its default branch is the base. */
export async function openRepository(
  request: Octokit["request"],
  at: GitHubRepository["at"],
  baseBranch: string | undefined,
): Promise<GitHubRepository> {
  const { data } = await request("GET /repos/{owner}/{repo}", at);
  if (data.archived) throw archived(data.full_name);
  const now = { owner: data.owner.login, repo: data.name };
  return { request, at: now, id: data.id, baseBranch: baseBranch ?? data.default_branch };
}

export async function readBase({ request, at, baseBranch }: GitHubRepository): Promise<Base> {
  const place = { ...at, branch: baseBranch };
  const { data } = await request("GET /repos/{owner}/{repo}/branches/{branch}", place).catch(
    (error: unknown) => {
      throw isNotFound(error)
        ? refuse(
            "no-base-branch",
            `${at.owner}/${at.repo} has no branch ${baseBranch}; an administrator can name another one.`,
          )
        : error;
    },
  );
  return { branch: data.name, commit: data.commit.sha, tree: data.commit.commit.tree.sha };
}
