import { LARGEST_FILE } from "#src/site/source-text.ts";
import { isNotFound } from "./failure.ts";
import type { Tree, TreeEntry } from "./kept.ts";
import type { GitHubRepository } from "./repository.ts";
import { checkPath, modeOfFile } from "#src/publishing/check-names.ts";
import type { Added, FileInTree } from "#src/publishing/prepare-changes.ts";
import { refuse, unavailable } from "#src/publishing/refusal.ts";
import { sentence } from "#src/words/sentence.ts";

/**
 * Reads a regular file below a tree, folder by folder. GitHub's contents API would be one request, but it follows
 * links without saying so.
 */
export async function readFileBelow(
  github: GitHubRepository,
  tree: string,
  path: string,
): Promise<FileInTree> {
  checkPath(path);
  return untilTakenIn(readBelow(github, tree, path));
}

/**
 * What stands at the path of a file that is to be added: null when nothing does, and its folder is none or a plain one. A
 * link, a submodule or a file on the way is refused.
 */
export async function lookForAdded(github: GitHubRepository, tree: string, path: string): Promise<Added> {
  checkPath(path);
  return untilTakenIn(lookBelow(github, tree, path));
}

/** What GitHub does not find below a tree that it named will be there at another try. */
const untilTakenIn = <T>(looking: Promise<T>): Promise<T> =>
  looking.catch((error: unknown) => {
    throw isNotFound(error) ? unavailable(NOT_TAKEN_IN) : error;
  });

const NOT_TAKEN_IN = sentence("github.part-missing");

async function readBelow(github: GitHubRepository, tree: string, path: string): Promise<FileInTree> {
  const { entry } = await findBelow(github, tree, path);
  if (entry === undefined) throw refuse("no-file", sentence("repository.no-file", { path }));
  const { sha, size } = entry;
  const mode = modeOfFile(path, entry.mode);
  if ((size ?? 0) > LARGEST_FILE) throw refuse("too-large", sentence("repository.too-large", { path }));
  return { path, mode, version: sha, content: await readBlob(github, sha) };
}

async function lookBelow(github: GitHubRepository, tree: string, path: string): Promise<Added> {
  const { entry, inTheWay } = await findBelow(github, tree, path);
  if (inTheWay !== undefined)
    throw refuse("not-a-file", sentence("github.no-folder", { folder: inTheWay, path }));
  if (entry === undefined) return { path, content: null };
  modeOfFile(path, entry.mode);
  return { path, content: await readBlob(github, entry.sha) };
}

/** Reads a blob, whichever commit it is of. */
export async function readBlob({ request, at, kept }: GitHubRepository, sha: string): Promise<Buffer> {
  const remembered = kept.blobs.get(sha);
  if (remembered) return remembered;
  const place = { ...at, file_sha: sha };
  const { data } = await request("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", place);
  const content = Buffer.from(data.content, "base64");
  kept.blobs.keep(sha, content);
  return content;
}

/** What stands at a path, if anything does; `inTheWay`: the part of the path that is something else than a folder. */
async function findBelow(
  github: GitHubRepository,
  tree: string,
  path: string,
): Promise<{ entry?: TreeEntry | undefined; inTheWay?: string }> {
  const segments = path.split("/");
  const name = segments.pop();
  let folder = tree;
  for (const segment of segments) {
    const entry = await entryOf(github, folder, segment);
    if (entry === undefined) return {};
    if (entry.mode !== "040000") return { inTheWay: segment };
    folder = entry.sha;
  }
  return { entry: await entryOf(github, folder, name) };
}

async function entryOf(
  github: GitHubRepository,
  tree: string,
  name?: string,
): Promise<TreeEntry | undefined> {
  const { entries, truncated } = await readTree(github, tree);
  const entry = entries.find(({ path }) => path === name);
  if (entry === undefined && truncated) {
    throw refuse("too-large", sentence("github.folder-too-large"));
  }
  return entry;
}

async function readTree({ request, at, kept }: GitHubRepository, sha: string): Promise<Tree> {
  const remembered = kept.trees.get(sha);
  if (remembered) return remembered;
  const { data } = await request("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", { ...at, tree_sha: sha });
  const entries = data.tree.map(({ path, mode, sha, size }) => ({ path, mode, sha, ...(size && { size }) }));
  const tree = { entries, truncated: data.truncated };
  kept.trees.keep(sha, tree);
  return tree;
}
