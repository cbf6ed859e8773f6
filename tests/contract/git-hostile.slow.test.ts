import { appendFile, chmod, chown, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { findPublished } from "#commands/demo/published-commit.ts";
import { gitIn } from "#src/publishing/git/command.ts";
import { showCommit } from "#src/publishing/git/show-commit.ts";
import { createGitWorld, removeTemplates } from "./git-world.ts";
import { HEADER, publication } from "./publishing-world.ts";
import { welcome } from "./use-world.ts";

let world: Awaited<ReturnType<typeof createGitWorld>>;
let marks: string;
let program: string;

beforeEach(async () => {
  world = await createGitWorld({ bare: false });
  marks = join(world.folder, ".git", "marks");
  program = join(world.folder, ".git", "program.sh");
  await mkdir(marks);
  await world.createBranch("meanwhile");
  await world.commit("meanwhile", "elsewhere.txt", "made meanwhile\n");
  await writeFile(program, `#!/bin/sh\necho ran >> "${marks}/$(basename "$0")-$$"\ncat\n`);
  await chmod(program, 0o755);
});
afterEach(() => world.close());
afterAll(removeTemplates);

const settings = (text: string) => appendFile(join(world.folder, ".git", "config"), text);

async function attributes(line: string): Promise<void> {
  await mkdir(join(world.folder, ".git", "info"), { recursive: true });
  await writeFile(join(world.folder, ".git", "info", "attributes"), line);
}

/** All that ux-agent ever does with a repository. */
async function useEverything(): Promise<void> {
  const publisher = world.publisher();
  await publisher.readFile(HEADER);
  const outcome = await publisher.publish(publication(), welcome);
  if (!outcome.ok || !("published" in outcome)) throw new Error(JSON.stringify(outcome));
  await findPublished(world.folder, publication().conversation_id);
  await showCommit(gitIn(world.folder), outcome.published.commit);
  await world.git(["update-ref", "refs/heads/main", "meanwhile"]);
  await publisher.withdraw(outcome.published);
}

describe("a repository whose settings name a program", () => {
  test.each([
    ["to convert what is shown", (run: string) => `[diff "x"]\n\ttextconv = ${run}\n`, "* diff=x\n"],
    ["to compare files of a kind", (run: string) => `[diff "x"]\n\tcommand = ${run}\n`, "* diff=x\n"],
    ["to compare all files", (run: string) => `[diff]\n\texternal = ${run}\n`, ""],
    [
      "to filter files",
      (run: string) => `[filter "x"]\n\tsmudge = ${run}\n\tclean = ${run}\n`,
      "* filter=x\n",
    ],
    ["to merge files", (run: string) => `[merge "x"]\n\tdriver = ${run}\n`, "* merge=x\n"],
    ["to watch files", (run: string) => `[core]\n\tfsmonitor = ${run}\n`, ""],
    ["to show text in", (run: string) => `[core]\n\tpager = ${run}\n[pager]\n\tshow = ${run}\n`, ""],
    [
      "to sign with",
      (run: string) =>
        `[commit]\n\tgpgSign = true\n[log]\n\tshowSignature = true\n[gpg]\n\tprogram = ${run}\n`,
      "",
    ],
    ["to edit with", (run: string) => `[core]\n\teditor = ${run}\n[sequence]\n\teditor = ${run}\n`, ""],
    [
      "for other repositories",
      (run: string) =>
        `[core]\n\talternateRefsCommand = ${run}\n\tsshCommand = ${run}\n\tgitProxy = ${run}\n\taskPass = ${run}\n`,
      "",
    ],
  ])("never runs it: %s", async (_, configuration, attribute) => {
    await settings(configuration(program));
    await attributes(attribute);
    await useEverything();
    expect(await readdir(marks)).toEqual([]);
  });

  test.each([
    [
      "a program as its transport",
      "ext::",
      '[protocol]\n\tallow = always\n[protocol "ext"]\n\tallow = always\n',
    ],
    ["ssh", "ssh://elsewhere.example/", ""],
  ])("never fetches what is missing, by %s", async (_, address, extra) => {
    const blob = (await world.git(["rev-parse", `main:${HEADER}`])).trim();
    await rm(join(world.folder, ".git", "objects", blob.slice(0, 2), blob.slice(2)));
    await settings(
      `[core]\n\trepositoryformatversion = 1\n\tsshCommand = ${program}\n[extensions]\n\tpartialClone = origin\n`,
    );
    await settings(`[remote "origin"]\n\turl = ${address}${program}\n\tpromisor = true\n${extra}`);
    const outcome = await world.publisher().readFile(HEADER);
    expect(await readdir(marks)).toEqual([]);
    expect(outcome).toMatchObject({ failure: { code: "unavailable", transient: false } });
  });
});

describe.runIf(process.getuid?.() === 0)("a repository of another user of this machine", () => {
  test("is refused, with what to do about it", async () => {
    await chown(world.folder, 12_345, 12_345);
    await chown(join(world.folder, ".git"), 12_345, 12_345);
    const outcome = await world.publisher().readFile(HEADER);
    expect(outcome).toMatchObject({ failure: { code: "no-permission", transient: false } });
    expect(outcome.ok ? "" : outcome.failure.message).toContain("belongs to another user");
  });
});
