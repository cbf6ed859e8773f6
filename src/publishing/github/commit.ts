import { COMMITTER, commitTime } from "#src/publishing/committer.ts";
import { commitMessage, conversationOf } from "#src/publishing/description.ts";
import { mayBeAbsent } from "./sending-again.ts";
import { expectedTree } from "./expected-tree.ts";
import { isNotFound, isRejected } from "./failure.ts";
import type { FileOnGitHub } from "./file.ts";
import type { BaseHead, GitHubRepository } from "./repository.ts";
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

/** One file of the base with another content. */
interface FileChange {
  base: BaseHead;
  file: FileOnGitHub;
  content: Uint8Array;
}

/**
 * Writes the commit of a publication and answers its id; nothing refers to it yet. Author, committer and time are
 * given, so that the same publication on the same base is the same commit, however often it is written.
 */
export async function writeCommit(
  github: GitHubRepository,
  publication: Publication,
  change: FileChange,
): Promise<string> {
  const { request, at, kept } = github;
  const author = { ...COMMITTER, date: commitTime(publication).toISOString() };
  const { data } = await request("POST /repos/{owner}/{repo}/git/commits", {
    ...at,
    message: commitMessage(publication),
    tree: await writeTree(github, change),
    parents: [change.base.commit],
    author,
    committer: author,
  });
  kept.commits.keep(data.sha, publication.conversation_id);
  return data.sha;
}

/**
 * Writes the tree with the content in the same request. GitHub takes that as a text, so that the id must be the one that
 * Git gives those bytes; where it is not, or the content is no text, the bytes are written first, as they are.
 */
async function writeTree(github: GitHubRepository, change: FileChange): Promise<string> {
  const { base, file } = change;
  const text = Buffer.from(change.content).toString();
  const expected = expectedTree(github.kept.trees, base.tree, { path: file.path, content: change.content });
  if (expected !== null && isTextOf(text, change.content)) {
    const sha = await addTree(github, change, { content: text });
    if (sha === expected) return sha;
  }
  const { request, at } = github;
  const content = Buffer.from(change.content).toString("base64");
  const blob = await request("POST /repos/{owner}/{repo}/git/blobs", { ...at, content, encoding: "base64" });
  return addTree(github, change, { sha: blob.data.sha });
}

const isTextOf = (text: string, content: Uint8Array): boolean =>
  !text.includes("\0") && Buffer.from(text).equals(content);

async function addTree(
  { request, at }: GitHubRepository,
  { base, file }: FileChange,
  content: { content: string } | { sha: string },
): Promise<string> {
  const entry = { path: file.path, mode: file.mode, type: "blob" as const, ...content };
  const { data } = await request("POST /repos/{owner}/{repo}/git/trees", {
    ...at,
    base_tree: base.tree,
    tree: [entry],
  });
  return data.sha;
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
