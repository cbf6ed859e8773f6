import { LARGEST_FILE } from "#src/site/source-text.ts";
import type { GitHubRepository } from "./repository.ts";
import { checkPath, notAFile } from "#src/publishing/names.ts";
import type { SiteFile } from "#src/publishing/publisher.ts";
import { refuse } from "#src/publishing/refusal.ts";

/** A file with the mode it has in the tree, so that an executable one stays executable. */
export type FileOnGitHub = SiteFile & { mode: "100644" | "100755" };

interface Entry {
  mode: string;
  sha: string;
  size?: number;
}

/**
 * Reads a regular file below a tree, folder by folder. GitHub's contents API would be one request, but it follows
 * links without saying so.
 */
export async function readFileBelow(
  github: GitHubRepository,
  tree: string,
  path: string,
): Promise<FileOnGitHub> {
  checkPath(path);
  const { mode, sha, size } = await entryAt(github, tree, path);
  if (mode !== "100644" && mode !== "100755") throw refuse("not-a-file", notAFile(path, mode));
  if ((size ?? 0) > LARGEST_FILE) throw refuse("too-large", `The file ${path} is larger than 1 MB.`);
  return { path, mode, version: sha, content: await readBlob(github, sha) };
}

/** Reads a blob, whichever commit it is of. */
export async function readBlob({ request, at }: GitHubRepository, sha: string): Promise<Buffer> {
  const place = { ...at, file_sha: sha };
  const { data } = await request("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", place);
  return Buffer.from(data.content, "base64");
}

async function entryAt(github: GitHubRepository, tree: string, path: string): Promise<Entry> {
  const segments = path.split("/");
  const name = segments.pop();
  let folder = tree;
  for (const segment of segments) {
    const entry = await entryOf(github, folder, segment);
    if (entry?.mode !== "040000") throw notThere(path);
    folder = entry.sha;
  }
  const file = await entryOf(github, folder, name);
  if (file === undefined) throw notThere(path);
  return file;
}

async function entryOf(
  { request, at }: GitHubRepository,
  tree: string,
  name?: string,
): Promise<Entry | undefined> {
  const { data } = await request("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", { ...at, tree_sha: tree });
  const entry = data.tree.find(({ path }) => path === name);
  if (entry === undefined && data.truncated) {
    throw refuse("too-large", "A folder on the way to the file has more entries than GitHub lists.");
  }
  return entry;
}

function notThere(path: string) {
  return refuse("no-file", `The site has no file ${path}.`);
}
