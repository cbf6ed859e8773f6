import { isDeepStrictEqual } from "node:util";
import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { KNOWN_SHAPE } from "#entities/shape.ts";
import { lostCondition } from "#src/lost-condition.ts";
import type { Item } from "./transferable.ts";

/** `there`: the same is in the table. `kept`: the table has a newer one, or one that cannot be told to be older. */
export type Imported = "stored" | "there" | "kept";

/**
 * Puts an item into a table unless that has one that is as new. What ended stays ended, and nothing of a later release is
 * changed. One write, which can be repeated.
 */
export async function importItem(
  { client, table }: { client: Pick<DynamoDBClient, "send">; table: string },
  item: Item,
): Promise<Imported> {
  const condition = conditionFor(item);
  try {
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: item,
        ...condition,
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    );
    return "stored";
  } catch (error) {
    const lost = lostCondition(error);
    if (!lost) throw error;
    return isSame(lost.item ?? {}, item) ? "there" : "kept";
  }
}

/** Only what says when it was written can be told to be older; what a person is about to ask for gives way to the request. */
function conditionFor(item: Item) {
  const { updated_at, outcome } = item;
  if (!updated_at) return { ConditionExpression: "attribute_not_exists(pk)" };
  const older = outcome ? "#updated <= :updated" : "#updated < :updated";
  return {
    ConditionExpression: `attribute_not_exists(pk) OR (#kind = :asking OR attribute_not_exists(#outcome) AND ${older}) AND (attribute_not_exists(#shape) OR #shape <= :known)`,
    ExpressionAttributeNames: {
      "#updated": "updated_at",
      "#outcome": "outcome",
      "#kind": "__edb_e__",
      "#shape": "shape",
    },
    ExpressionAttributeValues: {
      ":updated": updated_at,
      ":asking": { S: "asking" },
      ":known": { N: String(KNOWN_SHAPE) },
    },
  };
}

const isSame = (stored: Item, { updated_at, outcome, ...item }: Item): boolean =>
  updated_at
    ? stored["updated_at"]?.S === updated_at.S && stored["outcome"]?.S === outcome?.S
    : isDeepStrictEqual(plain(stored), plain(item));

/** DynamoDB keeps no order of the members of a set. */
const plain = (item: Item): Item =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, value.SS ? { SS: value.SS.toSorted() } : value]),
  );
