import type { ChildProcess } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { Failure } from "#stand-ins/github/failures.ts";
import { TOKEN, createGitHubWorld, type GitHubWorld } from "./github-world.ts";
import { type Extent, ended, publishInProcess } from "./publish-process.ts";
import { contentOf, extents, pathsOf, publications } from "./publishing-world.ts";
import { publishIn, welcome } from "./use-world.ts";

/** Some thirty processes start one after the other; a busy machine takes its time. */
const MANY_PROCESSES_MS = 180_000;

/** What a whole publication asks of GitHub; the tests below interrupt each of these requests in turn. */
async function countRequests(extent: Extent): Promise<number> {
  const world = await createGitHubWorld();
  await publishIn(world, publications()[extent]);
  await world.close();
  return world.github.requests.length;
}

/** Publishes again, as the next delivery does, and looks at everything that is there then. */
async function expectPublishedOnce(world: GitHubWorld, extent: Extent, where: string): Promise<void> {
  const wanted = publications()[extent];
  const left = await world.branches();
  if (left.length > 0) expect(await world.difference("main", wanted.branch), where).toEqual(pathsOf(wanted));
  const { branch, commit, pull_request } = await publishIn(world, wanted);
  const { pulls } = world.github.state;
  expect(await world.branches(), where).toEqual([wanted.branch]);
  expect(
    (await world.commits(branch)).map(({ id }) => id),
    where,
  ).toEqual([commit]);
  for (const path of pathsOf(wanted))
    expect((await world.file(branch, path))?.content, where).toEqual(contentOf(path));
  expect(await world.difference("main", branch), where).toEqual(pathsOf(wanted));
  expect(pulls, where).toMatchObject([{ number: pull_request?.number, state: "open", headCommit: commit }]);
  expect(pulls[0]?.labels, where).toEqual(["ux-update"]);
}

const publishApart = (world: GitHubWorld, extent: Extent): ChildProcess =>
  publishInProcess(
    { github: { repository: "acme/site", apiUrl: world.github.url, auth: { token: TOKEN } } },
    { extent },
  );

/** The same of a process that ends by itself; what it has compiled, those that are killed need not compile again. */
async function countRequestsApart(extent: Extent): Promise<number> {
  const world = await createGitHubWorld();
  expect(await ended(publishApart(world, extent))).toBeNull();
  await world.close();
  return world.github.requests.length;
}

const kinds = extents.flatMap((extent) => (["before", "after"] as const).map((when) => ({ extent, when })));

describe("a process that is killed", () => {
  test.each(kinds)(
    "$when GitHub acts on any of its requests publishes $extent once when it is run again",
    async (kind) => {
      const requests = await countRequestsApart(kind.extent);
      // Cold: the repository, its base, its pull requests, three trees, a blob for each file, and five writes; a picture one more.
      expect(requests).toBe({ "one file": 12, "three files and a picture": 15 }[kind.extent]);
      for (let number = 1; number <= requests; number += 1) await killAt(number, kind);
    },
    MANY_PROCESSES_MS,
  );
});

async function killAt(number: number, { when, extent }: (typeof kinds)[number]): Promise<void> {
  let child: ChildProcess | undefined;
  const world = await createGitHubWorld({
    observe: async (request, moment) => {
      if (request.number !== number || moment !== when) return;
      child?.kill("SIGKILL");
      if (child) await ended(child);
      return "drop";
    },
  });
  child = publishApart(world, extent);
  expect(await ended(child), `killed ${when} request ${number}`).toBe("SIGKILL");
  // What does not wait for another answer is asked at the same time, and may have arrived before the process ended.
  expect(world.github.requests.length - number).toBeOneOf([0, 1, 2]);
  await expectPublishedOnce(world, extent, `killed ${when} request ${number}`);
  await world.close();
}

describe("a request that fails", () => {
  const failures: Failure[] = [500, 502, "lost", "no-answer"];
  const cases = [
    ...failures.flatMap((how) =>
      (["before", "after"] as const).flatMap((when) => [1, 3].map((times) => ({ how, when, times }))),
    ),
    // Who is asked too often does nothing, and is not asked again at once.
    { how: "rate-limit" as const, when: "before" as const, times: 1 },
    { how: "secondary-rate-limit" as const, when: "before" as const, times: 1 },
  ];

  test.each(extents.flatMap((extent) => cases.map((each) => ({ ...each, extent }))))(
    "with $how, $when GitHub acted, $times in a row: one publication of $extent in the end",
    async (failure) => {
      const requests = await countRequests(failure.extent);
      const numbers = Array.from({ length: requests }, (_, index) => index + 1);
      await Promise.all(numbers.map((number) => failAt(number, failure)));
    },
  );
});

async function failAt(
  number: number,
  { how, extent, ...more }: { how: Failure; when: "before" | "after"; times: number; extent: Extent },
): Promise<void> {
  const world = await createGitHubWorld();
  world.github.failAt(number, how, more);
  const publisher = world.publisherWith({ timing: { budget: 5000, request: 250, retry: 1 } });
  const outcome = await publisher.publish(publications()[extent], welcome);
  if (!outcome.ok) expect(outcome.failure, `request ${number}`).toMatchObject({ transient: true });
  world.github.stopFailing();
  await expectPublishedOnce(world, extent, `request ${number}`);
  await world.close();
}
