import { cpSync } from "node:fs";
import { mkdtemp, readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { runGit } from "./run-git.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

/** A Git repository with the sample site, in a folder of its own. */
export interface SiteRepository {
  path: string;
  git(...args: string[]): Promise<string>;
  /** Commits other content of a file to the base branch, as somebody else would. */
  change(path: string, edit: (content: string) => string): Promise<void>;
  /** The files that a branch has otherwise than the base branch, in the order of Git. */
  changedOn(branch: string): Promise<string[]>;
  /** While it is not there, whatever needs it fails. */
  away(act: () => Promise<unknown>): Promise<void>;
  remove(): Promise<void>;
}

export async function createSiteRepository(): Promise<SiteRepository> {
  const folder = await mkdtemp(join(tmpdir(), "ux-agent-site-"));
  const path = join(folder, "site");
  // Many small files: one call that blocks is quicker than hundreds that wait.
  cpSync(inject("sampleSite"), path, { recursive: true });
  const git = async (...args: string[]) =>
    String(await runGit(["-C", path, "-c", "user.name=A", "-c", "user.email=a@example.com", ...args]));
  return {
    path,
    git,
    change: async (file, edit) => {
      await writeFile(join(path, file), edit(await readFile(join(path, file), "utf8")));
      await git("commit", "--quiet", "--all", "--message=Somebody else's change");
    },
    changedOn: async (branch) => (await git("diff", "--name-only", "main", branch)).trim().split("\n"),
    away: async (act) => {
      await rename(path, `${path}-away`);
      try {
        await act();
      } finally {
        await rename(`${path}-away`, path);
      }
    },
    remove: () => removeFolder(folder),
  };
}
