import { afterAll, beforeAll, expect, test } from "vitest";
import { following } from "#deploy/cost/following.ts";
import type { FakeGitHub } from "#stand-ins/github/github-stand-in.ts";
import { pullRequestDelivery } from "#stand-ins/github/deliveries.ts";
import { publishHeader, startGitHubSystem } from "#tests/support/github-site.ts";
import { type Webhook, openWebhook } from "#tests/support/github-webhook.ts";
import { notedUnits } from "#tests/support/noted-units.ts";
import type { TestSystem } from "#tests/support/system.ts";

let system: TestSystem;
let github: FakeGitHub;
let webhook: Webhook;
let units: ReturnType<typeof notedUnits>;
beforeAll(async () => {
  ({ system, github } = await startGitHubSystem());
  webhook = openWebhook(system);
  units = notedUnits(system.table.client);
});
afterAll(async () => {
  await system.stop();
  await github.close();
});

/** What was used since the last look. */
const used = () => units.splice(0);

test("following uses what the costs are computed from", async () => {
  const { pull } = await publishHeader({ system, github }, "Welcome");
  const { beginWriteUnits, hintWriteUnits, hintReadUnits, lookReadUnits, lookWriteUnits, newsWriteUnits } =
    following;
  const begun = used().slice(-3, -1);
  expect(begun.map(([command]) => command)).toEqual(["UpdateItemCommand", "UpdateItemCommand"]);
  expect(begun.reduce((sum, [, each]) => sum + each, 0)).toBe(beginWriteUnits);

  await webhook.send(pullRequestDelivery(github.state, pull, "labeled"));
  expect(used()).toEqual([["UpdateItemCommand", hintWriteUnits]]);
  const records = await system.table.records();
  used();
  expect(await system.execute(records), "too early").toHaveLength(1);
  expect(used()).toEqual([["GetItemCommand", hintReadUnits]]);
  system.time += 4000;
  await system.execute(records);
  const look = [
    ["GetItemCommand", hintReadUnits],
    ["GetItemCommand", lookReadUnits],
  ];
  expect(used()).toEqual([
    ...look,
    ["UpdateItemCommand", newsWriteUnits],
    ["UpdateItemCommand", lookWriteUnits],
  ]);

  await webhook.send(pullRequestDelivery(github.state, pull, "labeled"));
  const again = await system.table.records();
  used();
  system.time += 4000;
  await system.execute(again);
  expect(used()).toEqual([...look, ["UpdateItemCommand", lookWriteUnits]]);
});
