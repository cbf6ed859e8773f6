import { DescribeTableCommand, DescribeTimeToLiveCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createTable } from "#stand-ins/aws/create-table.ts";
import { engineAccess } from "#stand-ins/aws/engine.ts";

const client = new DynamoDBClient(engineAccess(inject("engineUrl")));
const name = `create-table-${crypto.randomUUID()}`;

describe("the local table", () => {
  beforeAll(() => createTable(client, name));
  afterAll(() => client.destroy());

  it("is on demand, with a stream of new and old images and an index of keys only", async () => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    expect(Table).toMatchObject({
      BillingModeSummary: { BillingMode: "PAY_PER_REQUEST" },
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
      GlobalSecondaryIndexes: [{ IndexName: "user-index", Projection: { ProjectionType: "KEYS_ONLY" } }],
    });
  });

  it("lets items expire by their ttl", async () => {
    const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: name }));
    expect(TimeToLiveDescription).toMatchObject({ TimeToLiveStatus: "ENABLED", AttributeName: "ttl" });
  });

  it("can be made again without a complaint", async () => {
    await expect(createTable(client, name)).resolves.toBeUndefined();
  });
});
