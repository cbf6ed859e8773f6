import type { Git } from "#src/publishing/git/command.ts";

/** The files of a site by their paths, from its root and with forward slashes. */
export type SiteFiles = Map<string, Buffer>;

/** Below the most that a git command may print here. */
const MAX_BYTES = 12_000_000;

/**
 * Reads the files of a commit out of the repository's objects, without a checkout: no filter of the repository runs, and
 * no link leads out of it. Symbolic links, submodules and packages that the site brings along are left out.
 * @throws Error when they are too many to be shown here
 */
export async function readSite(git: Git, commit: string): Promise<SiteFiles> {
  const listing = await git(["ls-tree", "-r", "-z", "--long", "--full-tree", commit]);
  const entries = listing.toString("utf8").split("\0").flatMap(fileIn);
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  if (bytes > MAX_BYTES) throw new Error(`the site has more than ${MAX_BYTES / 1_000_000} MB of files`);
  const input = entries.map(({ id }) => `${id}\n`).join("");
  const contents = await git(["cat-file", "--batch"], { input });
  return filesIn(contents, entries);
}

interface Entry {
  path: string;
  id: string;
  size: number;
}

function fileIn(line: string): Entry[] {
  const [, mode, id = "", size, path = ""] = /^(\d{6}) \w+ ([0-9a-f]+) +(\d+|-)\t(.+)$/s.exec(line) ?? [];
  const isFile = mode === "100644" || mode === "100755";
  return isFile && !path.split("/").includes("node_modules") ? [{ path, id, size: Number(size) }] : [];
}

/** Each object comes after a line that says what it is, with a line break behind it. */
function filesIn(contents: Buffer, entries: Entry[]): SiteFiles {
  const files: SiteFiles = new Map();
  let at = 0;
  for (const { path, size } of entries) {
    const start = contents.indexOf("\n", at) + 1;
    files.set(path, contents.subarray(start, start + size));
    at = start + size + 1;
  }
  return files;
}
