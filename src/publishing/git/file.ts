import { LARGEST_FILE } from "#src/site/source-text.ts";
import { GitError, type Git } from "./command.ts";
import type { Entry, Kept } from "./kept.ts";
import { checkPath, checkVersion, modeOfFile } from "#src/publishing/check-names.ts";
import type { Added, FileInTree } from "#src/publishing/prepare-changes.ts";
import { refuse } from "#src/publishing/refusal.ts";
import { sentence } from "#src/words/sentence.ts";

/** A repository with what is remembered of it. */
export interface Reading {
  git: Git;
  kept: Kept;
}

/** Reads a regular file of a commit; everything else is refused. */
export async function readFileAt(reading: Reading, commit: string, path: string): Promise<FileInTree> {
  checkPath(path);
  const entry = await findEntry(reading, commit, path);
  if (entry === null) throw refuse("no-file", sentence("repository.no-file", { path }));
  const { version, size } = entry;
  const mode = modeOfFile(path, entry.mode);
  if (size > LARGEST_FILE) throw refuse("too-large", sentence("repository.too-large", { path }));
  return { path, mode, version, content: await contentOf(reading, version) };
}

/**
 * What stands at the path of a file that is to be added: null when nothing does, and its folder is none or a plain one. A
 * link, a submodule or a file on the way is refused.
 */
export async function lookForAdded(reading: Reading, commit: string, path: string): Promise<Added> {
  checkPath(path);
  const segments = path.split("/");
  for (let depth = 1; depth < segments.length; depth += 1) {
    const folder = segments.slice(0, depth).join("/");
    const entry = await findEntry(reading, commit, folder);
    if (entry === null) return { path, content: null };
    if (entry.mode !== "040000")
      throw refuse("not-a-file", sentence("repository.no-folder", { path: folder }));
  }
  const entry = await findEntry(reading, commit, path);
  if (entry === null) return { path, content: null };
  modeOfFile(path, entry.mode);
  return { path, content: await contentOf(reading, entry.version) };
}

/** Reads a blob, whichever commit it is of. */
export async function readBlob(reading: Reading, version: string): Promise<Buffer> {
  checkVersion(version);
  return contentOf(reading, version).catch((error: unknown) => {
    if (error instanceof GitError) throw refuse("not-found", sentence("repository.version-gone"));
    throw error;
  });
}

async function contentOf({ git, kept }: Reading, version: string): Promise<Buffer> {
  const remembered = kept.blobs.get(version);
  if (remembered) return remembered;
  const content = await git(["cat-file", "blob", version]);
  kept.blobs.keep(version, content);
  return content;
}

/** What a tree says of a path; null when it says nothing. */
async function findEntry({ git, kept }: Reading, commit: string, path: string): Promise<Entry | null> {
  const key = `${commit} ${path}`;
  const remembered = kept.entries.get(key);
  if (remembered) return remembered;
  const listing = (await git(["ls-tree", "-z", "-l", "--full-tree", commit, "--", path])).toString("utf8");
  const [, mode, type, version, listed] = /^(\d{6}) (\w+) ([0-9a-f]+) +(\S+)\t/.exec(listing) ?? [];
  if (mode === undefined || version === undefined) return null;
  if (type !== "blob") return { mode, version, size: 0 };
  // Of an object that is damaged there is a word in place of the size; asking for that object says what it is.
  const size = Number(listed) || Number(await git(["cat-file", "-s", version]));
  const entry = { mode, version, size };
  kept.entries.keep(key, entry);
  return entry;
}
