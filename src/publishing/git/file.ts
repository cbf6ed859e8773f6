import { LARGEST_FILE } from "#src/site/source-text.ts";
import { GitError, type Git } from "./command.ts";
import { checkPath, checkVersion, notAFile } from "#src/publishing/names.ts";
import type { SiteFile } from "#src/publishing/publisher.ts";
import { refuse } from "#src/publishing/refusal.ts";

/** A file with the mode it has in the tree, so that an executable one stays executable. */
export interface FileInTree extends SiteFile {
  mode: string;
}

/** Reads a regular file of a commit; everything else is refused. */
export async function readFileAt(git: Git, commit: string, path: string): Promise<FileInTree> {
  checkPath(path);
  const { mode, version } = await entryAt(git, commit, path);
  const size = Number(await git(["cat-file", "-s", version]));
  if (size > LARGEST_FILE) throw refuse("too-large", `The file ${path} is larger than 1 MB.`);
  return { path, mode, version, content: await git(["cat-file", "blob", version]) };
}

/** Reads a blob, whichever commit it is of. */
export async function readBlob(git: Git, version: string): Promise<Buffer> {
  checkVersion(version);
  return git(["cat-file", "blob", version]).catch((error: unknown) => {
    if (error instanceof GitError)
      throw refuse("not-found", "The site's repository no longer holds this version of the file.");
    throw error;
  });
}

async function entryAt(git: Git, commit: string, path: string): Promise<{ mode: string; version: string }> {
  const listing = (await git(["ls-tree", "-z", "--full-tree", commit, "--", path])).toString("utf8");
  const [, mode, version] = /^(\d{6}) \w+ ([0-9a-f]+)\t/.exec(listing) ?? [];
  if (mode === undefined || version === undefined) throw refuse("no-file", `The site has no file ${path}.`);
  if (mode !== "100644" && mode !== "100755") throw refuse("not-a-file", notAFile(path, mode));
  return { mode, version };
}
