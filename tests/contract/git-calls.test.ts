import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keep } from "#src/publishing/git/kept.ts";
import { createGitPublisher } from "#src/publishing/git/publisher.ts";
import { createGitWorld } from "./git-world.ts";
import { HEADER, publication } from "./publishing-world.ts";
import { welcome } from "./use-world.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

let world: Awaited<ReturnType<typeof createGitWorld>>;
let counter: string;
beforeEach(async () => {
  world = await createGitWorld({ bare: true });
  counter = await mkdtemp(join(tmpdir(), "ux-agent-counter-"));
  const git = execFileSync("/bin/sh", ["-c", "command -v git"]).toString().trim();
  await writeFile(join(counter, "git"), `#!/bin/sh\necho run >> "${counter}/runs"\nexec "${git}" "$@"\n`);
  await chmod(join(counter, "git"), 0o755);
  vi.stubEnv("PATH", `${counter}:${process.env["PATH"]}`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await world.close();
  await removeFolder(counter);
});

/** How often git is run for a step of work. */
async function runsOf(step: () => Promise<unknown>): Promise<number> {
  await writeFile(join(counter, "runs"), "");
  await step();
  return (await readFile(join(counter, "runs"), "utf8")).split("\n").length - 1;
}

test("git is run once to see that nothing has changed, and eight times to publish", async () => {
  const kept = keep();
  const open = () => createGitPublisher({ repository: world.folder }, kept);
  const draft = async () => {
    const publisher = open();
    for (const path of ["executable.html", HEADER])
      expect(await publisher.readFile(path)).toMatchObject({ ok: true });
  };
  expect(await runsOf(draft), "the first time").toBe(5);
  expect(await runsOf(draft)).toBe(1);
  expect(
    await runsOf(async () => {
      expect(await open().publish(publication(), welcome)).toMatchObject({ ok: true });
    }),
  ).toBe(8);
});
