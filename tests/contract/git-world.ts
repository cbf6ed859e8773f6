import { cp, mkdtemp, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGitPublisher } from "#src/publishing/git/publisher.ts";
import { runGit } from "#tests/support/run-git.ts";
import { FIRST_FILES, SUBMODULE, type PublishingWorld, type SeenCommit } from "./publishing-world.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

export type RunGit = (args: string[], input?: string, env?: Record<string, string>) => Promise<string>;

/** A local repository in a folder of its own, with the people who work on it. */
export async function createGitWorld({
  bare,
}: {
  bare: boolean;
}): Promise<PublishingWorld & { folder: string; git: RunGit }> {
  const folder = await newFolder();
  await cp(await template(bare), folder, { recursive: true, verbatimSymlinks: true });
  const git = gitIn(folder);
  return {
    folder,
    git,
    publisher: ({ baseBranch, repository } = {}) =>
      createGitPublisher({
        repository: repository === "missing" ? join(folder, "missing") : folder,
        ...(baseBranch && { baseBranch }),
      }),
    commit: (branch, path, content) => commitAs(git, branch, path, content),
    branches: async () =>
      lines(await git(["for-each-ref", "--format=%(refname:short)", "refs/heads"])).filter(
        (name) => name !== "main",
      ),
    commits: async (branch) =>
      Promise.all(lines(await git(["rev-list", `main..${branch}`])).map((id) => seen(git, id))),
    head: async (branch) => (await git(["rev-parse", `refs/heads/${branch}`])).trim(),
    file: (branch, path) => fileOn(git, branch, path),
    difference: async (one, other) => lines(await git(["diff-tree", "-r", "--name-only", one, other])),
    createBranch: async (branch) => void (await git(["branch", branch, "main"])),
    deleteBranch: async (branch) => void (await git(["branch", "-D", branch])),
    merge: (branch) => merge(git, branch),
    close: () => removeFolder(folder),
  };
}

const templates = new Map<boolean, Promise<string>>();

/** The repository that every world begins with, made once: copying it is quicker than making it again. */
function template(bare: boolean): Promise<string> {
  const made = templates.get(bare) ?? makeTemplate(bare);
  templates.set(bare, made);
  return made;
}

async function makeTemplate(bare: boolean): Promise<string> {
  const folder = await newFolder();
  const git = gitIn(folder);
  await git(["init", "--quiet", "--template=", "--initial-branch=main", ...(bare ? ["--bare"] : [])]);
  await git(["config", "commit.gpgsign", "true"]);
  await commitFirstFiles(git);
  if (!bare) await git(["reset", "--quiet", "--hard"]);
  return folder;
}

async function newFolder(): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), "ux-agent-site-")));
}

/** Removes what all worlds of a test file shared. */
export async function removeTemplates(): Promise<void> {
  const folders = await Promise.all(templates.values());
  templates.clear();
  await Promise.all(folders.map((folder) => removeFolder(folder)));
}

function gitIn(folder: string): RunGit {
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "Reviewer",
    GIT_AUTHOR_EMAIL: "reviewer@example.com",
    GIT_COMMITTER_NAME: "Reviewer",
    GIT_COMMITTER_EMAIL: "reviewer@example.com",
  };
  return async (args, input = "", extra = {}) =>
    (await runGit(["-C", folder, ...args], { env: { ...env, ...extra }, input })).toString("latin1");
}

async function commitFirstFiles(git: RunGit): Promise<void> {
  const entries = await Promise.all(
    FIRST_FILES.map(async ({ path, mode, content }) => {
      return `${mode} ${(await git(["hash-object", "-w", "--stdin"], content)).trim()}\t${path}\n`;
    }),
  );
  const index = await indexFile(git);
  await git(
    ["update-index", "--index-info"],
    [...entries, `160000 ${SUBMODULE.commit}\t${SUBMODULE.path}\n`].join(""),
    index,
  );
  await commitIndex(git, "main", index, []);
}

async function commitAs(git: RunGit, branch: string, path: string, content: string | null): Promise<void> {
  const index = await indexFile(git);
  await git(["read-tree", branch], "", index);
  if (content === null) await git(["update-index", "--index-info"], `0 ${"0".repeat(40)}\t${path}\n`, index);
  else {
    const blob = (await git(["hash-object", "-w", "--stdin"], content)).trim();
    await git(["update-index", "--add", "--cacheinfo", `100644,${blob},${path}`], "", index);
  }
  await commitIndex(git, branch, index, ["-p", branch]);
}

/** An index beside that of the work tree, which stays as its owner has it. */
async function indexFile(git: RunGit): Promise<{ GIT_INDEX_FILE: string }> {
  return { GIT_INDEX_FILE: join((await git(["rev-parse", "--absolute-git-dir"])).trim(), "another-index") };
}

async function commitIndex(
  git: RunGit,
  branch: string,
  index: Record<string, string>,
  parents: string[],
): Promise<void> {
  const tree = (await git(["write-tree"], "", index)).trim();
  const commit = (await git(["commit-tree", tree, ...parents, "-m", "by somebody else"])).trim();
  await git(["update-ref", `refs/heads/${branch}`, commit]);
}

async function merge(git: RunGit, branch: string): Promise<void> {
  const tree = (await git(["rev-parse", `${branch}^{tree}`])).trim();
  const commit = (await git(["commit-tree", tree, "-p", "main", "-p", branch, "-m", "merge"])).trim();
  await git(["update-ref", "refs/heads/main", commit]);
}

async function fileOn(git: RunGit, branch: string, path: string) {
  const [entry] = lines(await git(["ls-tree", branch, "--", path]));
  if (entry === undefined) return null;
  const content = Buffer.from(await git(["cat-file", "blob", `${branch}:${path}`]), "latin1");
  return { mode: entry.slice(0, 6), content };
}

async function seen(git: RunGit, id: string): Promise<SeenCommit> {
  const output = Buffer.from(await git(["log", "-1", "--format=%P%n%an%n%at%n%B", id]), "latin1").toString(
    "utf8",
  );
  const [parents = "", author = "", time = "", ...message] = output.split("\n");
  const date = new Date(Number(time) * 1000).toISOString();
  return { id, parents: parents.split(" "), author, date, message: message.join("\n") };
}

function lines(output: string): string[] {
  return output.split("\n").filter((line) => line !== "");
}
