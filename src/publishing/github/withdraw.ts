import { isRejected } from "./failure.ts";
import { type PullRequest, WITHDRAWN, findPublished, isWithdrawn, pullRequest } from "./pull-request.ts";
import type { GitHubRepository } from "./repository.ts";
import { cut } from "#src/publishing/inert-text.ts";
import type { Published } from "#src/publishing/publisher.ts";
import { refuse } from "#src/publishing/refusal.ts";
import { sentence } from "#src/words/sentence.ts";

/** GitHub's limit for a title, in characters. */
const TITLE_LIMIT = 256;

/** Closes the pull request, says so in its title, and deletes the branch; its commits stay with the pull request. */
export async function withdrawFromGitHub(
  github: GitHubRepository,
  published: Published,
): Promise<{ withdrawn: true } | { merged: true }> {
  const found = await findPublished(github, published);
  if (found === null) {
    const place = `${github.at.owner}/${github.at.repo}`;
    throw refuse("invalid", sentence("github.no-pull-request", { repository: place }));
  }
  if (found.merged) return { merged: true };
  if (!isWithdrawn(found)) {
    const closed = await close(github, found);
    if (closed.merged) return giveBackTitle(github, found);
  }
  await deleteBranch(github, published.branch);
  return { withdrawn: true };
}

async function close(github: GitHubRepository, { number, title }: PullRequest): Promise<PullRequest> {
  const marked = title.startsWith(WITHDRAWN) ? title : WITHDRAWN + title;
  // One request for both, so that there is no moment at which it is closed and not known to be withdrawn.
  return change(github, number, { state: "closed", title: cut(marked, TITLE_LIMIT) });
}

/** A person merged it after we had looked at it and before we closed it. */
async function giveBackTitle(
  github: GitHubRepository,
  { number, title }: PullRequest,
): Promise<{ merged: true }> {
  await change(github, number, { title });
  return { merged: true };
}

async function change(
  { request, at }: GitHubRepository,
  number: number,
  changes: { state?: "closed"; title: string },
): Promise<PullRequest> {
  const place = { ...at, pull_number: number };
  const { data } = await request("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", { ...place, ...changes });
  return pullRequest(data);
}

/** A branch that the rules of the repository keep is left there: that the pull request is closed and marked counts. */
async function deleteBranch({ request, at }: GitHubRepository, branch: string): Promise<void> {
  try {
    await request("DELETE /repos/{owner}/{repo}/git/refs/{ref}", { ...at, ref: `heads/${branch}` });
  } catch (error) {
    if (!isRejected(error, /does not exist|rule violations|protected/i)) throw error;
  }
}
