import {
  ConditionalCheckFailedException,
  GetItemCommand,
  UpdateItemCommand,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { table } from "#entities/table.ts";

const keyOf = (conversationId: string) => ({
  [table.partitionKey]: { S: `conversation#${conversationId}` },
  [table.sortKey]: { S: "conversation" },
});

const SECRETS = ["reply_token", "click_token"];

/** The table, and what reaches it. */
interface Reach {
  client: DynamoDBClient;
  table: string;
}

/** What the table holds of a conversation, all but its secrets; null when there is nothing. */
export async function storedItem(
  { client, table: TableName }: Reach,
  conversationId: string,
): Promise<Record<string, unknown> | null> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName, Key: keyOf(conversationId), ConsistentRead: true }),
  );
  if (!Item) return null;
  // DynamoDB gives the attributes in another order each time.
  const item = Object.fromEntries(
    Object.entries(unmarshall(Item)).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
  const secrets = SECRETS.filter((name) => name in item).map((name) => [name, "(hidden)"]);
  return { ...item, ...Object.fromEntries(secrets) };
}

/** Lets its hour pass: sets the time to live to a second ago and changes nothing else. False when the item is gone. */
export async function letTimePass(
  { client, table: TableName }: Reach,
  conversationId: string,
  now: Date,
): Promise<boolean> {
  const update = new UpdateItemCommand({
    TableName,
    Key: keyOf(conversationId),
    UpdateExpression: "SET #ttl = :past",
    ConditionExpression: "attribute_exists(#ttl)",
    ExpressionAttributeNames: { "#ttl": table.ttlAttribute },
    ExpressionAttributeValues: { ":past": { N: String(Math.floor(now.getTime() / 1000) - 1) } },
  });
  return client.send(update).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    },
  );
}
