import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";
import { expect } from "vitest";
import { type DeployedSystem, deployedChecks } from "#src/doctor/deployed-system.ts";
import { type Finding, examine } from "#src/doctor/check.ts";
import { commandDefinitions } from "#src/discord/command-definitions.ts";
import { type TestTable, createTestTable } from "./dynamodb.ts";
import { fakeClient, awsError } from "./fake-aws.ts";
import {
  APPLICATION_ID,
  BOT_TOKEN,
  type FakeApplication,
  startFakeApplication,
} from "#stand-ins/discord/fake-application.ts";
import { type FakeGitHub, startFakeGitHub } from "#stand-ins/github/github-stand-in.ts";
import { webhookSecret } from "#src/publishing/github/webhook-secret.ts";
import { sampleFiles } from "./github-site.ts";

const STAGE = "test";
const API = "https://abc.execute-api.us-east-1.amazonaws.com";
const ALARM_EMAIL = "you@example.com";
const PUBLIC_KEY = "ab".repeat(32);
export const GITHUB_TOKEN = "ghp_secret_of_the_doctor";

/** A deployment that is as it should be, part by part; a test spoils what it is about. */
export interface DeployedWorld {
  table: TestTable;
  discord: FakeApplication;
  github: FakeGitHub;
  stackStatus: string | null;
  /** False after a first deployment that failed: the stack is left with its bucket. */
  complete: boolean;
  stackParameters: Record<string, string>;
  written: DeployedSystem["written"];
  /** Of each function, beside what CloudFormation sets. */
  environment: Record<string, string>;
  parameters: Map<string, { Value: string; Type: string }>;
  /** What brings the stream to `dispatch`, and the queue to `execution`. */
  mapping: Record<string, unknown>;
  queueMapping: Record<string, unknown>;
  queue: Record<string, string>;
  concurrentExecutions: number;
  /** Whether the table can be restored to an earlier time. */
  recovery: "ENABLED" | "DISABLED";
  /** Who gets the alarms, how late the stream is, in milliseconds, and how long each log is kept. */
  subscribers: { address: string; confirmed: boolean }[];
  streamLag: number | undefined;
  logs: { name: string; days: number | undefined }[];
  /** Of `execution`, and of `dispatch`. */
  deadLetters: number;
  deadRecords: number;
  /** What the doctor finds, by check. */
  findings(change?: Partial<DeployedSystem>): Promise<Map<string, Finding>>;
  /** The one thing that is wrong, and nothing else is. */
  onlyProblem(): Promise<Finding | undefined>;
  stop(): Promise<void>;
}

export async function startDeployedWorld(): Promise<DeployedWorld> {
  const [table, discord, github] = await Promise.all([
    createTestTable(),
    startFakeApplication(),
    sampleFiles().then((files) => startFakeGitHub({ files, token: GITHUB_TOKEN })),
  ]);
  discord.about = { verify_key: PUBLIC_KEY, interactions_endpoint_url: `${API}/interactions` };
  discord.commands.set(
    "",
    commandDefinitions.map((definition, at) => ({ id: String(at + 1), ...definition })),
  );
  github.state.hooks.push({
    id: 1,
    active: true,
    events: ["pull_request", "check_suite", "status", "deployment_status"],
    config: {
      url: PARTS.GithubWebhookUrl,
      content_type: "json",
      secret: webhookSecret(WEBHOOK_MASTER, "4711"),
    },
    lastStatus: 200,
  });
  const world: DeployedWorld = {
    table,
    discord,
    github,
    stackStatus: "UPDATE_COMPLETE",
    complete: true,
    stackParameters: { AlarmEmail: ALARM_EMAIL },
    written: {
      name: `.env.${STAGE}`,
      values: {
        DISCORD_PUBLIC_KEY: PUBLIC_KEY,
        DISCORD_APPLICATION_ID: APPLICATION_ID,
        DISCORD_GUILD_IDS: "200000000000000001",
        DISCORD_API_URL: discord.url,
        GITHUB_REPOSITORY: "acme/site",
        GITHUB_API_URL: github.url,
        ALARM_EMAIL,
      },
    },
    environment: {
      TABLE_NAME: table.name,
      DISCORD_PUBLIC_KEY: PUBLIC_KEY,
      DISCORD_APPLICATION_ID: APPLICATION_ID,
      DISCORD_GUILD_IDS: "200000000000000001",
      DISCORD_API_URL: discord.url,
      GITHUB_REPOSITORY: "acme/site",
      GITHUB_API_URL: github.url,
      SECRETS_PATH: `/ux-agent/${STAGE}`,
      QUEUE_URL: PARTS.ExecutionQueueUrl,
    },
    parameters: new Map([
      ["DISCORD_BOT_TOKEN", { Value: BOT_TOKEN, Type: "SecureString" }],
      ["GITHUB_TOKEN", { Value: GITHUB_TOKEN, Type: "SecureString" }],
      ["GITHUB_WEBHOOK_SECRET", { Value: WEBHOOK_MASTER, Type: "SecureString" }],
    ]),
    mapping: { State: "Enabled", UUID: "mapping-1", ParallelizationFactor: 2 },
    queueMapping: { State: "Enabled", UUID: "mapping-2", ScalingConfig: { MaximumConcurrency: 5 } },
    queue: { RedrivePolicy: "{}", VisibilityTimeout: "120" },
    concurrentExecutions: 1000,
    recovery: "ENABLED",
    subscribers: [{ address: ALARM_EMAIL, confirmed: true }],
    streamLag: 40,
    logs: [{ name: `/aws/lambda/ux-agent-${STAGE}-execution`, days: 14 }],
    deadLetters: 0,
    deadRecords: 0,
    findings: async (change = {}) => {
      const checks = await deployedChecks({ ...systemOf(world), ...change });
      return new Map((await examine(checks)).map((finding) => [finding.check, finding]));
    },
    onlyProblem: async () => {
      const problems = [...(await world.findings()).values()].filter(({ state }) => state === "problem");
      expect(problems.map(({ check }) => check)).toHaveLength(1);
      return problems[0];
    },
    stop: async () => {
      await Promise.all([discord.stop(), github.close()]);
    },
  };
  return world;
}

const systemOf = (world: DeployedWorld): DeployedSystem => ({
  stage: STAGE,
  written: world.written,
  clients: {
    dynamodb: withRecovery(world),
    cloudFormation: fakeClient({ DescribeStacksCommand: () => stacks(world) }) as never,
    lambda: fakeClient({
      GetFunctionConfigurationCommand: () =>
        world.complete
          ? {
              State: "Active",
              LastUpdateStatus: "Successful",
              Runtime: "nodejs24.x",
              MemorySize: 1024,
              Timeout: 60,
              Environment: { Variables: world.environment },
            }
          : awsError("ResourceNotFoundException"),
      ListEventSourceMappingsCommand: ({ FunctionName }) => mappings(world, String(FunctionName)),
      GetAccountSettingsCommand: () => ({
        AccountLimit: { ConcurrentExecutions: world.concurrentExecutions },
      }),
    }) as never,
    ssm: fakeClient({ GetParametersByPathCommand: ({ Path }) => parameters(world, String(Path)) }) as never,
    sqs: fakeClient({
      GetQueueAttributesCommand: ({ QueueUrl }) => ({ Attributes: queueOf(world, String(QueueUrl)) }),
    }) as never,
  },
  watch: {
    subscribers: async () => world.subscribers,
    streamLag: async () => world.streamLag,
    logGroups: async (prefix) => world.logs.filter(({ name }) => name.startsWith(prefix)),
  },
  now: () => new Date(),
  timing: { retry: 1 },
});

/** The engine knows no backups. */
function withRecovery(world: DeployedWorld): DynamoDBClient {
  const { client } = world.table;
  const send = async (command: Parameters<DynamoDBClient["send"]>[0]) =>
    command instanceof DescribeContinuousBackupsCommand
      ? {
          ContinuousBackupsDescription: {
            PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: world.recovery },
          },
        }
      : client.send(command);
  return Object.create(client, { send: { value: send } });
}

function stacks({ stackStatus, stackParameters, complete, table }: DeployedWorld): unknown {
  if (!stackStatus) return awsError("ValidationError", `Stack with id ux-agent-${STAGE} does not exist`);
  if (!complete) return { Stacks: [{ StackStatus: stackStatus, Outputs: [] }] };
  const outputs = {
    TableName: table.name,
    InteractionsEndpointUrl: `${API}/interactions`,
    ...PARTS,
  };
  const Outputs = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }));
  const Parameters = Object.entries(stackParameters).map(([ParameterKey, ParameterValue]) => ({
    ParameterKey,
    ParameterValue,
  }));
  return { Stacks: [{ StackStatus: stackStatus, Outputs, Parameters }] };
}

const WEBHOOK_MASTER = "0123456789abcdef0123456789abcdef";

const PARTS = {
  AlarmsTopicArn: "arn:of:the:topic",
  ExecutionQueueUrl: "https://sqs/execution.fifo",
  GithubWebhookUrl: "https://api.example/github/webhook",
  ExecutionDeadLettersUrl: "https://sqs/dead-letters.fifo",
  DeadLettersUrl: "https://sqs/dead-records",
};

function queueOf(world: DeployedWorld, url: string): Record<string, string> {
  if (url === PARTS.ExecutionDeadLettersUrl)
    return { ApproximateNumberOfMessages: String(world.deadLetters) };
  if (url === PARTS.DeadLettersUrl) return { ApproximateNumberOfMessages: String(world.deadRecords) };
  return { QueueArn: QUEUE_ARN, ApproximateNumberOfMessages: "0", ...world.queue };
}

const QUEUE_ARN = "arn:of:the:queue";

/** One mapping for each, of the stream that the table has and of the queue, unless a test says another. */
async function mappings({ mapping, queueMapping, table }: DeployedWorld, name: string): Promise<unknown> {
  if (name.endsWith("-execution"))
    return { EventSourceMappings: [{ EventSourceArn: QUEUE_ARN, ...queueMapping }] };
  const { Table } = await table.client.send(new DescribeTableCommand({ TableName: table.name }));
  return { EventSourceMappings: [{ EventSourceArn: Table?.LatestStreamArn, ...mapping }] };
}

/** Everything on one page. */
function parameters({ parameters }: DeployedWorld, path: string): unknown {
  return { Parameters: [...parameters].map(([name, rest]) => ({ Name: `${path}/${name}`, ...rest })) };
}
