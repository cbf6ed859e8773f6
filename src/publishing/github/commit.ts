import { COMMITTER, commitTime } from "#src/publishing/committer.ts";
import { commitMessage, conversationOf } from "#src/publishing/description.ts";
import { mayBeAbsent } from "./connection.ts";
import { isNotFound, isRejected } from "./failure.ts";
import type { FileOnGitHub } from "./file.ts";
import type { Base, GitHubRepository } from "./repository.ts";
import { FOLDER, branchInTheWay, branchOfOthers } from "#src/publishing/names.ts";
import type { Publication } from "#src/publishing/publisher.ts";

/** How far down a branch its own commit is looked for below commits that people added. */
const SEARCH_DEPTH = 50;

/** The commit that was made for a conversation on its branch; null when there is no branch. */
export async function findCommit(
  github: GitHubRepository,
  { branch, conversation_id }: Publication,
): Promise<string | null> {
  const sha = await tipOf(github, branch);
  if (sha === null) return null;
  const { request, at } = github;
  const { data } = await request("GET /repos/{owner}/{repo}/commits", { ...at, sha, per_page: SEARCH_DEPTH });
  const own = data.find(({ commit }) => conversationOf(commit.message) === conversation_id);
  if (own === undefined) throw branchOfOthers(branch);
  return own.sha;
}

async function tipOf({ request, at }: GitHubRepository, branch: string): Promise<string | null> {
  const ref = `heads/${branch}`;
  try {
    const place = { ...at, ref, ...mayBeAbsent };
    return (await request("GET /repos/{owner}/{repo}/git/ref/{ref}", place)).data.object.sha;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/**
 * Writes the commit of a publication and answers its id; nothing refers to it yet. Author, committer and time are
 * given, so that the same publication on the same base is the same commit, however often it is written.
 */
export async function writeCommit(
  { request, at }: GitHubRepository,
  publication: Publication,
  change: { base: Base; file: FileOnGitHub; content: Uint8Array },
): Promise<string> {
  const { base, file } = change;
  const content = Buffer.from(change.content).toString("base64");
  const blob = await request("POST /repos/{owner}/{repo}/git/blobs", { ...at, content, encoding: "base64" });
  const entry = { path: file.path, mode: file.mode, type: "blob" as const, sha: blob.data.sha };
  const tree = await request("POST /repos/{owner}/{repo}/git/trees", {
    ...at,
    base_tree: base.tree,
    tree: [entry],
  });
  const author = { ...COMMITTER, date: commitTime(publication).toISOString() };
  const commit = await request("POST /repos/{owner}/{repo}/git/commits", {
    ...at,
    message: commitMessage(publication),
    tree: tree.data.sha,
    parents: [base.commit],
    author,
    committer: author,
  });
  return commit.data.sha;
}

/** Makes the branch; false when it is there already. */
export async function createBranch(github: GitHubRepository, branch: string, sha: string): Promise<boolean> {
  const { request, at } = github;
  try {
    await request("POST /repos/{owner}/{repo}/git/refs", { ...at, ref: `refs/heads/${branch}`, sha });
    return true;
  } catch (error) {
    if (isRejected(error, /already exists/i)) return false;
    // These words of GitHub have many reasons; this one does not pass.
    if (isRejected(error, /reference update failed/i) && (await tipOf(github, FOLDER)) !== null)
      throw branchInTheWay();
    throw error;
  }
}
