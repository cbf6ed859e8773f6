import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
  type CreateTableCommandInput,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";
import { attributeType, table } from "#entities/table.ts";

/** As a deployment gets them, one with each. */
const indexes = [table.userIndex, table.guildIndex] as const;

const schema = (partitionKey: string, sortKey: string): CreateTableCommandInput["KeySchema"] => [
  { AttributeName: partitionKey, KeyType: "HASH" },
  { AttributeName: sortKey, KeyType: "RANGE" },
];

const attributes = (names: string[]) =>
  names.map((AttributeName) => ({ AttributeName, AttributeType: attributeType(AttributeName) }));

const indexOf = ({ name, partitionKey, sortKey, projection }: (typeof indexes)[number]) => ({
  IndexName: name,
  KeySchema: schema(partitionKey, sortKey),
  Projection: { ProjectionType: projection },
});

const definition = {
  AttributeDefinitions: attributes([
    table.partitionKey,
    table.sortKey,
    ...indexes.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]),
  ]),
  KeySchema: schema(table.partitionKey, table.sortKey),
  GlobalSecondaryIndexes: indexes.map(indexOf),
  BillingMode: "PAY_PER_REQUEST",
  StreamSpecification: { StreamEnabled: true, StreamViewType: table.streamViewType },
} satisfies Omit<CreateTableCommandInput, "TableName">;

/**
 * Makes the table as `serverless.yml` deploys it, for engines that start empty. A table that is there already is fine, also
 * one of a release before an index was added.
 */
export async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  await createUnlessThere(client, name);
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 2 }, { TableName: name });
  await addMissingIndexes(client, name);
  await enableTimeToLive(client, name);
}

async function createUnlessThere(client: DynamoDBClient, name: string): Promise<void> {
  try {
    await client.send(new CreateTableCommand({ ...definition, TableName: name }));
  } catch (error) {
    if (!(error instanceof Error && error.name === "ResourceInUseException")) throw error;
  }
}

/** One by one, since DynamoDB adds one index at a time. */
async function addMissingIndexes(client: DynamoDBClient, name: string): Promise<void> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  const there = new Set(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName));
  for (const index of indexes.filter((one) => !there.has(one.name))) {
    await client.send(
      new UpdateTableCommand({
        TableName: name,
        AttributeDefinitions: attributes([index.partitionKey, index.sortKey]),
        GlobalSecondaryIndexUpdates: [{ Create: indexOf(index) }],
      }),
    );
    await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 2 }, { TableName: name });
  }
}

/** Asked first, because DynamoDB refuses to enable what is enabled. */
async function enableTimeToLive(client: DynamoDBClient, name: string): Promise<void> {
  const { TimeToLiveDescription: now } = await client.send(
    new DescribeTimeToLiveCommand({ TableName: name }),
  );
  if (now?.TimeToLiveStatus === "ENABLED" || now?.TimeToLiveStatus === "ENABLING") return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: name,
      TimeToLiveSpecification: { AttributeName: table.ttlAttribute, Enabled: true },
    }),
  );
}
