import { beforeEach, describe, expect, test } from "vitest";
import { importTable } from "#deploy/table/import-table.ts";
import { withoutTable } from "#deploy/table/table-in-template.ts";
import { awsError, fakeClient } from "#tests/support/fake-aws.ts";

const ARN = "arn:aws:dynamodb:us-east-1:1:table/ux-agent-conversations";
const KEYS = [
  { AttributeName: "pk", KeyType: "HASH" },
  { AttributeName: "sk", KeyType: "RANGE" },
];
const table = {
  TableName: "ux-agent-conversations",
  TableArn: ARN,
  LatestStreamArn: `${ARN}/stream/new`,
  KeySchema: KEYS,
  AttributeDefinitions: [],
  StreamSpecification: undefined as object | undefined,
};
const bucket = { Type: "AWS::S3::Bucket" };
const running = {
  Resources: {
    Bucket: bucket,
    ConversationsTable: { Type: "AWS::DynamoDB::Table", DeletionPolicy: "Retain", Properties: {} },
    Mapping: {
      Type: "AWS::Lambda::EventSourceMapping",
      DependsOn: ["ConversationsTable"],
      Properties: { EventSourceArn: { "Fn::GetAtt": ["ConversationsTable", "StreamArn"] } },
    },
    Role: {
      Type: "AWS::IAM::Role",
      DependsOn: ["Bucket", "ConversationsTable"],
      Properties: {
        Resources: [
          { "Fn::GetAtt": ["ConversationsTable", "Arn"] },
          { "Fn::Sub": "${ConversationsTable.Arn}/index/user-index" },
          { "Fn::Sub": ["${ConversationsTable} of ${X}", { X: { Ref: "Bucket" } }] },
        ],
      },
    },
  },
  Outputs: { TableName: { Value: { Ref: "ConversationsTable" } } },
};

interface Made {
  ChangeSetType: string;
  TemplateBody: string;
  ResourcesToImport?: unknown[];
}
let made: Made[];
let told: string[];
beforeEach(() => {
  made = [];
  told = [];
});

interface World {
  template?: object | null;
  found?: object | null;
  followed?: string;
  changeSet?: object;
}

/** CloudFormation that takes every change set, unless it is told another. */
function take({ template = null, found = table, followed = `${ARN}/stream/old`, changeSet }: World) {
  const cloudFormation = fakeClient({
    GetTemplateCommand: () => ({ TemplateBody: JSON.stringify(template) }),
    CreateChangeSetCommand: (input) => {
      made.push(input as never);
      return {};
    },
    DescribeChangeSetCommand: () => changeSet ?? { Status: "CREATE_COMPLETE" },
    ExecuteChangeSetCommand: () => ({}),
    DescribeStacksCommand: () =>
      template || made.length > 0
        ? { Stacks: [{ StackStatus: `${made.at(-1)?.ChangeSetType}_COMPLETE` }] }
        : awsError("ValidationError", "Stack with id ux-agent-prod does not exist"),
  });
  const dynamodb = fakeClient({
    DescribeTableCommand: () => (found ? { Table: found } : awsError("ResourceNotFoundException")),
    DescribeTimeToLiveCommand: () => ({ TimeToLiveDescription: { TimeToLiveStatus: "DISABLED" } }),
    DescribeContinuousBackupsCommand: () => ({}),
  });
  const lambda = fakeClient({
    ListEventSourceMappingsCommand: () => ({ EventSourceMappings: [{ EventSourceArn: followed }] }),
  });
  return importTable({
    stage: "prod",
    tableName: "ux-agent-conversations",
    clients: {
      cloudFormation: cloudFormation as never,
      dynamodb: dynamodb as never,
      lambda: lambda as never,
    },
    tell: (sentence) => told.push(sentence),
    pause: 0,
  });
}

const templateOf = (at: number) => JSON.parse(made[at]?.TemplateBody ?? "{}") as typeof running;

describe("a table that an earlier deployment left", () => {
  test("becomes a stack of its own, as it is and not as it should be", async () => {
    await take({});
    expect(made).toMatchObject([
      {
        ChangeSetType: "IMPORT",
        ResourcesToImport: [
          {
            ResourceType: "AWS::DynamoDB::Table",
            LogicalResourceId: "ConversationsTable",
            ResourceIdentifier: { TableName: "ux-agent-conversations" },
          },
        ],
      },
    ]);
    expect(templateOf(0).Resources).toEqual({
      ConversationsTable: {
        Type: "AWS::DynamoDB::Table",
        DeletionPolicy: "Retain",
        UpdateReplacePolicy: "Retain",
        Properties: {
          TableName: "ux-agent-conversations",
          BillingMode: "PAY_PER_REQUEST",
          DeletionProtectionEnabled: false,
          AttributeDefinitions: [],
          KeySchema: KEYS,
          GlobalSecondaryIndexes: [],
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
        },
      },
    });
  });

  test("is added to what a failed first deployment left of the stack, which stays as it is", async () => {
    await take({ template: { Resources: { Bucket: bucket }, Outputs: { Name: { Value: "b" } } } });
    expect(Object.keys(templateOf(0).Resources)).toEqual(["Bucket", "ConversationsTable"]);
    expect(templateOf(0).Outputs).toEqual({ Name: { Value: "b" } });
  });

  test("is refused when it has other keys, and when there is none", async () => {
    await expect(take({ found: { ...table, KeySchema: [] } })).rejects.toThrow(/other keys/);
    await expect(take({ found: null })).rejects.toThrow(/^There is no table ux-agent-conversations/);
    expect(made).toEqual([]);
  });

  test("tells CloudFormation's reason when it is not taken", async () => {
    const changeSet = { Status: "FAILED", StatusReason: "the reason" };
    await expect(take({ changeSet })).rejects.toThrow(/ux-agent-prod \(FAILED\): the reason$/);
  });
});

describe("a table that a living stack has lost", () => {
  test("is given up, and the restored one taken in", async () => {
    await take({ template: running });
    expect(made.map(({ ChangeSetType }) => ChangeSetType)).toEqual(["UPDATE", "IMPORT"]);
    expect(made[0]?.TemplateBody).not.toContain('"ConversationsTable"');
    expect(Object.keys(templateOf(1).Resources)).toContain("ConversationsTable");
    expect(told).toHaveLength(2);
  });

  test("is given up alone when nothing was restored", async () => {
    await take({ template: running, found: null });
    expect(made.map(({ ChangeSetType }) => ChangeSetType)).toEqual(["UPDATE"]);
    expect(told.at(-1)).toMatch(/deploying makes a new one, which is empty\.$/);
  });

  test("is left alone when it is not lost", async () => {
    const StreamSpecification = { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" };
    const found = { ...table, StreamSpecification, LatestStreamArn: `${ARN}/stream/old` };
    await expect(take({ template: running, found })).rejects.toThrow(
      /already: deploy without --import-table/,
    );
    expect(made).toEqual([]);
  });

  test("is refused where the table goes with its stack", async () => {
    const { ConversationsTable, ...others } = running.Resources;
    const template = {
      Resources: { ...others, ConversationsTable: { ...ConversationsTable, DeletionPolicy: "Delete" } },
    };
    await expect(take({ template })).rejects.toThrow(/npx serverless remove --stage prod/);
    expect(made).toEqual([]);
  });
});

test("a template without the table names what it referred to, and changes nothing else", () => {
  expect(withoutTable(running, { name: "t", arn: "arn:t", streamArn: "arn:t/stream/1" })).toEqual({
    Resources: {
      Bucket: bucket,
      Mapping: { Type: "AWS::Lambda::EventSourceMapping", Properties: { EventSourceArn: "arn:t/stream/1" } },
      Role: {
        Type: "AWS::IAM::Role",
        DependsOn: ["Bucket"],
        Properties: {
          Resources: [
            "arn:t",
            { "Fn::Sub": "arn:t/index/user-index" },
            { "Fn::Sub": ["t of ${X}", { X: { Ref: "Bucket" } }] },
          ],
        },
      },
    },
    Outputs: { TableName: { Value: "t" } },
  });
});
