import { glob, lstat, readFile, realpath } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { formatOf } from "#src/site/format.ts";
import type { SiteSource } from "#src/site/propose/propose-definition.ts";
import { LARGEST_FILE } from "#src/site/source-text.ts";

const MOST_FILES = 2000;
/** Made by tools or about them, not content. */
const NOT_CONTENT =
  /^(?:node_modules|dist|build|out|coverage|vendor|public\/build|tests?|__tests__|\..*)$|\.(?:test|spec|stories)\.[^.]+$/;
/** The settings of a generator or a tool. */
const SETTINGS = /\.config\.[^.]+$/;

/** Reads one file of a repository, or says why it cannot be: links and places outside are not followed. */
export async function readSiteFile(
  repository: string,
  path: string,
): Promise<{ ok: true; content: Uint8Array } | { ok: false; message: string }> {
  const place = join(repository, path);
  try {
    const inside = relative(await realpath(repository), await realpath(place));
    if (inside !== path.split("/").join(sep)) {
      return { ok: false, message: `${path} is a symbolic link or in a linked folder: name the file itself` };
    }
    if (await isInSubmodule(repository, path))
      return { ok: false, message: `${path} is in a submodule: describe it in that repository` };
    const status = await lstat(place);
    if (!status.isFile()) return { ok: false, message: `${path} is not a file` };
    return { ok: true, content: await readFile(place) };
  } catch {
    return { ok: false, message: `${path} does not exist in ${repository} or cannot be read` };
  }
}

/** Whether a folder on the way to a file is a Git repository of its own. */
async function isInSubmodule(repository: string, path: string): Promise<boolean> {
  const folder = dirname(path);
  if (folder === ".") return false;
  const found = await lstat(join(repository, folder, ".git")).catch(() => null);
  return found !== null || isInSubmodule(repository, folder);
}

/** The files of a repository that could be edited, in the order of their paths; those of settings only when asked for. */
export async function siteSources(
  repository: string,
  { settings }: { settings: boolean } = { settings: false },
): Promise<SiteSource[]> {
  const paths: string[] = [];
  const exclude = (entry: { name: string } | string): boolean => {
    const name = typeof entry === "string" ? entry : entry.name;
    return NOT_CONTENT.test(name) || (!settings && SETTINGS.test(name));
  };
  for await (const entry of glob("**/*", { cwd: repository, exclude, withFileTypes: true })) {
    const path = relative(repository, join(entry.parentPath, entry.name)).split(sep).join("/");
    if (entry.isFile() && formatOf(path) !== null) paths.push(path);
  }
  const sources: SiteSource[] = [];
  for (const path of paths.toSorted().slice(0, MOST_FILES)) {
    const file = await readSiteFile(repository, path);
    if (file.ok && file.content.byteLength <= LARGEST_FILE) sources.push({ path, content: file.content });
  }
  return sources;
}
