import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ensureSampleSite } from "#local/sample-site.ts";

const run = promisify(execFile);

/** A Git repository with the sample site, in a folder of its own. */
export interface SiteRepository {
  path: string;
  git(...args: string[]): Promise<string>;
  /** Commits other content of a file to the base branch, as somebody else would. */
  change(path: string, edit: (content: string) => string): Promise<void>;
  remove(): Promise<void>;
}

export async function createSiteRepository(): Promise<SiteRepository> {
  const folder = await mkdtemp(join(tmpdir(), "ux-agent-site-"));
  const path = join(folder, "site");
  await ensureSampleSite(path);
  const git = async (...args: string[]) =>
    (await run("git", ["-C", path, "-c", "user.name=A", "-c", "user.email=a@example.com", ...args])).stdout;
  return {
    path,
    git,
    change: async (file, edit) => {
      const { readFile, writeFile } = await import("node:fs/promises");
      await writeFile(join(path, file), edit(await readFile(join(path, file), "utf8")));
      await git("commit", "--quiet", "--all", "--message=Somebody else's change");
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
