import { type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { blockedAttribute, blockedKey, readBlockedAttribute } from "#entities/blocked.ts";
import { table as schema } from "#entities/table.ts";
import { type Item, updateWhen } from "./update-when.ts";

/** Who was blocked, when (ISO 8601), and by whom: a Discord user id, or `operator`. */
export interface Block {
  user_id: string;
  at: string;
  by: string;
}

/**
 * The people who may change nothing in a server. `interactions` reads them with the server's site, at most once a minute;
 * `execution` reads them anew when it begins to publish, so that a block counts at once where it matters.
 */
export interface BlockedPeople {
  /** One write; a person who is blocked already stays blocked by the newest. */
  block(guildId: string, block: Block): Promise<void>;
  /** One write. False: the person was not blocked. */
  unblock(guildId: string, userId: string): Promise<boolean>;
  /** One consistent read. */
  list(guildId: string): Promise<Block[]>;
}

interface Options {
  table: string;
  client: DynamoDBClient;
}

export function createBlockedPeople(options: Options): BlockedPeople {
  return {
    async block(guildId, { user_id, at, by }) {
      await updateWhen(options, blockedKey(guildId), {
        UpdateExpression: "SET #person = :block",
        ExpressionAttributeNames: { "#person": blockedAttribute(user_id) },
        ExpressionAttributeValues: { ":block": { M: { at: { S: at }, by: { S: by } } } },
      });
    },
    async unblock(guildId, userId) {
      const lost = await updateWhen(options, blockedKey(guildId), {
        UpdateExpression: "REMOVE #person",
        ConditionExpression: "attribute_exists(#person)",
        ExpressionAttributeNames: { "#person": blockedAttribute(userId) },
      });
      return lost === null;
    },
    async list(guildId) {
      const { Item: item = {} } = await options.client.send(
        new GetItemCommand({ TableName: options.table, Key: blockedKey(guildId), ConsistentRead: true }),
      );
      return blocksIn(item);
    },
  };
}

/** The blocks of an item as it comes over the wire. */
export const blocksIn = (item: Item): Block[] =>
  Object.entries(item).flatMap(([attribute, { M = {} }]) => {
    const user_id = readBlockedAttribute(attribute);
    return user_id === null ? [] : [{ user_id, at: M["at"]?.S ?? "", by: M["by"]?.S ?? "" }];
  });

/** Whether an item as it comes over the wire is the one of blocked people. */
export const isOfBlocked = (item: Item, guildId: string): boolean =>
  item[schema.partitionKey]?.S === blockedKey(guildId)[schema.partitionKey]?.S;
