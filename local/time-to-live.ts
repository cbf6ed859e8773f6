import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  paginateScan,
  type AttributeValue,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";
import { setTimeout as delay } from "node:timers/promises";
import { table } from "#entities/table.ts";
import type { StreamRecord } from "./delivery.ts";

/** DynamoDB takes up to two days; half a minute leaves time to see what an expired item is answered with. */
const BETWEEN_SWEEPS_MS = 30_000;

/** How DynamoDB signs the removals of its own time to live. */
const BY_TIME_TO_LIVE = { type: "Service", principalId: "dynamodb.amazonaws.com" };

type Item = Record<string, AttributeValue>;

/** DynamoDB's time to live, for an engine that leaves expired items where they are. */
export interface TimeToLive {
  /** Removes every item whose time has passed, and answers how many. */
  sweep(): Promise<number>;
  /** Stream records with its own removals signed as DynamoDB's. */
  signed(records: StreamRecord[]): StreamRecord[];
  /** Sweeps now and then, until `signal` is aborted. */
  keepSweeping(signal: AbortSignal): Promise<void>;
}

export function createTimeToLive(client: DynamoDBClient, tableName: string): TimeToLive {
  /** What was removed here, told apart from a later item of the same key by its `ttl`. */
  const removed = new Set<string>();

  const sweep = async () => {
    const expired = await expiredItems(client, tableName);
    const done = await Promise.all(
      expired.map((item) => {
        removed.add(nameOf(item));
        return remove(client, tableName, item);
      }),
    );
    return done.filter(Boolean).length;
  };

  return {
    sweep,
    signed: (records) =>
      records.map((record) => (isOneOf(removed, record) ? { ...record, userIdentity: BY_TIME_TO_LIVE } : record)),
    async keepSweeping(signal) {
      while (!signal.aborted) {
        await sweep().catch(() => undefined);
        await delay(BETWEEN_SWEEPS_MS, undefined, { signal }).catch(() => undefined);
      }
    },
  };
}

async function expiredItems(client: DynamoDBClient, tableName: string): Promise<Item[]> {
  const pages = paginateScan(
    { client },
    {
      TableName: tableName,
      FilterExpression: "#ttl <= :now",
      ProjectionExpression: "#pk, #sk, #ttl",
      ExpressionAttributeNames: { "#ttl": table.ttlAttribute, "#pk": table.partitionKey, "#sk": table.sortKey },
      ExpressionAttributeValues: { ":now": { N: String(Math.floor(Date.now() / 1000)) } },
    },
  );
  const items: Item[] = [];
  for await (const { Items = [] } of pages) items.push(...Items);
  return items;
}

/** Only as it was seen: somebody may have given it more time since. */
async function remove(client: DynamoDBClient, tableName: string, item: Item): Promise<boolean> {
  const { [table.ttlAttribute]: ttl = { N: "0" }, ...key } = item;
  try {
    await client.send(
      new DeleteItemCommand({
        TableName: tableName,
        Key: key,
        ConditionExpression: "#ttl = :ttl",
        ExpressionAttributeNames: { "#ttl": table.ttlAttribute },
        ExpressionAttributeValues: { ":ttl": ttl },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function isOneOf(removed: Set<string>, { eventName, dynamodb }: StreamRecord): boolean {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the stream's own description of a record
  const { OldImage } = dynamodb as { OldImage?: Item };
  return eventName === "REMOVE" && OldImage !== undefined && removed.has(nameOf(OldImage));
}

const nameOf = (item: Item): string =>
  [table.partitionKey, table.sortKey, table.ttlAttribute].map((name) => JSON.stringify(item[name])).join();
