import { expect, test, vi } from "vitest";
import { createGitHubWorld } from "./github-world.ts";
import { publication } from "./publishing-world.ts";
import { welcome } from "./use-world.ts";

// Alone in its file: Octokit's throttling does not bear a clock that goes back.
test("while a limit of GitHub lasts it is not asked again", async () => {
  const world = await createGitHubWorld();
  world.github.failAt(1, "secondary-rate-limit", { times: 2 });
  const publisher = world.publisher();
  vi.useFakeTimers({ toFake: ["Date"] });
  await publisher.publish(publication(), welcome);
  vi.setSystemTime(Date.now() + 60_000);
  expect(await publisher.publish(publication(), welcome)).toMatchObject({
    failure: { code: "rate-limited", transient: true, retry_after_seconds: 30 },
  });
  expect(world.github.requests, "the two that were sent at once").toHaveLength(2);
  vi.setSystemTime(Date.now() + 30_000);
  expect(await publisher.publish(publication(), welcome)).toMatchObject({ ok: true });
  await world.close();
});
