import { COMMITTER, commitTime } from "#src/publishing/committer.ts";
import { commitMessage, conversationOf } from "#src/publishing/description.ts";
import { mayBeAbsent } from "./sending-again.ts";
import { expectedTree } from "./expected-tree.ts";
import { isNotFound, isRejected } from "./failure.ts";
import type { BaseHead, GitHubRepository } from "./repository.ts";
import { branchInTheWay, branchOfOthers } from "#src/publishing/check-names.ts";
import { FOLDER } from "#src/publishing/names.ts";
import type { ChangedFile } from "#src/publishing/prepare-changes.ts";
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
  changes: ChangedFile[];
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
 * Writes the tree with the texts in the same request. GitHub takes them as texts, so that the id must be the one that Git
 * gives those bytes; where it is not, their bytes are written first, as they are, like those of every other content.
 */
async function writeTree(github: GitHubRepository, { base, changes }: TreeChange): Promise<string> {
  const expected = expectedTree(github.kept.trees, base.tree, changes);
  const blobs = new Map<ChangedFile, Entry>();
  for (const file of changes) if (!isText(file.content)) blobs.set(file, await writeBlob(github, file));
  if (expected !== null && blobs.size < changes.length) {
    const entries = changes.map(
      (file) => blobs.get(file) ?? entryOf(file, { content: textOf(file.content) }),
    );
    const sha = await addTree(github, base, entries);
    if (sha === expected) return sha;
  }
  for (const file of changes) if (!blobs.has(file)) blobs.set(file, await writeBlob(github, file));
  return addTree(github, base, [...blobs.values()]);
}

async function writeBlob({ request, at }: GitHubRepository, file: ChangedFile): Promise<Entry> {
  const content = Buffer.from(file.content).toString("base64");
  const { data } = await request("POST /repos/{owner}/{repo}/git/blobs", {
    ...at,
    content,
    encoding: "base64",
  });
  return entryOf(file, { sha: data.sha });
}

const textOf = (content: Uint8Array): string => Buffer.from(content).toString();

const isText = (content: Uint8Array): boolean =>
  !content.includes(0) && Buffer.from(textOf(content)).equals(content);

const entryOf = ({ path, mode }: ChangedFile, content: { content: string } | { sha: string }) => ({
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
