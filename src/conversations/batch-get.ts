import { setTimeout } from "node:timers/promises";
import {
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";
import { TransientError } from "#src/errors.ts";

type Raw = NonNullable<BatchGetItemCommandOutput["Responses"]>[string][number];

/** How often DynamoDB is asked again for what it left out, and the first wait in milliseconds; each next is twice as long. */
const TRIES = 5;
const FIRST_WAIT = 25;

interface Place {
  client: Pick<DynamoDBClient, "send">;
  table: string;
  wait?: (milliseconds: number) => Promise<unknown>;
}

/**
 * Reads up to 100 items consistently with one request, or a few when DynamoDB leaves some of them out (it answers at
 * most 16 MB, and less when it is busy). In no particular order; a key without an item is left out.
 * @throws TransientError when DynamoDB still leaves some out after several tries
 */
export async function batchGet({ client, table, wait = setTimeout }: Place, keys: Raw[]): Promise<Raw[]> {
  const items: Raw[] = [];
  let left = keys;
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === TRIES)
      throw new TransientError("DynamoDB is too busy to read everything that was asked for");
    if (attempt > 0) await wait(FIRST_WAIT * 2 ** (attempt - 1));
    const answer = await client.send(
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys: left, ConsistentRead: true } } }),
    );
    items.push(...(answer.Responses?.[table] ?? []));
    left = answer.UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return items;
}
