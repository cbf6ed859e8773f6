import {
  DeleteItemCommand,
  type AttributeValue,
  type DynamoDBClient,
  paginateScan,
} from "@aws-sdk/client-dynamodb";
import { table } from "#entities/table.ts";
import type { StreamRecord } from "./deliver.ts";

type Item = Record<string, AttributeValue>;

/** Who DynamoDB says it was when it deletes what has expired. */
const SERVICE = { type: "Service", principalId: "dynamodb.amazonaws.com" };

const { partitionKey, sortKey, ttlAttribute } = table;
const keyOf = (item: Item): Item =>
  Object.fromEntries([partitionKey, sortKey].flatMap((name) => (item[name] ? [[name, item[name]]] : [])));

/**
 * Does what DynamoDB does with items whose time to live has passed, for an engine that leaves them: it deletes them, and
 * the stream says by whom. DynamoDB takes up to two days for it.
 */
export class Expiry {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #deleted: Map<string, true>;

  /** @param deleted where it is noted what was deleted here, until the stream has said so */
  constructor(client: DynamoDBClient, tableName: string, deleted = new Map<string, true>()) {
    this.#client = client;
    this.#table = tableName;
    this.#deleted = deleted;
  }

  /** Deletes every item that has expired by `now`. */
  async sweep(now: Date): Promise<void> {
    const expired = {
      ExpressionAttributeNames: { "#ttl": ttlAttribute },
      ExpressionAttributeValues: { ":now": { N: String(Math.floor(now.getTime() / 1000)) } },
    };
    const scan = { TableName: this.#table, FilterExpression: "#ttl < :now", ...expired };
    for await (const { Items = [] } of paginateScan({ client: this.#client }, scan))
      for (const item of Items) await this.#delete(keyOf(item), expired);
  }

  /** The record with DynamoDB as who deleted, when it was deleted here. */
  attribute(record: StreamRecord): StreamRecord {
    const known = record["eventName"] === "REMOVE" && this.#deleted.delete(nameOf(record.dynamodb["Keys"]));
    return known ? { ...record, userIdentity: SERVICE } : record;
  }

  /** Noted before the deletion, because the stream may be faster. A person may also have renewed the item meanwhile. */
  async #delete(key: Item, expired: object): Promise<void> {
    const name = nameOf(key);
    this.#deleted.set(name, true);
    const command = { TableName: this.#table, Key: key, ConditionExpression: "#ttl < :now", ...expired };
    await this.#client.send(new DeleteItemCommand(command)).catch(() => this.#deleted.delete(name));
  }
}

/** Two keys have the same name when they are the same, in whatever order their attributes come. */
const nameOf = (key: unknown): string =>
  JSON.stringify(Object.entries(key ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1)));
