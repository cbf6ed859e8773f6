import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createGitWorld, removeTemplates } from "./git-world.ts";
import { type Extent, ended, publishInProcess } from "./publish-process.ts";
import { contentOf, extents, pathsOf, publications } from "./publishing-world.ts";
import { publishIn } from "./use-world.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

afterAll(removeTemplates);

/** Some dozen processes start one after the other; a busy machine takes its time. */
const MANY_PROCESSES_MS = 180_000;

/**
 * A `git` that counts its runs and kills the process that it is run for, before or after the run that is asked for: that is
 * the parent of the one that starts programs, the fourth word that Linux tells of a process.
 */
const deadlyGit = (options: { counter: string; run: number; when: string; path: string }) => `#!/bin/sh
read -r _ _ _ publisher _ < /proc/$PPID/stat
# Runs at the same moment have a number each: only one of them can make a folder.
number=1
until mkdir "${options.counter}$number" 2>/dev/null; do number=$((number + 1)); done
[ $number -eq ${options.run} ] && now=${options.when}
[ "$now" = before ] && kill -9 $publisher && exit 1
PATH="${options.path}" git "$@"
code=$?
[ "$now" = after ] && kill -9 $publisher
exit $code
`;

describe("a process that is killed", () => {
  test.each(extents.flatMap((extent) => (["before", "after"] as const).map((when) => ({ extent, when }))))(
    "$when any of the runs of git publishes $extent once when it is run again",
    async (kind) => {
      let runs = 1;
      while (await killAt(runs, kind)) runs += 1;
      expect(runs).toBeGreaterThan(kind.extent === "one file" ? 8 : 14);
    },
    MANY_PROCESSES_MS,
  );
});

/** Whether there was such a run of git. */
async function killAt(run: number, { when, extent }: { when: string; extent: Extent }): Promise<boolean> {
  const world = await createGitWorld({ bare: run % 2 === 0 });
  const folder = await mkdtemp(join(tmpdir(), "ux-agent-deadly-"));
  const path = process.env["PATH"] ?? "";
  const script = deadlyGit({ counter: join(folder, "counter"), run, when, path });
  await writeFile(join(folder, "git"), script, { mode: 0o755 });
  const env = { PATH: `${folder}:${path}` };
  const child = publishInProcess({ git: { repository: world.folder } }, { extent, env });
  const killed = (await ended(child)) === "SIGKILL";
  const wanted = publications()[extent];
  const left = await world.branches();
  if (left.length > 0) expect(await world.difference("main", wanted.branch)).toEqual(pathsOf(wanted));
  const { branch, commit } = await publishIn(world, wanted);
  expect(branch).toBe(wanted.branch);
  expect(await world.branches(), `${when} run ${run}`).toEqual([branch]);
  expect(
    (await world.commits(branch)).map(({ id }) => id),
    `${when} run ${run}`,
  ).toEqual([commit]);
  for (const file of pathsOf(wanted))
    expect((await world.file(branch, file))?.content).toEqual(contentOf(file));
  expect(await world.difference("main", branch)).toEqual(pathsOf(wanted));
  await removeFolder(folder);
  await world.close();
  return killed;
}
