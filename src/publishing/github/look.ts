import { RequestError } from "@octokit/request-error";
import type { Published, Seen } from "#src/publishing/publisher.ts";
import { secondsOfLimit } from "./failure.ts";
import { findPublished } from "./pull-request.ts";
import type { GitHubRepository } from "./repository.ts";
import { mayBeAbsent } from "./sending-again.ts";

/** The most deployments of a commit that are asked for their address. */
const MOST_DEPLOYMENTS = 3;

/**
 * What has become of a pull request of ours; null when it is not in this repository. Of one that has ended nothing more is
 * read: one request. Of an open one its checks and its deployments: seven requests at most.
 */
export async function lookOnGitHub(github: GitHubRepository, published: Published): Promise<Seen | null> {
  const found = await findPublished(github, published);
  if (!found) return null;
  const { head: commit } = found;
  const seen = { repository: String(github.id), commit, changed: commit !== published.commit };
  if (found.merged) return { ...seen, state: "merged", ...found.merge };
  if (found.state === "closed") return { ...seen, state: "closed" };
  const [checks, preview_url] = await Promise.all([checksOf(github, commit), previewOf(github, commit)]);
  return { ...seen, state: "open", ...(checks ? { checks } : {}), ...(preview_url ? { preview_url } : {}) };
}

type Checks = NonNullable<Seen["checks"]>;

/** All suites and the commit's statuses as one: failed if any has failed, pending while any is. */
async function checksOf(github: GitHubRepository, ref: string): Promise<Checks | undefined> {
  const [suites, statuses] = await Promise.all([suitesOf(github, ref), statusesOf(github, ref)]);
  const all = new Set([...suites, ...statuses]);
  return (["failed", "pending", "passed"] as const).find((state) => all.has(state));
}

async function suitesOf({ request, at }: GitHubRepository, ref: string): Promise<Checks[]> {
  const place = { ...at, ref, per_page: 100, ...mayBeAbsent };
  const answer = await ifReadable(request("GET /repos/{owner}/{repo}/commits/{ref}/check-suites", place));
  // An app that is installed and checks nothing leaves a suite that waits for ever.
  const used = (answer?.data.check_suites ?? []).filter(({ latest_check_runs_count: runs }) => runs > 0);
  return used.map(({ status, conclusion }) => (status === "completed" ? resultOf(conclusion) : "pending"));
}

const resultOf = (conclusion: string | null): Checks =>
  conclusion !== null && ["success", "neutral", "skipped"].includes(conclusion) ? "passed" : "failed";

async function statusesOf({ request, at }: GitHubRepository, ref: string): Promise<Checks[]> {
  const place = { ...at, ref, per_page: 1, ...mayBeAbsent };
  const answer = await ifReadable(request("GET /repos/{owner}/{repo}/commits/{ref}/status", place));
  // Without any status, GitHub calls it pending.
  if (!answer || answer.data.total_count === 0) return [];
  const { state } = answer.data;
  return [state === "success" ? "passed" : state === "pending" ? "pending" : "failed"];
}

/** The address of the newest deployment that has one. */
async function previewOf({ request, at }: GitHubRepository, sha: string): Promise<string | undefined> {
  const place = { ...at, sha, per_page: MOST_DEPLOYMENTS, ...mayBeAbsent };
  const answer = await ifReadable(request("GET /repos/{owner}/{repo}/deployments", place));
  for (const { id } of answer?.data ?? []) {
    const one = { ...at, deployment_id: Number(id), per_page: 10, ...mayBeAbsent };
    const statuses = await ifReadable(
      request("GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", one),
    );
    const live = statuses?.data.find(({ state, environment_url }) => state === "success" && environment_url);
    if (live?.environment_url) return live.environment_url;
  }
  return undefined;
}

/** Null where the bot may not read it: a fine-grained token, for one, reads no checks. */
async function ifReadable<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    const isHidden = error instanceof RequestError && (error.status === 403 || error.status === 404);
    if (isHidden && secondsOfLimit(error) === null) return null;
    throw error;
  }
}
