import { type AttributeValue, type DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { lostCondition } from "#src/lost-condition.ts";

/** An item as DynamoDB's API has it. */
export type Item = Record<string, AttributeValue>;

interface Table {
  table: string;
  client: Pick<DynamoDBClient, "send">;
}

type Update = Pick<
  UpdateItemCommand["input"],
  "UpdateExpression" | "ConditionExpression" | "ExpressionAttributeNames" | "ExpressionAttributeValues"
>;

/**
 * Updates an item that ElectroDB does not describe, when the update's condition holds. One write.
 * @returns null when it was made; else the item that its condition was lost to, empty when there is none
 */
export async function updateWhen({ table, client }: Table, key: Item, update: Update): Promise<Item | null> {
  const command = new UpdateItemCommand({
    TableName: table,
    Key: key,
    ...update,
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
  try {
    await client.send(command);
    return null;
  } catch (error) {
    const lost = lostCondition(error);
    if (!lost) throw error;
    return lost.item ?? {};
  }
}
