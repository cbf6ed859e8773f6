import { afterAll, beforeAll, expect, test } from "vitest";
import type { FakeGitHub } from "#stand-ins/github/github-stand-in.ts";
import {
  type Delivery,
  deploymentDelivery,
  pullRequestDelivery,
  statusDelivery,
  suiteDelivery,
} from "#stand-ins/github/deliveries.ts";
import { lookAgain } from "#src/execution/look-again.ts";
import { publishHeader, startGitHubSystem } from "#tests/support/github-site.ts";
import { type Webhook, openWebhook } from "#tests/support/github-webhook.ts";
import type { TestSystem } from "#tests/support/system.ts";

const DAY = 24 * 60;

let system: TestSystem;
let github: FakeGitHub;
let webhook: Webhook;
beforeAll(async () => {
  ({ system, github } = await startGitHubSystem());
  webhook = openWebhook(system);
});
afterAll(async () => {
  await system.stop();
  await github.close();
});

const publish = (text: string) => publishHeader({ system, github }, text);

/** Always the same, so that a failure comes again. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Each report twice, in any order, and half of all of them. */
function afterTheNetwork(reports: Delivery[], next: () => number): Delivery[] {
  const doubled = [...reports, ...reports].map((report) => ({ report, at: next() }));
  const shuffled = doubled.toSorted((one, other) => one.at - other.at).map(({ report }) => report);
  return shuffled.slice(0, shuffled.length / 2);
}

const dailyLook = async () => {
  await lookAgain(system.app);
  system.time += 4000;
  await system.deliver();
};

const publicationOf = async (id: string) => (await system.table.item(id))?.["publication"];

test("1,000 reports shuffled, doubled and half of them lost end in what is true, with few looks", async () => {
  const all = [];
  for (const text of ["Merged", "Closed", "Open"]) all.push(await publish(text));
  const [merged, closed, open] = all;
  if (!merged || !closed || !open) throw new Error("nothing was published");
  const next = random(20_261_126);
  const { state } = github;
  const reports: Delivery[] = [];
  for (let at = 0; at < 1000 / 4; at += 1) {
    const { pull } = all[at % all.length] ?? open;
    reports.push(
      pullRequestDelivery(state, pull, "synchronize"),
      suiteDelivery(state, pull.head, pull.headCommit),
      statusDelivery(state, pull.head, pull.headCommit),
      deploymentDelivery(state, pull.headCommit),
    );
  }
  expect(reports).toHaveLength(1000);
  const sent = afterTheNetwork(reports, next);
  const before = github.requests.length;
  for (const [at, report] of sent.entries()) {
    expect(await webhook.send(report)).toMatchObject({ statusCode: 200 });
    // What is true changes meanwhile; 20 reports come in a second.
    if (at === 300)
      state.suites.push({ commit: open.pull.headCommit, status: "in_progress", conclusion: null, runs: 1 });
    if (at === 600) Object.assign(state.suites[0] ?? {}, { status: "completed", conclusion: "success" });
    if (at === 700) state.merge(merged.pull.head, "octocat");
    if (at === 800) closed.pull.state = "closed";
    system.time += 50;
    if (at % 100 === 99) await system.deliver();
  }
  system.time += 4000;
  await system.deliver();
  await dailyLook();
  expect(await publicationOf(merged.id)).toMatchObject({ state: "merged", merged_by: "octocat" });
  expect(await publicationOf(closed.id)).toMatchObject({ state: "closed" });
  expect(await publicationOf(open.id)).toMatchObject({ state: "open", checks: "passed" });
  const { counted } = system.functions.metrics;
  expect(counted.filter((name) => name === "Merged")).toHaveLength(1);
  expect(counted.filter((name) => name === "ClosedUnmerged")).toHaveLength(1);
  // 50 seconds of reports of three pull requests: a look every three seconds at most, of five requests.
  const looks = 3 * Math.ceil((1000 * 50) / 1000 / 3 + 1);
  expect(github.requests.length - before).toBeLessThanOrEqual(looks * 5);
});

test("what every report was lost of is found by the daily look, which asks about what is open alone", async () => {
  const { id, pull } = await publish("Lost");
  github.state.merge(pull.head, "octocat");
  system.passMinutes(DAY);
  const before = github.requests.length;
  await dailyLook();
  expect(await publicationOf(id)).toMatchObject({ state: "merged", merged_by: "octocat" });
  // It, and the one that the test before left open.
  expect(github.requests.slice(before).filter(({ url }) => /\/pulls\/\d+$/.test(url))).toHaveLength(2);
  const again = github.requests.length;
  await dailyLook();
  expect(github.requests).toHaveLength(again);
});

async function requestsOf(act: () => Promise<unknown>): Promise<string[]> {
  system.table.requests.length = 0;
  await act();
  return system.table.requests;
}

test("a report takes one request to the table, and none that is forged or tells of nothing here", async () => {
  const { pull } = await publish("Counted");
  const report = pullRequestDelivery(github.state, pull, "labeled");
  expect(await requestsOf(() => webhook.send(report))).toEqual(["UpdateItemCommand"]);
  expect(await requestsOf(() => webhook.send(report, "4712"))).toEqual([]);
  expect(await requestsOf(() => openWebhook(system, null).send(report))).toEqual([]);
  expect(await requestsOf(() => webhook.send(suiteDelivery(github.state, "main", pull.headCommit)))).toEqual(
    [],
  );
});

test("a report of another repository reaches nothing, whatever branch it names", async () => {
  const { id, pull } = await publish("Of others");
  const { body } = pullRequestDelivery(github.state, { ...pull, state: "closed" }, "closed");
  const text = JSON.stringify(body).replaceAll('"id":4711', '"id":4712');
  const forged: Delivery = { event: "pull_request", body: JSON.parse(text) as object };
  expect(await webhook.send(forged, "4712")).toMatchObject({
    statusCode: 200,
    body: JSON.stringify({ message: "Nothing here is followed." }),
  });
  system.time += 4000;
  const before = github.requests.length;
  await system.deliver();
  expect(github.requests).toHaveLength(before);
  expect(await publicationOf(id)).toBeUndefined();
});
