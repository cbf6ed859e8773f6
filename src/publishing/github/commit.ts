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

/** Files of the base with other contents. */
interface TreeChange {
  base: BaseHead;
  changes: { file: FileOnGitHub; content: Uint8Array }[];
}

/**
 * Writes the commit of a publication and answers its id; nothing refers to it yet. Author, committer and time are
 * given, so that the same publication on the same base is the same commit, however often it is written.
 */
export async function writeCommit(
  github: GitHubRepository,
  publication: Publication,
  change: TreeChange,
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
 * Writes the tree with the contents in the same request. GitHub takes them as texts, so that the id must be the one that
 * Git gives those bytes; where it is not, or a content is no text, the bytes are written first, as they are.
 */
async function writeTree(github: GitHubRepository, { base, changes }: TreeChange): Promise<string> {
  const contents = changes.map(({ file, content }) => ({ path: file.path, content }));
  const expected = expectedTree(github.kept.trees, base.tree, contents);
  if (expected !== null && changes.every(({ content }) => isText(content))) {
    const texts = changes.map(({ file, content }) => entryOf(file, { content: textOf(content) }));
    const sha = await addTree(github, base, texts);
    if (sha === expected) return sha;
  }
  const { request, at } = github;
  const entries: Entry[] = [];
  for (const { file, content: bytes } of changes) {
    const content = Buffer.from(bytes).toString("base64");
    const blob = await request("POST /repos/{owner}/{repo}/git/blobs", {
      ...at,
      content,
      encoding: "base64",
    });
    entries.push(entryOf(file, { sha: blob.data.sha }));
  }
  return addTree(github, base, entries);
}

const textOf = (content: Uint8Array): string => Buffer.from(content).toString();

const isText = (content: Uint8Array): boolean =>
  !content.includes(0) && Buffer.from(textOf(content)).equals(content);

const entryOf = ({ path, mode }: FileOnGitHub, content: { content: string } | { sha: string }) => ({
  path,
  mode,
  type: "blob" as const,
  ...content,
});

type Entry = ReturnType<typeof entryOf>;

async function addTree(
  { request, at }: GitHubRepository,
  { tree: base_tree }: BaseHead,
  tree: Entry[],
): Promise<string> {
  const { data } = await request("POST /repos/{owner}/{repo}/git/trees", { ...at, base_tree, tree });
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
