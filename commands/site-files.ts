import { execFile } from "node:child_process";
import { glob, lstat, readFile, realpath } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import type { SiteSource } from "#src/site/propose/propose-definition.ts";
import { LARGEST_FILE } from "#src/site/source-text.ts";

const run = promisify(execFile);
const MB = 1_000_000;
/** More text than a site of people has; what is over is named. */
const MOST_BYTES = 100 * MB;
/** What is edited, and what else names the files that are. */
const READ =
  /\.(?:html?|php|phtml|twig|liquid|njk|nunjucks|ejs|erb|hbs|handlebars|mustache|gohtml|tmpl|ftlh?|j2|jinja2?|pug|s?css|sass|less|[cm]?[jt]sx?|vue|svelte|astro|json|webmanifest|ya?ml|toml|mdx?|markdown)$/i;

/** A file that was not looked at, and why. */
export interface Unread {
  why: string;
  path: string;
}

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

/** The files that a site is made of, in the order of their paths, those that cannot be looked at, and the paths of all. */
export async function siteSources(
  repository: string,
): Promise<{ sources: SiteSource[]; unread: Unread[]; paths: string[] }> {
  const paths = await pathsOf(repository);
  const sources: SiteSource[] = [];
  const unread: Unread[] = [];
  let left = MOST_BYTES;
  for (const path of paths.filter((each) => READ.test(each)).toSorted()) {
    const file = left > 0 ? await readSiteFile(repository, path) : null;
    if (file === null) unread.push({ why: "the repository is too large to look at all of it", path });
    else if (!file.ok) unread.push({ why: "links, and files of other repositories", path });
    else if (file.content.byteLength > LARGEST_FILE) unread.push({ why: "over 1 MB", path });
    else {
      left -= file.content.byteLength;
      sources.push({ path, content: file.content });
    }
  }
  return { sources, unread, paths };
}

/** What Git has or would have, so that nothing is proposed that is not published; without Git all files. */
async function pathsOf(repository: string): Promise<string[]> {
  const listed = await run("git", ["ls-files", "-coz", "--exclude-standard"], {
    cwd: repository,
    maxBuffer: 64 * MB,
  }).catch(() => null);
  if (listed !== null && listed.stdout !== "") return [...new Set(listed.stdout.split("\0"))];
  const paths: string[] = [];
  for await (const entry of glob("**/*", { cwd: repository, exclude: isForTools, withFileTypes: true }))
    if (entry.isFile())
      paths.push(relative(repository, join(entry.parentPath, entry.name)).split(sep).join("/"));
  return paths;
}

function isForTools(entry: { name: string } | string): boolean {
  return /^(?:node_modules|\.git)$/.test(typeof entry === "string" ? entry : entry.name);
}
