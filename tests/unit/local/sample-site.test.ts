import { chown, mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { checkRepository, ensureSampleSite } from "#local/sample-site.ts";
import { UserError } from "#src/errors.ts";
import { gitIn } from "#src/publishing/git/command.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "ux-agent-site-"))));
afterEach(() => removeFolder(folder));

const git = async (repository: string, ...args: string[]) =>
  (await gitIn(repository)(args)).toString().trim();

describe("the sample site's repository", () => {
  it("is a clean repository with one commit on main that holds the site", async () => {
    const site = join(folder, "site");
    await ensureSampleSite(site);
    expect(await git(site, "log", "--format=%an: %s", "main")).toBe("ux-agent: The sample site");
    expect(await git(site, "status", "--porcelain")).toBe("");
    expect(await git(site, "ls-tree", "-r", "--name-only", "main")).toContain("ux-agent.json");
  });

  it("starts from the same commit wherever it is made", async () => {
    await ensureSampleSite(join(folder, "one"));
    await ensureSampleSite(join(folder, "two"));
    expect(await git(join(folder, "one"), "rev-parse", "main")).toBe(
      await git(join(folder, "two"), "rev-parse", "main"),
    );
  });

  it("is kept as it is once it is there", async () => {
    const site = join(folder, "site");
    await ensureSampleSite(site);
    await git(site, "branch", "ux-update/header-1");
    await writeFile(join(site, "index.html"), "mine");
    await ensureSampleSite(site);
    expect(await git(site, "branch", "--list", "ux-update/*")).toContain("ux-update/header-1");
    expect(await readFile(join(site, "index.html"), "utf8")).toBe("mine");
  });

  it("takes an empty folder, and nothing that somebody may have put there", async () => {
    const [empty, full] = [join(folder, "empty"), join(folder, "full")];
    await mkdir(empty);
    await ensureSampleSite(empty);
    expect(await git(empty, "rev-parse", "--abbrev-ref", "HEAD")).toBe("main");
    await mkdir(full);
    await writeFile(join(full, "mine.txt"), "mine");
    await expect(ensureSampleSite(full)).rejects.toThrow(new UserError(inTheWay(full)));
    expect(await readdir(full)).toEqual(["mine.txt"]);
  });

  it.for([".git", ".git/HEAD", ".git/objects"])("is refused and left alone without its %s", async (part) => {
    const site = join(folder, "site");
    await ensureSampleSite(site);
    await removeFolder(join(site, part));
    await expect(ensureSampleSite(site)).rejects.toThrow(new UserError(inTheWay(site)));
    expect(await readdir(site)).toContain("ux-agent.json");
  });
});

const inTheWay = (site: string) =>
  `${site} is no Git repository that can be read: move it away, and npm start puts a new sample site there.`;

describe("a repository that was named", () => {
  it("is refused in one sentence when it is none", async () => {
    await expect(checkRepository(folder)).rejects.toThrow(
      new UserError(`SITE_REPOSITORY is not a Git repository: ${folder}`),
    );
  });

  it.runIf(process.getuid?.() === 0)("is refused when another user owns it, with what to do", async () => {
    const site = join(folder, "site");
    await ensureSampleSite(site);
    await chown(site, 12_345, 12_345);
    await chown(join(site, ".git"), 12_345, 12_345);
    await expect(checkRepository(site)).rejects.toThrow(
      /belongs to another user .*Run ux-agent as that user/,
    );
  });

  it("is no mistake of the caller's when there is no git", async () => {
    vi.stubEnv("PATH", folder);
    onTestFinished(() => void vi.unstubAllEnvs());
    await expect(checkRepository(folder)).rejects.toThrow(/^The site needs git, .*: git is not installed/);
  });
});
