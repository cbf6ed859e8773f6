import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse, type Tags } from "yaml";
import { attributeType, table } from "#entities/table.ts";
import { ENOUGH } from "#src/execution/deadline.ts";
import { PATIENCE, retryDelay } from "#src/execution/retry.ts";
import { DEFAULT_TIMING } from "#src/publishing/github/connection.ts";

/** CloudFormation's short forms, as what they are short for. */
const tags: Tags = ["Ref", "GetAtt", "Sub"].map((name) => ({
  tag: `!${name}`,
  resolve: (text: string) => (name === "Ref" ? { Ref: text } : { [`Fn::${name}`]: text }),
}));

type Route = string | { method: string; path: string; authorizer?: { type: string } };
interface Service {
  params: Record<string, Record<string, unknown>>;
  provider: {
    runtime: string;
    architecture: string;
    httpApi: { payload: string };
    environment: Record<string, string>;
  };
  functions: Record<
    string,
    {
      handler: string;
      timeout: number;
      tracing?: string;
      events: { httpApi?: Route; stream?: unknown }[];
    }
  >;
  resources: (string | { Resources: Record<string, { Properties: Record<string, unknown> }> })[];
}

const text = readFileSync("serverless.yml", "utf8");
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is not as described fails the tests below
const service = parse(text, { customTags: tags }) as Service;
const indexes = [table.userIndex, table.guildIndex];
const resources = service.resources.flatMap((part) =>
  typeof part === "string" ? [] : Object.entries(part.Resources),
);

const eventsOf = (name: string) => service.functions[name]?.events ?? [];
const routesOf = (name: string) =>
  eventsOf(name).map(({ httpApi = "none" }) => {
    if (typeof httpApi === "string") return httpApi;
    const { method, path, authorizer } = httpApi;
    return `${method} ${path}${authorizer ? ` (${authorizer.type})` : ""}`;
  });
const keys = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: "HASH" },
  { AttributeName: sort, KeyType: "RANGE" },
];

it("names only parameters that it has", () => {
  const named = [...text.matchAll(/\$\{param:(\w+)\}/g)].map(([, name = ""]) => name);
  expect(named.filter((name) => !(name in (service.params["default"] ?? {})))).toEqual([]);
});

it("lets every function trace, where tracing is on, but the one that may do nothing", () => {
  const tracing = Object.entries(service.functions).filter(([, { tracing: own }]) => own !== "PassThrough");
  const roles = tracing.map(
    ([name]) => `- !Ref ${name.slice(0, 1).toUpperCase()}${name.slice(1)}IamRoleLambdaExecution`,
  );
  expect(Object.keys(service.functions).filter((name) => !tracing.some(([own]) => own === name))).toEqual([
    "pictures",
  ]);
  const named = readFileSync("deploy/resources/tracing.yml", "utf8").match(/- !Ref \w+/g);
  expect(named).toEqual(roles);
});

it("tags the stack, and so every resource in it", () => {
  const tags = { service: "${self:service}", stage: "${sls:stage}" };
  expect(service.provider).toMatchObject({ tags, stackTags: tags });
});

describe("the table in serverless.yml", () => {
  const properties = Object.fromEntries(resources)["ConversationsTable"]?.Properties ?? {};

  it("has the name that the code expects, and a name of its own in every other stage", () => {
    expect(properties["TableName"]).toBe("${param:tableName}");
    expect(service.params["prod"]?.["tableName"]).toBe(table.defaultName);
    expect(service.params["default"]?.["tableName"]).toBe(`${table.defaultName}-\${sls:stage}`);
    expect(service.provider.environment["TABLE_NAME"]).toBe("${param:tableName}");
  });

  it("is called that in prod alone: no other stage has settings of its own, not even the one of `npm start`", () => {
    expect(Object.keys(service.params)).toEqual(["default", "prod"]);
  });

  it("has the keys of the code", () => {
    expect(properties["KeySchema"]).toEqual(keys(table.partitionKey, table.sortKey));
    const names = [
      table.partitionKey,
      table.sortKey,
      ...indexes.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]),
    ];
    expect(properties["AttributeDefinitions"]).toEqual(
      names.map((AttributeName) => ({ AttributeName, AttributeType: attributeType(AttributeName) })),
    );
  });

  it("has the indexes of the code, of keys only", () => {
    expect(properties["GlobalSecondaryIndexes"]).toEqual(
      indexes.map(({ name, partitionKey, sortKey, projection }) => ({
        IndexName: name,
        KeySchema: keys(partitionKey, sortKey),
        Projection: { ProjectionType: projection },
      })),
    );
  });

  it("expires by the attribute of the code, streams both images, is paid by request and can be restored", () => {
    expect(properties).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      TimeToLiveSpecification: { AttributeName: table.ttlAttribute, Enabled: true },
      StreamSpecification: { StreamViewType: table.streamViewType },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it("is kept and protected in prod only", () => {
    expect(service.params["prod"]).toMatchObject({ whenDeleted: "Retain", deletionProtection: true });
    expect(service.params["default"]).toMatchObject({ whenDeleted: "Delete", deletionProtection: false });
  });
});

describe("the routes in serverless.yml", () => {
  it("take Discord's interactions from anyone, since they are signed", () => {
    expect(routesOf("interactions")).toEqual(["POST /interactions"]);
  });

  it("take GitHub's deliveries from anyone, since they are signed", () => {
    expect(routesOf("github")).toEqual(["POST /github/webhook"]);
  });

  it("let only callers with AWS credentials administer", () => {
    expect(routesOf("admin")).toEqual([
      "GET /admin/users/{userId}/conversations (aws_iam)",
      "GET /admin/conversations (aws_iam)",
      "GET /admin/conversations/{conversationId} (aws_iam)",
      "POST /admin/conversations/{conversationId}/retry (aws_iam)",
      "DELETE /admin/users/{userId}/conversations (aws_iam)",
    ]);
  });

  it("use payload 2.0 on Node 24 for arm64", () => {
    expect(service.provider).toMatchObject({
      runtime: "nodejs24.x",
      architecture: "arm64",
      httpApi: { payload: "2.0" },
    });
  });

  it.each(Object.entries(service.functions))("name a handler that exists: %s", (name, { handler }) => {
    expect(handler).toBe(`functions/${name}.handler`);
    expect(readFileSync(`functions/${name}.ts`, "utf8")).toContain("export const handler");
  });
});

describe("the stream in serverless.yml", () => {
  const stream = eventsOf("dispatch")[0]?.["stream"];

  it("starts dispatch only, from the first event, and reports which items failed", () => {
    const followed = Object.keys(service.functions).filter((name) =>
      eventsOf(name).some((event) => event.stream !== undefined),
    );
    expect(followed).toEqual(["dispatch"]);
    expect(stream).toMatchObject({
      type: "dynamodb",
      arn: { "Fn::GetAtt": "ConversationsTable.StreamArn" },
      startingPosition: "TRIM_HORIZON",
      functionResponseType: "ReportBatchItemFailures",
    });
  });

  it("gives up on an event at last, and keeps where it was", () => {
    expect(stream).toMatchObject({
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: expect.any(Number),
      destinations: { onFailure: { type: "sqs", arn: { "Fn::GetAtt": "DeadLetters.Arn" } } },
    });
  });

  it("wakes dispatch only for what it routes", () => {
    expect(JSON.stringify(stream)).toContain(
      '"status":{"S":["drafting","approving","confirmed","withdrawing"]}',
    );
  });
});

describe("the queue in serverless.yml", () => {
  const all = Object.fromEntries(resources);
  const queue = all["ExecutionQueue"]?.Properties ?? {};
  const timeout = service.functions["execution"]?.timeout ?? 0;

  it("starts execution only, each message by itself, and reports which failed", () => {
    expect(eventsOf("execution")).toEqual([
      {
        sqs: {
          arn: { "Fn::GetAtt": "ExecutionQueue.Arn" },
          batchSize: 1,
          maximumConcurrency: "${param:executionConcurrency}",
          functionResponseType: "ReportBatchItemFailures",
        },
      },
      { schedule: { rate: "rate(1 day)" } },
    ]);
  });

  it("keeps a conversation's steps in order, and gives up into another queue of its kind", () => {
    expect(queue).toMatchObject({
      FifoQueue: true,
      RedrivePolicy: { deadLetterTargetArn: { "Fn::GetAtt": "ExecutionDeadLetters.Arn" } },
    });
    expect(all["ExecutionDeadLetters"]?.Properties).toMatchObject({ FifoQueue: true });
  });

  it("hides a message for longer than execution may work on it, so that two workers never meet", () => {
    expect(queue["VisibilityTimeout"]).toBeGreaterThanOrEqual(2 * timeout);
  });

  it("brings a message often enough to outlast the patience with trouble outside", () => {
    const { maxReceiveCount } = queue["RedrivePolicy"] as { maxReceiveCount: number };
    const tries = Array.from({ length: maxReceiveCount }, (_, at) =>
      retryDelay(new Error("trouble"), at + 1),
    );
    const milliseconds = tries.reduce((sum, seconds) => sum + seconds, 0) * 1000;
    expect(milliseconds).toBeGreaterThan(10 * PATIENCE);
  });

  it("leaves half of a new account's ten concurrent executions to interactions and the others", () => {
    expect(service.params["default"]?.["executionConcurrency"]).toBe("${env:EXECUTION_CONCURRENCY, '5'}");
    const { parallelizationFactor } = (eventsOf("dispatch")[0]?.["stream"] ?? {}) as {
      parallelizationFactor: number;
    };
    expect(10 - 5 - parallelizationFactor, "left for interactions").toBeGreaterThanOrEqual(3);
  });

  it("lets execution finish what it begins at the last moment, and write down and show what came of it", () => {
    const longest = ENOUGH + DEFAULT_TIMING.budget;
    expect(timeout * 1000).toBeGreaterThanOrEqual(longest + 10_000);
  });
});
