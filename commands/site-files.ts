import { glob, lstat, readFile, realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { formatOf } from "#src/site/format.ts";
import type { SiteSource } from "#src/site/propose/propose-definition.ts";
import { LARGEST_FILE } from "#src/site/source-text.ts";

const MOST_FILES = 2000;
/** Made by tools or about them, not content. */
const NOT_CONTENT =
  /^(?:node_modules|dist|build|out|coverage|vendor|public\/build|tests?|__tests__|\..*)$|\.(?:test|spec|stories|config)\.[^.]+$/;

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
    const status = await lstat(place);
    if (!status.isFile()) return { ok: false, message: `${path} is not a file` };
    return { ok: true, content: await readFile(place) };
  } catch {
    return { ok: false, message: `${path} does not exist in ${repository} or cannot be read` };
  }
}

/** The files of a repository that could be edited, in the order of their paths. */
export async function siteSources(repository: string): Promise<SiteSource[]> {
  const paths: string[] = [];
  for await (const entry of glob("**/*", { cwd: repository, exclude: isNotContent, withFileTypes: true })) {
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

function isNotContent(entry: { name: string } | string): boolean {
  return NOT_CONTENT.test(typeof entry === "string" ? entry : entry.name);
}
