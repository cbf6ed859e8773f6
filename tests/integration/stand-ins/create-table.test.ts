import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  UpdateTableCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createTable } from "#stand-ins/aws/create-table.ts";
import { engineAccess } from "#stand-ins/aws/engine.ts";

const client = new DynamoDBClient(engineAccess(inject("engineUrl")));
const name = `create-table-${crypto.randomUUID()}`;

describe("the local table", () => {
  beforeAll(() => createTable(client, name));
  afterAll(() => client.destroy());

  it("is on demand, with a stream of new and old images and indexes of keys only", async () => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    expect(Table).toMatchObject({
      BillingModeSummary: { BillingMode: "PAY_PER_REQUEST" },
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
      GlobalSecondaryIndexes: ["user-index", "guild-index"].map((IndexName) => ({
        IndexName,
        Projection: { ProjectionType: "KEYS_ONLY" },
      })),
    });
  });

  it("lets items expire by their ttl", async () => {
    const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: name }));
    expect(TimeToLiveDescription).toMatchObject({ TimeToLiveStatus: "ENABLED", AttributeName: "ttl" });
  });

  it("gets the index that it lacks when it was made by an earlier release", async () => {
    const GlobalSecondaryIndexUpdates = [{ Delete: { IndexName: "guild-index" } }];
    await client.send(new UpdateTableCommand({ TableName: name, GlobalSecondaryIndexUpdates }));
    await createTable(client, name);
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).toEqual([
      "user-index",
      "guild-index",
    ]);
  });

  it("can be made again without a complaint", async () => {
    await expect(createTable(client, name)).resolves.toBeUndefined();
  });
});
