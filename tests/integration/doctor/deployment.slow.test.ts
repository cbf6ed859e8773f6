import {
  DynamoDBClient,
  PutItemCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { engineAccess } from "#stand-ins/aws/engine.ts";
import { isHealthy } from "#src/doctor/check.ts";
import { type DeployedWorld, GITHUB_TOKEN, startDeployedWorld } from "#tests/support/deployed-world.ts";
import { BOT_TOKEN } from "#stand-ins/discord/fake-application.ts";

let world: DeployedWorld;
let dynamodb: DynamoDBClient;
beforeEach(async () => {
  world = await startDeployedWorld();
  dynamodb = new DynamoDBClient(engineAccess(inject("engineUrl")));
});
afterEach(() => world.stop());

const put = async (id: string, status: string, ago: number) => {
  const updated_at = new Date(Date.now() - ago * 60_000).toISOString();
  const keys = { pk: `conversation#${id}`, sk: "conversation" };
  const item = { ...keys, __edb_e__: "conversation", conversation_id: id, status, updated_at };
  await dynamodb.send(new PutItemCommand({ TableName: world.table.name, Item: marshall(item) }));
};

test("a deployment that is as it should be is healthy, every check of it, and no secret is shown", async () => {
  const findings = await world.findings();
  expect([...findings.values()].filter(({ state }) => state !== "ok")).toEqual([]);
  expect([...findings.keys()]).toEqual([
    "deployment",
    "settings",
    "function interactions",
    "function dispatch",
    "function execution",
    "function github",
    "function admin",
    "parameters for GitHub",
    "parameter DISCORD_BOT_TOKEN",
    "table",
    "keys",
    "index user-index",
    "index guild-index",
    "stream",
    "time to live",
    "recovery",
    "stream mapping",
    "stuck conversations",
    "queue",
    "queue mapping",
    "room for interactions",
    "dead letters",
    "dead records",
    "alarms",
    "stream lag",
    "logs",
    "Discord application",
    "public key",
    "interactions endpoint",
    "slash commands",
    "who may add the bot",
    "model",
    "repository acme/site",
    "ux-agent.json of acme/site",
    "pull requests to acme/site",
    "permissions of acme/site",
    "branch rules of acme/site",
    "webhook of acme/site",
  ]);
  expect(isHealthy([...findings.values()])).toBe(true);
  const shown = JSON.stringify([...findings.values()]);
  for (const secret of [BOT_TOKEN, GITHUB_TOKEN]) expect(shown).not.toContain(secret);
  expect(world.discord.writes, "it changes nothing").toEqual([]);
});

describe("of the table it names, with what to do,", () => {
  test("a time to live that is off", async () => {
    const TimeToLiveSpecification = { AttributeName: "ttl", Enabled: false };
    await dynamodb.send(
      new UpdateTimeToLiveCommand({ TableName: world.table.name, TimeToLiveSpecification }),
    );
    expect(await world.onlyProblem()).toMatchObject({
      check: "time to live",
      says: expect.stringContaining("It is off"),
      remedy: `aws dynamodb update-time-to-live --table-name ${world.table.name} --time-to-live-specification "Enabled=true, AttributeName=ttl"`,
    });
  });

  test("a missing index", async () => {
    const GlobalSecondaryIndexUpdates = [{ Delete: { IndexName: "user-index" } }];
    await dynamodb.send(new UpdateTableCommand({ TableName: world.table.name, GlobalSecondaryIndexUpdates }));
    expect(await world.onlyProblem()).toMatchObject({
      check: "index user-index",
      says: expect.stringContaining("has no index"),
      remedy: expect.stringContaining("aws dynamodb update-table"),
    });
  });

  test("that it cannot be restored to an earlier time", async () => {
    world.recovery = "DISABLED";
    expect(await world.onlyProblem()).toMatchObject({
      check: "recovery",
      remedy: expect.stringContaining("PointInTimeRecoveryEnabled=true"),
    });
  });

  test("that it is not there, and looks at nothing in it", async () => {
    world.environment["TABLE_NAME"] = world.table.name = "nowhere";
    const findings = await world.findings();
    expect(findings.get("table")).toMatchObject({
      state: "problem",
      remedy: expect.stringContaining("deploy"),
    });
    for (const check of ["keys", "stream", "time to live"])
      expect(findings.get(check)).toMatchObject({ state: "skipped" });
  });

  test("a conversation that nobody works on, but not one that has just been confirmed", async () => {
    await put("11", "confirmed", 6);
    await put("12", "confirmed", 1);
    await put("13", "previewed", 30);
    expect(await world.onlyProblem()).toMatchObject({
      check: "stuck conversations",
      says: "1 in the whole table for more than five minutes: 11 (confirmed).",
      remedy: expect.stringContaining("npm run admin -- --stage test redrive"),
    });
  });
});

describe("of what is deployed it names", () => {
  test("that nothing is", async () => {
    world.stackStatus = null;
    expect(await world.onlyProblem()).toMatchObject({
      check: "deployment",
      remedy: expect.stringContaining("npx serverless deploy --stage test"),
    });
  });

  test("a deployment that failed", async () => {
    world.stackStatus = "UPDATE_ROLLBACK_FAILED";
    expect(await world.onlyProblem()).toMatchObject({ check: "deployment" });
  });

  test("a first deployment that failed, in words of its own for every part that is not there", async () => {
    world.stackStatus = "UPDATE_ROLLBACK_COMPLETE";
    world.complete = false;
    const problems = [...(await world.findings()).values()].filter(({ state }) => state === "problem");
    expect(problems.map(({ check, says }) => `${check}: ${says}`)).toEqual([
      "deployment: ux-agent-test is UPDATE_ROLLBACK_COMPLETE.",
      "function interactions: It is not there.",
      "function dispatch: It is not there.",
      "function execution: It is not there.",
      "function github: It is not there.",
      "function admin: It is not there.",
      "table: The stack has none.",
      "queue: The stack has none.",
    ]);
  });

  test("an environment that cannot be used, with every problem in it", async () => {
    delete world.environment["DISCORD_PUBLIC_KEY"];
    const findings = await world.findings();
    expect(findings.get("function interactions")).toMatchObject({
      state: "problem",
      says: expect.stringContaining("DISCORD_PUBLIC_KEY is required"),
    });
    expect(findings.get("function execution")).toMatchObject({ state: "ok" });
  });

  test("a stream mapping that is off, and one of another stream", async () => {
    world.mapping["State"] = "Disabled";
    expect(await world.onlyProblem()).toMatchObject({
      check: "stream mapping",
      remedy: "aws lambda update-event-source-mapping --uuid mapping-1 --enabled",
    });
    world.mapping = { State: "Enabled", EventSourceArn: "arn:of:the:stream:before" };
    expect(await world.onlyProblem()).toMatchObject({
      check: "stream mapping",
      remedy: expect.stringContaining("Deploy"),
    });
  });

  test("a queue mapping that is off, and one that is gone", async () => {
    world.queueMapping["State"] = "Disabled";
    expect(await world.onlyProblem()).toMatchObject({
      check: "queue mapping",
      remedy: "aws lambda update-event-source-mapping --uuid mapping-2 --enabled",
    });
    world.queueMapping = { State: "Enabled", EventSourceArn: "arn:of:another:queue" };
    expect(await world.onlyProblem()).toMatchObject({
      check: "queue mapping",
      says: expect.stringContaining("Nothing connects the queue to `execution`"),
    });
  });

  test("a queue that dispatch does not send to", async () => {
    world.environment["QUEUE_URL"] = "https://sqs/another.fifo";
    expect(await world.onlyProblem()).toMatchObject({
      check: "queue",
      says: "`dispatch` sends to https://sqs/another.fifo, not to https://sqs/execution.fifo.",
    });
  });

  test("a queue that hides a message for too short a time, and one that never gives up", async () => {
    world.queue["VisibilityTimeout"] = "30";
    expect(await world.onlyProblem()).toMatchObject({
      check: "queue",
      says: expect.stringContaining("for 30 s"),
    });
    world.queue = { VisibilityTimeout: "120" };
    expect(await world.onlyProblem()).toMatchObject({
      check: "queue",
      says: expect.stringContaining("for ever"),
    });
  });

  test("an account in which execution leaves interactions no room", async () => {
    world.concurrentExecutions = 10;
    world.queueMapping["ScalingConfig"] = { MaximumConcurrency: 8 };
    expect(await world.onlyProblem()).toMatchObject({
      check: "room for interactions",
      says: "execution takes up to 8 of the account's 10 concurrent executions, and dispatch 2 for each shard of the stream.",
      remedy: expect.stringContaining("EXECUTION_CONCURRENCY=5 in .env.test"),
    });
  });

  test("records that dispatch could not route", async () => {
    world.deadRecords = 2;
    expect(await world.onlyProblem()).toMatchObject({
      check: "dead records",
      says: "2 events were given up.",
    });
  });

  test("dead letters", async () => {
    world.deadLetters = 1;
    expect(await world.onlyProblem()).toMatchObject({
      check: "dead letters",
      says: "1 event was given up.",
      remedy: expect.stringContaining("redrive"),
    });
  });
});

describe("of what is watched it names", () => {
  test("an address that has not agreed, and one without a subscription", async () => {
    world.subscribers = [{ address: "you@example.com", confirmed: false }];
    expect(await world.onlyProblem()).toMatchObject({
      check: "alarms",
      says: "you@example.com gets none before it agrees.",
      remedy: expect.stringContaining("Subscription Confirmation"),
    });
    world.subscribers = [{ address: "another@example.com", confirmed: true }];
    expect(await world.onlyProblem()).toMatchObject({
      check: "alarms",
      remedy: expect.stringMatching(/^aws sns subscribe --topic-arn arn:of:the:topic .* you@example\.com$/),
    });
  });

  test("that no one is told of alarms, which is not wrong", async () => {
    world.subscribers = [];
    world.stackParameters = {};
    delete world.written?.values["ALARM_EMAIL"];
    const findings = await world.findings();
    expect(findings.get("alarms")).toMatchObject({
      state: "skipped",
      says: expect.stringContaining("ALARM_EMAIL"),
    });
    expect(isHealthy([...findings.values()])).toBe(true);
  });

  test("a stream that is late, and a log that is kept for ever", async () => {
    world.streamLag = 61_000;
    expect(await world.onlyProblem()).toMatchObject({
      check: "stream lag",
      says: expect.stringContaining("61.0 s"),
    });
    world.streamLag = undefined;
    world.logs.push({ name: "/aws/http-api/ux-agent-test", days: undefined });
    expect(await world.onlyProblem()).toMatchObject({
      check: "logs",
      remedy:
        "aws logs put-retention-policy --log-group-name /aws/http-api/ux-agent-test --retention-in-days 14",
    });
  });

  test("a setting that is not the one written down", async () => {
    world.environment["CONVERSATION_TTL_SECONDS"] = "60";
    expect(await world.onlyProblem()).toMatchObject({
      check: "settings",
      says: "CONVERSATION_TTL_SECONDS is 60, and .env.test does not name it.",
    });
  });
});

describe("of the secrets it names", () => {
  test("a missing parameter, with the command that puts it", async () => {
    world.parameters.delete("GITHUB_TOKEN");
    const findings = await world.findings();
    expect(findings.get("parameters for GitHub")).toMatchObject({
      state: "problem",
      says: expect.stringContaining("/ux-agent/test/GITHUB_TOKEN is missing"),
      remedy: expect.stringContaining(
        "aws ssm put-parameter --type SecureString --name /ux-agent/test/GITHUB_TOKEN --value …",
      ),
    });
    expect(findings.get("repository acme/site")).toMatchObject({ state: "problem" });
  });

  test("half of a GitHub App", async () => {
    world.parameters.delete("GITHUB_TOKEN");
    world.parameters.set("GITHUB_APP_ID", { Value: "7", Type: "String" });
    expect((await world.findings()).get("parameters for GitHub")).toMatchObject({
      says: expect.stringContaining("GITHUB_APP_PRIVATE_KEY is missing"),
    });
  });

  test("one that is kept in the clear", async () => {
    world.parameters.set("DISCORD_BOT_TOKEN", { Value: BOT_TOKEN, Type: "String" });
    expect(await world.onlyProblem()).toMatchObject({ check: "parameter DISCORD_BOT_TOKEN" });
  });

  test("that without a bot token Discord cannot be asked, which is not wrong", async () => {
    world.parameters.delete("DISCORD_BOT_TOKEN");
    const findings = await world.findings();
    expect(isHealthy([...findings.values()])).toBe(true);
    for (const check of ["parameter DISCORD_BOT_TOKEN", "public key", "slash commands"])
      expect(findings.get(check)).toMatchObject({ state: "skipped", says: expect.stringMatching(/./) });
  });
});
