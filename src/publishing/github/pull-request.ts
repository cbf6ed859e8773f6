import { conversationOf, publicationTitle, pullRequestBody } from "#src/publishing/description.ts";
import { onlyOnce } from "./sending-again.ts";
import { isNotFound, isRejected } from "./failure.ts";
import type { GitHubRepository } from "./repository.ts";
import type { Publication, Published, Seen } from "#src/publishing/publisher.ts";

export interface PullRequest {
  number: number;
  url: string;
  title: string;
  state: string;
  merged: boolean;
  /** The newest commit of its branch. */
  head: string;
  labels: string[];
  /** When it was merged, and by whom where it was asked for by its number; empty until then. */
  merge: Pick<Seen, "merged_at" | "merged_by">;
}

export const LABEL = "ux-update";

/** How a title begins when the change was withdrawn; the state alone does not tell it from one that people closed. */
export const WITHDRAWN = "Withdrawn: ";

export function isWithdrawn({ state, merged, title }: PullRequest): boolean {
  return state === "closed" && !merged && title.startsWith(WITHDRAWN);
}

/** The first pull request of a branch, in whatever state; it is the one that was made with the branch. */
export async function findPullRequest(
  { request, at, id }: GitHubRepository,
  branch: string,
): Promise<PullRequest | null> {
  const filter = { ...at, state: "all" as const, head: `${at.owner}:${branch}`, per_page: 100 };
  const { data } = await request("GET /repos/{owner}/{repo}/pulls", {
    ...filter,
    direction: "asc",
    sort: "created",
  });
  // GitHub answers all pull requests when it does not understand the filter, and those of forks as well.
  const own = data.find(({ head }) => head.ref === branch && head.repo?.id === id);
  return own ? pullRequest({ ...own, merged: own.merged_at !== null }) : null;
}

/** By its number where that is known: GitHub's lists do not show at once what was made a moment ago. */
export async function findPublished(
  github: GitHubRepository,
  { branch, pull_request }: Published,
): Promise<PullRequest | null> {
  if (!pull_request) return findPullRequest(github, branch);
  const { request, at, id } = github;
  const place = { ...at, pull_number: pull_request.number };
  try {
    const { data } = await request("GET /repos/{owner}/{repo}/pulls/{pull_number}", place);
    return data.head.ref === branch && data.head.repo?.id === id ? pullRequest(data) : null;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** Makes the draft; null when there is one already. It is asked for once: trying again begins with a look. */
export async function createPullRequest(
  github: GitHubRepository,
  publication: Publication,
  base: string,
): Promise<PullRequest | null> {
  try {
    return await create(github, publication, { base, draft: true });
  } catch (error) {
    if (isRejected(error, /already exists/i)) return null;
    // Private repositories of GitHub's free plan have no drafts, and are where many small sites live.
    if (isRejected(error, /draft pull requests are not supported/i))
      return create(github, publication, { base, draft: false });
    throw error;
  }
}

async function create(
  github: GitHubRepository,
  publication: Publication,
  { base, draft }: { base: string; draft: boolean },
) {
  const { request, at, baseBranch } = github;
  const note = "This repository has no drafts: please take it as one.";
  const { data } = await request("POST /repos/{owner}/{repo}/pulls", {
    ...at,
    title: publicationTitle(publication),
    body: pullRequestBody(publication, draft ? undefined : note),
    head: publication.branch,
    base,
    draft,
    // A pull request that GitHub made, but whose answer was lost, can be closed before the client asks again, and GitHub
    // would then make a second one. The next call of the port looks first.
    ...onlyOnce,
  });
  const { default_branch } = data.base.repo;
  // Another branch with the same newest commit became the default since its name was asked for.
  if (baseBranch === undefined && default_branch !== base)
    await retarget(github, data.number, default_branch);
  return pullRequest(data);
}

async function retarget({ request, at }: GitHubRepository, number: number, base: string): Promise<void> {
  await request("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", { ...at, pull_number: number, base });
}

/** The commit made for a conversation among those of its pull request; the newest when people have rewritten it. */
export async function commitOf(
  { request, at }: GitHubRepository,
  { number, head }: PullRequest,
  conversationId: string,
): Promise<string> {
  const place = { ...at, pull_number: number, per_page: 100 };
  const { data } = await request("GET /repos/{owner}/{repo}/pulls/{pull_number}/commits", place);
  return data.find(({ commit }) => conversationOf(commit.message) === conversationId)?.sha ?? head;
}

/** Puts our label on it. A label only helps people to sort: whatever goes wrong with it, the change is published. */
export async function addLabel({ request, at }: GitHubRepository, { number, labels, state }: PullRequest) {
  if (labels.includes(LABEL) || state !== "open") return;
  const label = { ...at, issue_number: number, labels: [LABEL] };
  await request("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", label).catch(() => {});
}

/** What is used of GitHub's several forms of a pull request. */
export function pullRequest(data: {
  number: number;
  html_url: string;
  title: string;
  state: string;
  merged: boolean;
  head: { sha: string };
  labels: { name?: string }[];
  merged_at?: string | null;
  merged_by?: { login: string } | null;
}): PullRequest {
  const { number, title, state, merged, merged_at, merged_by } = data;
  const labels = data.labels.flatMap(({ name }) => name ?? []);
  const merge = {
    ...(merged_at ? { merged_at } : {}),
    ...(merged_by ? { merged_by: merged_by.login } : {}),
  };
  return { number, title, state, merged, url: data.html_url, head: data.head.sha, labels, merge };
}
