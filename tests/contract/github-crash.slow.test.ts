import type { ChildProcess } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { Failure } from "#stand-ins/github/failures.ts";
import { TOKEN, createGitHubWorld, type GitHubWorld } from "./github-world.ts";
import { ended, publishInProcess } from "./publish-process.ts";
import { HEADER, CHANGED, publication } from "./publishing-world.ts";
import { publishIn, welcome } from "./use-world.ts";

/** Some thirty processes start one after the other; a busy machine takes its time. */
const MANY_PROCESSES_MS = 180_000;

/** What a whole publication asks of GitHub; the tests below interrupt each of these requests in turn. */
async function countRequests(): Promise<number> {
  const world = await createGitHubWorld();
  await publishIn(world);
  await world.close();
  return world.github.requests.length;
}

/** Publishes again, as the next delivery does, and looks at everything that is there then. */
async function expectPublishedOnce(world: GitHubWorld, where: string): Promise<void> {
  const { branch, commit, pull_request } = await publishIn(world);
  const { pulls } = world.github.state;
  expect(await world.branches(), where).toEqual([publication().branch]);
  expect(
    (await world.commits(branch)).map(({ id }) => id),
    where,
  ).toEqual([commit]);
  expect(String((await world.file(branch, HEADER))?.content), where).toBe(CHANGED);
  expect(pulls, where).toMatchObject([{ number: pull_request?.number, state: "open", headCommit: commit }]);
  expect(pulls[0]?.labels, where).toEqual(["ux-update"]);
}

describe("a process that is killed", () => {
  test.each(["before", "after"] as const)(
    "%s GitHub acts on any of its requests publishes once when it is run again",
    async (when) => {
      const requests = await countRequests();
      // Cold: the repository, its base, its pull requests, three trees, a blob, and five writes.
      expect(requests).toBe(12);
      for (let number = 1; number <= requests; number += 1) {
        await killAt(number, when);
      }
    },
    MANY_PROCESSES_MS,
  );
});

async function killAt(number: number, when: "before" | "after"): Promise<void> {
  let child: ChildProcess | undefined;
  const world = await createGitHubWorld({
    observe: async (request, moment) => {
      if (request.number !== number || moment !== when) return;
      child?.kill("SIGKILL");
      if (child) await ended(child);
      return "drop";
    },
  });
  const auth = { token: TOKEN };
  child = publishInProcess({ github: { repository: "acme/site", apiUrl: world.github.url, auth } });
  expect(await ended(child), `killed ${when} request ${number}`).toBe("SIGKILL");
  expect(world.github.requests).toHaveLength(number);
  await expectPublishedOnce(world, `killed ${when} request ${number}`);
  await world.close();
}

describe("a request that fails", () => {
  const kinds: Failure[] = [500, 502, "lost", "no-answer"];
  const cases = [
    ...kinds.flatMap((how) =>
      (["before", "after"] as const).flatMap((when) => [1, 3].map((times) => ({ how, when, times }))),
    ),
    // Who is asked too often does nothing, and is not asked again at once.
    { how: "rate-limit" as const, when: "before" as const, times: 1 },
    { how: "secondary-rate-limit" as const, when: "before" as const, times: 1 },
  ];

  test.each(cases)(
    "with $how, $when GitHub acted, $times in a row: one publication in the end",
    async (failure) => {
      const requests = await countRequests();
      const numbers = Array.from({ length: requests }, (_, index) => index + 1);
      await Promise.all(numbers.map((number) => failAt(number, failure)));
    },
  );
});

async function failAt(
  number: number,
  { how, ...more }: { how: Failure; when: "before" | "after"; times: number },
): Promise<void> {
  const world = await createGitHubWorld();
  world.github.failAt(number, how, more);
  const publisher = world.publisherWith({ timing: { budget: 5000, request: 250, retry: 1 } });
  const outcome = await publisher.publish(publication(), welcome);
  if (!outcome.ok) expect(outcome.failure, `request ${number}`).toMatchObject({ transient: true });
  world.github.stopFailing();
  await expectPublishedOnce(world, `request ${number}`);
  await world.close();
}
