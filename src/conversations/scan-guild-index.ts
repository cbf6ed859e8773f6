import { type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { table as schema } from "#entities/table.ts";
import type { Keys } from "./guild-conversations.ts";

/** Of 1 MB each: together some fifty thousand live conversations. */
const PAGES = 5;

/** All that the guild index holds, which is a hundred bytes for each live conversation, or its first 5 MB. */
export async function scanGuildIndex({ client, table }: { client: DynamoDBClient; table: string }) {
  const found: Keys[] = [];
  let start: Keys | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: table,
        IndexName: schema.guildIndex.name,
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    found.push(...Items);
    start = LastEvaluatedKey;
    if (!start) return { found, complete: true };
  }
  return { found, complete: false };
}
