import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { assessDeployment } from "#deploy/framework/assess-deployment.ts";
import { awsError, fakeClient } from "#tests/support/fake-aws.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

const given = {
  DISCORD_PUBLIC_KEY: "ab".repeat(32),
  DISCORD_APPLICATION_ID: "300000000000000001",
  DISCORD_GUILD_IDS: "200000000000000001",
  GITHUB_REPOSITORY: "acme/site",
  ALARM_EMAIL: "you@example.com",
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ux-agent-stage-"));
});
afterEach(() => removeFolder(folder));

const write = (values: Record<string, string>) =>
  writeFile(
    join(folder, ".env.prod"),
    Object.entries(values)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );

const deployed = {
  cloudFormation: {
    DescribeStacksCommand: () => ({
      Stacks: [
        {
          StackStatus: "UPDATE_COMPLETE",
          Outputs: [{ OutputKey: "TableName", OutputValue: "ux-agent-conversations" }],
          Parameters: [{ ParameterKey: "AlarmEmail", ParameterValue: given.ALARM_EMAIL }],
        },
      ],
    }),
  },
  lambda: { GetFunctionConfigurationCommand: () => ({ Environment: { Variables: given } }) },
  dynamodb: {},
};

const nothing = {
  cloudFormation: {
    DescribeStacksCommand: () => awsError("ValidationError", "Stack does not exist"),
    // A stack that was removed still tells its template.
    GetTemplateCommand: () => ({ TemplateBody: JSON.stringify({ Resources: { ConversationsTable: {} } }) }),
  },
  lambda: {},
  dynamodb: { DescribeTableCommand: () => awsError("ResourceNotFoundException") },
};

const assess = (
  env: Record<string, string | undefined>,
  { cloudFormation, lambda, dynamodb }: Record<"cloudFormation" | "lambda" | "dynamodb", object> = deployed,
  tableName = "ux-agent-conversations",
) =>
  assessDeployment({
    stage: "prod",
    given: env,
    tableName,
    folder,
    clients: {
      cloudFormation: fakeClient(cloudFormation as never) as never,
      lambda: fakeClient(lambda as never) as never,
      dynamodb: fakeClient(dynamodb as never) as never,
    },
  });

test("a deployment that changes no setting goes on", async () => {
  await write(given);
  expect(await assess(given)).toEqual({ ok: true, changes: [], unwritten: [] });
});

test("an alarm's address that is left out is refused, and one that is emptied goes on", async () => {
  const { ALARM_EMAIL: _, ...rest } = given;
  await write(rest);
  expect(await assess(rest)).toEqual({
    ok: false,
    problems: [expect.stringMatching(/^ALARM_EMAIL is you@example\.com in what runs.* \.env\.prod/)],
  });
  await write({ ...rest, ALARM_EMAIL: "" });
  expect(await assess({ ...rest, ALARM_EMAIL: "" })).toMatchObject({
    ok: true,
    changes: [{ name: "ALARM_EMAIL", now: "" }],
    unwritten: [],
  });
});

test("another stage's key in the shell is refused beside the file, and told of without one", async () => {
  const other = { ...given, DISCORD_PUBLIC_KEY: "cd".repeat(32) };
  await write(given);
  expect(await assess(other)).toEqual({
    ok: false,
    problems: [
      "DISCORD_PUBLIC_KEY has another value in this shell than in .env.prod: remove it from the shell, or correct the file.",
    ],
  });
  await write({});
  expect(await assess(other)).toMatchObject({
    ok: true,
    unwritten: [expect.stringMatching(/^DISCORD_PUBLIC_KEY would change what runs, and only this shell/)],
  });
});

test("a value that is wrong is refused before AWS is asked", async () => {
  const broken = { cloudFormation: {}, lambda: {}, dynamodb: {} };
  expect(await assess({ ...given, CONVERSATION_TTL_SECONDS: "1h" }, broken)).toEqual({
    ok: false,
    problems: ["CONVERSATION_TTL_SECONDS must be a whole number of seconds from 1 to 604800."],
  });
});

test("a table that an earlier deployment left stops a first one, with what takes it in", async () => {
  expect(await assess(given, nothing)).toEqual({ ok: true, changes: [], unwritten: [] });
  const kept = { ...nothing, dynamodb: { DescribeTableCommand: () => ({ Table: {} }) } };
  expect(await assess(given, kept)).toEqual({
    ok: false,
    problems: [expect.stringContaining("npm run deploy -- --stage prod --import-table")],
  });
});

test("a table that was just taken in stops nothing", async () => {
  const TemplateBody = JSON.stringify({ Resources: { ConversationsTable: {} } });
  const taken = {
    cloudFormation: {
      DescribeStacksCommand: () => ({ Stacks: [{ StackStatus: "IMPORT_COMPLETE" }] }),
      GetTemplateCommand: () => ({ TemplateBody }),
    },
    lambda: {},
    dynamodb: { DescribeTableCommand: () => ({ Table: {} }) },
  };
  expect(await assess(given, taken)).toEqual({ ok: true, changes: [], unwritten: [] });
});

test("a deployment that would go on with another table is refused", async () => {
  expect(await assess(given, deployed, "ux-agent-conversations-2")).toEqual({
    ok: false,
    problems: [expect.stringContaining('--param="tableName=ux-agent-conversations"')],
  });
});
