import { cp, mkdir, readdir, realpath, rename, rm } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "#src/errors.ts";
import { gitIn } from "#src/publishing/git/command.ts";
import { PublishingRefused } from "#src/publishing/refusal.ts";

const source = fileURLToPath(new URL("../sample-site", import.meta.url));

/** What a build leaves behind is not the site. */
const LEFT_OUT = new Set(["node_modules", "dist"]);

/** The same author and time for everyone, so that the first commit of every copy has the same id. */
const author = {
  GIT_AUTHOR_NAME: "ux-agent",
  GIT_AUTHOR_EMAIL: "ux-agent@localhost",
  GIT_AUTHOR_DATE: "2026-01-01T00:00:00Z",
  GIT_COMMITTER_NAME: "ux-agent",
  GIT_COMMITTER_EMAIL: "ux-agent@localhost",
  GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z",
};

/**
 * Makes sure of a Git repository with the sample site; one that is there already is kept with all its branches.
 * @param folder absolute; the repository's folder
 * @throws UserError when git is missing, or something else is in the folder: nothing that may be a person's is deleted
 */
export async function ensureSampleSite(folder: string): Promise<void> {
  if (!(await isFree(folder))) return checkSampleSite(folder);
  const draft = `${folder}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  await cp(source, draft, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  await commitAll(draft);
  // Renamed when complete, so that an interrupted start leaves no half of a repository.
  await rename(draft, folder);
}

const isFree = (folder: string): Promise<boolean> =>
  readdir(folder).then(
    (files) => files.length === 0,
    (error: NodeJS.ErrnoException) => error.code === "ENOENT",
  );

async function commitAll(folder: string): Promise<void> {
  const git = gitIn(folder);
  try {
    await git(["init", "--quiet", "--template=", "--initial-branch=main"]);
    await git(["-c", "core.autocrlf=false", "add", "--all"]);
    await git(["commit", "--quiet", "--message=The sample site"], { env: author });
  } catch (cause) {
    throw withoutGit(cause);
  }
}

function withoutGit(cause: unknown): UserError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new UserError(`The site needs git, which did not work here: ${message}`, { cause });
}

const checkSampleSite = (folder: string): Promise<void> =>
  check(
    folder,
    ["ls-tree", "-r", "HEAD"],
    `${folder} is no Git repository that can be read: move it away, and npm start puts a new sample site there.`,
  );

/** @throws UserError when a folder is not a Git repository */
export const checkRepository = (folder: string): Promise<void> =>
  check(folder, ["rev-parse", "--git-dir"], `SITE_REPOSITORY is not a Git repository: ${folder}`);

async function check(folder: string, args: string[], otherwise: string): Promise<void> {
  const git = gitIn(await realpath(folder).catch(() => folder));
  try {
    await git(args);
  } catch (cause) {
    await gitIn("/")(["--version"]).catch((error: unknown) => {
      throw withoutGit(error);
    });
    const mayNot = cause instanceof PublishingRefused && cause.failure.code === "no-permission";
    throw new UserError(mayNot ? `${cause.message} (${folder})` : otherwise, { cause });
  }
}
