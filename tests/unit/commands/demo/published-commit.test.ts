import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPublished } from "#commands/demo/published-commit.ts";
import { gitIn } from "#src/publishing/git/command.ts";
import { unifiedDiff } from "#src/site/diff.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

const identity = Object.fromEntries(
  ["AUTHOR", "COMMITTER"].flatMap((role) => [
    [`GIT_${role}_NAME`, "Ada"],
    [`GIT_${role}_EMAIL`, "ada@localhost"],
  ]),
);

describe("the commit of a conversation", () => {
  const before = "one\ntwo\nthree\n";
  const after = "one\nTWO\nthree\n";
  const diff = unifiedDiff("page.html", before, after);
  let repository: string;

  const commit = async (branch: string, files: Record<string, string>) => {
    const git = gitIn(repository);
    await git(["checkout", "--quiet", "-b", branch]);
    for (const [file, content] of Object.entries(files)) await writeFile(join(repository, file), content);
    await git(["add", "--all"]);
    await git(["commit", "--quiet", "--message", branch], { env: identity });
  };

  beforeAll(async () => {
    repository = await mkdtemp(join(tmpdir(), "ux-agent-commit-"));
    await gitIn(repository)(["init", "--quiet", "--initial-branch=start"]);
    await commit("main", { "page.html": before, "other.html": before });
    await commit("ux-update/page-1", { "page.html": after });
    await gitIn(repository)(["checkout", "--quiet", "main"]);
    await commit("ux-update/page-2", { "page.html": after, "other.html": after });
    await gitIn(repository)(["checkout", "--quiet", "main"]);
    await commit("ux-update/page-3", { "page.html": "one\nTWO \nthree\n" });
  });
  afterAll(() => removeFolder(repository));

  it("is the one on its branch", async () => {
    const published = await findPublished(repository, "1");
    expect(published).toMatchObject({ branch: "ux-update/page-1", shown: expect.stringContaining("+TWO") });
  });

  it("is none when nothing was published", async () => {
    expect(await findPublished(repository, "9")).toBeNull();
  });

  it.each([
    ["is what was shown when it makes that change alone", "1", true],
    ["is not what was shown when it changes another file too", "2", false],
    ["is not what was shown when it differs by a space", "3", false],
  ])("%s", async (_, conversation, expected) => {
    const published = await findPublished(repository, conversation);
    expect(await published?.changesOnly(diff)).toBe(expected);
  });

  it.each([
    ["is what was shown when that was a change of both files", "2", true],
    ["is not what was shown when one of two files is left as it was", "1", false],
  ])("%s", async (_, conversation, expected) => {
    const published = await findPublished(repository, conversation);
    const both = diff + unifiedDiff("other.html", before, after);
    expect(await published?.changesOnly(both)).toBe(expected);
  });
});
