import {
  DescribeContinuousBackupsCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  type TableDescription,
} from "@aws-sdk/client-dynamodb";
import { describeTable } from "#src/doctor/table.ts";

/** A table, and how a template would have to describe it. */
export interface TableAsItIs {
  arn: string;
  streamArn: string | undefined;
  properties: Record<string, unknown>;
}

/**
 * What a table is like now; null when there is none. A template that takes a table in has to say what the table has, and not
 * what it should have: CloudFormation compares the next template with that one and makes what is missing.
 */
export async function tableAsItIs(
  client: Pick<DynamoDBClient, "send">,
  TableName: string,
): Promise<TableAsItIs | null> {
  const table = await describeTable(client, TableName);
  if (!table) return null;
  const { TimeToLiveDescription: ttl } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  const backups = await client.send(new DescribeContinuousBackupsCommand({ TableName }));
  const recovery = backups.ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
  const on = ttl?.TimeToLiveStatus === "ENABLED" || ttl?.TimeToLiveStatus === "ENABLING";
  return {
    arn: table.TableArn ?? "",
    streamArn: table.StreamSpecification?.StreamEnabled ? table.LatestStreamArn : undefined,
    properties: {
      ...describedBy(table),
      ...(on ? { TimeToLiveSpecification: { AttributeName: ttl.AttributeName, Enabled: true } } : {}),
      PointInTimeRecoverySpecification: {
        PointInTimeRecoveryEnabled: recovery?.PointInTimeRecoveryStatus === "ENABLED",
      },
    },
  };
}

function describedBy(table: TableDescription): Record<string, unknown> {
  const { StreamEnabled, StreamViewType } = table.StreamSpecification ?? {};
  return {
    TableName: table.TableName,
    BillingMode: table.BillingModeSummary?.BillingMode ?? "PAY_PER_REQUEST",
    DeletionProtectionEnabled: table.DeletionProtectionEnabled ?? false,
    AttributeDefinitions: table.AttributeDefinitions,
    KeySchema: table.KeySchema,
    GlobalSecondaryIndexes: (table.GlobalSecondaryIndexes ?? []).map(
      ({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }),
    ),
    ...(StreamEnabled ? { StreamSpecification: { StreamViewType } } : {}),
  };
}
