import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createGitWorld, removeTemplates } from "./git-world.ts";
import { ended, publishInProcess } from "./publish-process.ts";
import { CHANGED, HEADER, publication } from "./publishing-world.ts";
import { publishIn } from "./use-world.ts";

afterAll(removeTemplates);

/** Some dozen processes start one after the other; a busy machine takes its time. */
const MANY_PROCESSES_MS = 180_000;

/**
 * A `git` that counts its runs and kills the process that it is run for, before or after the run that is asked for: that is
 * the parent of the one that starts programs, the fourth word that Linux tells of a process.
 */
const deadlyGit = (options: { counter: string; run: number; when: string; path: string }) => `#!/bin/sh
read -r _ _ _ publisher _ < /proc/$PPID/stat
echo run >> "${options.counter}"
[ $(wc -l < "${options.counter}") -eq ${options.run} ] && now=${options.when}
[ "$now" = before ] && kill -9 $publisher && exit 1
PATH="${options.path}" git "$@"
code=$?
[ "$now" = after ] && kill -9 $publisher
exit $code
`;

describe("a process that is killed", () => {
  test.each(["before", "after"] as const)(
    "%s any of the runs of git publishes once when it is run again",
    async (when) => {
      let runs = 1;
      while (await killAt(runs, when)) runs += 1;
      expect(runs).toBeGreaterThan(8);
    },
    MANY_PROCESSES_MS,
  );
});

/** Whether there was such a run of git. */
async function killAt(run: number, when: string): Promise<boolean> {
  const world = await createGitWorld({ bare: run % 2 === 0 });
  const folder = await mkdtemp(join(tmpdir(), "ux-agent-deadly-"));
  const path = process.env["PATH"] ?? "";
  const script = deadlyGit({ counter: join(folder, "counter"), run, when, path });
  await writeFile(join(folder, "git"), script, { mode: 0o755 });
  const child = publishInProcess({ git: { repository: world.folder } }, { PATH: `${folder}:${path}` });
  const killed = (await ended(child)) === "SIGKILL";
  const { branch, commit } = await publishIn(world);
  expect(branch).toBe(publication().branch);
  expect(await world.branches(), `${when} run ${run}`).toEqual([branch]);
  expect(
    (await world.commits(branch)).map(({ id }) => id),
    `${when} run ${run}`,
  ).toEqual([commit]);
  expect(String((await world.file(branch, HEADER))?.content)).toBe(CHANGED);
  await rm(folder, { recursive: true, force: true });
  await world.close();
  return killed;
}
