import {
  CreateTableCommand,
  DescribeTimeToLiveCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
  type CreateTableCommandInput,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";
import { table } from "#entities/table.ts";

const { userIndex } = table;

const schema = (partitionKey: string, sortKey: string): CreateTableCommandInput["KeySchema"] => [
  { AttributeName: partitionKey, KeyType: "HASH" },
  { AttributeName: sortKey, KeyType: "RANGE" },
];

const keys = [table.partitionKey, table.sortKey, userIndex.partitionKey, userIndex.sortKey];

const definition = {
  AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: "S" as const })),
  KeySchema: schema(table.partitionKey, table.sortKey),
  GlobalSecondaryIndexes: [
    {
      IndexName: userIndex.name,
      KeySchema: schema(userIndex.partitionKey, userIndex.sortKey),
      Projection: { ProjectionType: userIndex.projection },
    },
  ],
  BillingMode: "PAY_PER_REQUEST",
  StreamSpecification: { StreamEnabled: true, StreamViewType: table.streamViewType },
} satisfies Omit<CreateTableCommandInput, "TableName">;

/** Makes the table as `serverless.yml` deploys it, for engines that start empty. A table that is there already is fine. */
export async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  await createUnlessThere(client, name);
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 2 }, { TableName: name });
  await enableTimeToLive(client, name);
}

async function createUnlessThere(client: DynamoDBClient, name: string): Promise<void> {
  try {
    await client.send(new CreateTableCommand({ ...definition, TableName: name }));
  } catch (error) {
    if (!(error instanceof Error && error.name === "ResourceInUseException")) throw error;
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
