import type { Octokit } from "@octokit/core";
import { archived, isNotFound, isUnchanged } from "./failure.ts";
import type { Facts, Head, Kept, Place, Tagged } from "./kept.ts";
import type { Shelf } from "#src/publishing/memory.ts";
import { type PublishingRefused, refuse, unavailable } from "#src/publishing/refusal.ts";
import { sentence } from "#src/words/sentence.ts";

/** The newest commit of the base branch and its tree. */
export type BaseHead = Required<Head>;

/** What one step of work has found out so far; all of it is of one moment. */
export interface Step {
  facts?: Promise<Facts> | undefined;
  base?: Promise<BaseHead> | undefined;
}

/** How one call of the port reaches the repository. */
export interface Connection {
  request: Octokit["request"];
  /** The repository by the name that is configured. */
  asked: Place;
  /** Without it, the repository's default branch. */
  baseBranch: string | undefined;
  kept: Kept;
  step: Step;
}

/** A repository on GitHub, open for one call of the port. */
export interface GitHubRepository extends Connection {
  at: Place;
  id: number | bigint;
}

/** The repository as it is remembered: GitHub is asked only when it is not. */
export async function openRepository(connection: Connection): Promise<GitHubRepository> {
  const { at, id } = await (connection.step.facts ?? known(connection) ?? lookAt(connection));
  return { ...connection, at, id };
}

/** The same, with what GitHub says of the repository and its base branch now: once in a step of work. */
export async function openForReading(connection: Connection): Promise<GitHubRepository & { base: BaseHead }> {
  // Where a step has its base already, the repository was there a moment ago.
  const looking = connection.step.base ? undefined : lookAt(connection);
  // Both to their end, so that the next call in this step of work does not meet one that is about to fail.
  const [looked, base] = await Promise.allSettled([looking, readBase(connection)]);
  if (looked.status === "rejected") throw looked.reason;
  if (base.status === "rejected") throw base.reason;
  return { ...(await openRepository(connection)), base: base.value };
}

const known = ({ kept, asked }: Connection): Facts | undefined => kept.facts.get(nameOf(asked))?.answer;

const nameOf = ({ owner, repo }: Place): string => `${owner}/${repo}`;

/** Asks GitHub for the repository. */
function lookAt(connection: Connection): Promise<Facts> {
  const { step } = connection;
  step.facts ??= askForFacts(connection).catch((error: unknown) => {
    step.facts = undefined;
    throw error;
  });
  return step.facts;
}

async function askForFacts({ request, asked, kept }: Connection): Promise<Facts> {
  const { answer } = await newest(kept.facts, nameOf(asked), async (headers) => {
    const { data, headers: answered } = await request("GET /repos/{owner}/{repo}", { ...asked, headers });
    // Not kept, so that it is seen at once when the repository no longer is.
    if (data.archived) throw archived(data.full_name);
    const at = { owner: data.owner.login, repo: data.name };
    return { etag: answered.etag, answer: { at, id: data.id, defaultBranch: data.default_branch } };
  });
  return answer;
}

/** The base branch now: once in a step of work. */
export function readBase(connection: Connection): Promise<BaseHead> {
  const { step } = connection;
  step.base ??= askForBase(connection).catch((error: unknown) => {
    step.base = undefined;
    throw error;
  });
  return step.base;
}

async function askForBase(connection: Connection): Promise<BaseHead> {
  const { branch, ...head } = await askForHead(connection).catch(async (error: unknown) => {
    if (isNotFound(error)) return whyNotFound(connection);
    throw error;
  });
  return { branch: branch ?? (await defaultBranchAt(connection, head.commit)), ...head };
}

/** Either the repository is not there, which looking at it says, or only its branch. */
async function whyNotFound(connection: Connection): Promise<never> {
  const { at } = await lookAt(connection);
  const { baseBranch } = connection;
  if (baseBranch === undefined) throw unavailable(sentence("github.branch-not-found"));
  throw refuse(
    "no-base-branch",
    sentence("github.no-branch", { repository: nameOf(at), branch: baseBranch }),
  );
}

async function askForHead(connection: Connection): Promise<Head> {
  const { request, asked, baseBranch: branch, kept } = connection;
  const at = known(connection)?.at;
  const place = { ...(at ?? asked) };
  const { answer, url } = await newest(kept.heads, branch ?? DEFAULT, async (headers) => {
    if (branch === undefined) {
      const listed = await request("GET /repos/{owner}/{repo}/commits", { ...place, per_page: 1, headers });
      return headOf(listed.headers.etag, listed.data[0]);
    }
    const found = await request("GET /repos/{owner}/{repo}/branches/{branch}", { ...place, branch, headers });
    return headOf(found.headers.etag, found.data.commit, found.data.name);
  });
  if (at && url && !url.includes(`/repos/${nameOf(at)}/`)) throw renamed(connection);
  return answer;
}

/** The key of the default branch: no branch can have this name. */
const DEFAULT = "";

interface ListedCommit {
  sha: string;
  url: string;
  commit: { tree: { sha: string } };
}

function headOf(etag: string | undefined, listed: ListedCommit | undefined, branch?: string) {
  if (!listed) throw unavailable(sentence("github.no-commits"));
  const { sha: commit, url } = listed;
  return { etag, url, answer: { commit, tree: listed.commit.tree.sha, ...(branch && { branch }) } };
}

/** Pull requests are found by the owner's name, so that nothing is looked for under an earlier one. */
function renamed({ kept, asked }: Connection): PublishingRefused {
  kept.facts.forget(nameOf(asked));
  return unavailable(sentence("github.renamed"));
}

/**
 * The name of the default branch, whose newest commit this is. It is remembered for that commit alone: any other commit
 * may mean that another branch is the default by now.
 */
async function defaultBranchAt(connection: Connection, commit: string): Promise<string> {
  const { step, kept } = connection;
  const remembered = step.facts ? undefined : kept.defaults.get(commit);
  if (remembered !== undefined) return remembered;
  const { defaultBranch } = await lookAt(connection);
  kept.defaults.keep(commit, defaultBranch);
  return defaultBranch;
}

interface Asked<T> {
  etag?: string | undefined;
  answer: T;
  /** The address that GitHub gives for it, which has the repository's present name. */
  url?: string;
}

/** GitHub's answer now; where GitHub says that it is still the same, the one that is kept. */
async function newest<T>(
  shelf: Shelf<Tagged<T>>,
  key: string,
  ask: (headers: Record<string, string>) => Promise<Asked<T>>,
): Promise<Asked<T>> {
  const kept = shelf.get(key);
  try {
    const asked = await ask(kept ? { "if-none-match": kept.etag } : {});
    if (asked.etag) shelf.keep(key, { etag: asked.etag, answer: asked.answer });
    return asked;
  } catch (error) {
    if (kept && isUnchanged(error)) return { answer: kept.answer };
    throw error;
  }
}
