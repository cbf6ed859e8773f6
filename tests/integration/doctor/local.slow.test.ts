import { DynamoDBClient, UpdateTableCommand, UpdateTimeToLiveCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { engineAccess } from "#stand-ins/aws/engine.ts";
import { examine, isHealthy } from "#src/doctor/check.ts";
import { type LocalSystem, localChecks } from "#src/doctor/local-system.ts";
import { type DiscordServer, startDiscordServer } from "#tests/support/discord-server.ts";
import { type TestTable, createTestTable } from "#tests/support/dynamodb.ts";
import { type SiteRepository, createSiteRepository } from "#tests/support/site-repository.ts";
import { readConfig } from "#src/config.ts";

let front: DiscordServer;
let site: SiteRepository;
let table: TestTable;
beforeAll(async () => {
  [front, site] = await Promise.all([startDiscordServer(), createSiteRepository()]);
  front.intercept = () => ({ status: 401 });
});
afterAll(() => Promise.all([front.stop(), site.remove()]));
beforeEach(async () => void (table = await createTestTable()));

const dynamodb = () => new DynamoDBClient(engineAccess(inject("engineUrl")));

const findings = async (change: Partial<LocalSystem> = {}) => {
  const checks = await localChecks({
    url: front.url,
    config: readConfig([], { TABLE_NAME: table.name, SITE_REPOSITORY: site.path }),
    client: table.client,
    standIn: true,
    deadLetters: { count: async () => 0, file: ".ux-agent/dead-letters.jsonl" },
    now: () => new Date(),
    ...change,
  });
  return examine(checks);
};
const problems = async (change: Partial<LocalSystem> = {}) =>
  (await findings(change)).filter(({ state }) => state === "problem");

test("a healthy local system is found to be healthy, and says what does not apply", async () => {
  const found = await findings();
  expect(isHealthy(found)).toBe(true);
  const inState = (state: string) => found.filter((one) => one.state === state).map(({ check }) => check);
  expect(inState("ok")).toEqual([
    "functions",
    "table",
    "keys",
    "index user-index",
    "index guild-index",
    "stream",
    "time to live",
    "stuck conversations",
    "dead letters",
    `repository ${site.path}`,
    `ux-agent.json of ${site.path}`,
  ]);
  expect(inState("skipped")).toEqual([
    "parameters",
    "Discord application",
    "public key",
    "interactions endpoint",
    "slash commands",
    "who may add the bot",
    `pull requests to ${site.path}`,
  ]);
});

describe("it names, with what to do,", () => {
  const restart = { remedy: expect.stringContaining("start it again") };

  test("a time to live that is off", async () => {
    const TimeToLiveSpecification = { AttributeName: "ttl", Enabled: false };
    await dynamodb().send(new UpdateTimeToLiveCommand({ TableName: table.name, TimeToLiveSpecification }));
    expect(await problems()).toMatchObject([{ check: "time to live", ...restart }]);
  });

  test("a missing index", async () => {
    const GlobalSecondaryIndexUpdates = [{ Delete: { IndexName: "user-index" } }];
    await dynamodb().send(new UpdateTableCommand({ TableName: table.name, GlobalSecondaryIndexUpdates }));
    expect(await problems()).toMatchObject([{ check: "index user-index", ...restart }]);
  });

  test("a dead letter", async () => {
    const deadLetters = { count: async () => 1, file: ".ux-agent/dead-letters.jsonl" };
    expect(await problems({ deadLetters })).toMatchObject([
      { check: "dead letters", remedy: expect.stringContaining("functions.log") },
    ]);
  });

  test("functions that do not answer", async () => {
    expect(await problems({ url: "http://127.0.0.1:9" })).toMatchObject([{ check: "functions", ...restart }]);
  });

  test("a repository that is away", async () => {
    await site.away(async () => {
      expect(await problems()).toMatchObject([
        { check: `repository ${site.path}`, says: "The configured site repository does not exist." },
      ]);
    });
  });
});
