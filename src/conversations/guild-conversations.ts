import { type DynamoDBClient, QueryCommand, type QueryCommandOutput } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { isNewerShape } from "#entities/shape.ts";
import { table as schema } from "#entities/table.ts";
import { batchGet } from "./batch-get.ts";
import type { ConversationRepository } from "./conversation-repository.ts";
import type { Stored } from "./transitions.ts";

/** The live conversations of one Discord server, for those who look after it. */
export interface GuildConversations {
  /**
   * The newest of them, with one query and one consistent batch get; `more` says whether there are older ones. The index follows
   * the table within a second. One that a later release has written in a newer shape is left out until that release answers.
   * @param limit 1 to 100
   * @throws TransientError when DynamoDB is too busy
   */
  newest(guildId: string, limit: number): Promise<Newest>;
  /** The same of all servers. It reads the whole index: only as much as is live, since records are not in it. */
  everywhere(limit: number): Promise<Newest>;
}

interface Newest {
  stored: Stored[];
  more: boolean;
}

interface Options {
  table: string;
  client: DynamoDBClient;
  repository: Pick<ConversationRepository, "parse">;
}

const { name: IndexName, partitionKey: indexKey, sortKey: began } = schema.guildIndex;
const { partitionKey: pk, sortKey: sk } = schema;

export function createGuildConversations(options: Options): GuildConversations {
  return {
    async newest(guildId, limit) {
      const { Items: found = [], LastEvaluatedKey: last } = await options.client.send(
        new QueryCommand({
          TableName: options.table,
          IndexName,
          KeyConditionExpression: "#guild = :guild",
          ExpressionAttributeNames: { "#guild": indexKey },
          ExpressionAttributeValues: { ":guild": { S: guildId } },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return { stored: await readAll(options, found), more: last !== undefined };
    },
    async everywhere(limit) {
      // Only an operator asks for it: interactions must not load it.
      const { scanGuildIndex } = await import("./scan-guild-index.ts");
      const { found, complete } = await scanGuildIndex(options);
      const newest = found.toSorted((one, other) => beganAt(other) - beganAt(one)).slice(0, limit);
      return { stored: await readAll(options, newest), more: !complete || found.length > limit };
    },
  };
}

/** An entry of the index, as it comes over the wire. */
export type Keys = NonNullable<QueryCommandOutput["Items"]>[number];

const beganAt = (keys: Keys): number => Number(keys[began]?.N);

async function readAll({ client, table, repository }: Options, found: Keys[]): Promise<Stored[]> {
  const keys = found.map((item) => Object.fromEntries([pk, sk].flatMap((key) => keyOf(item, key))));
  const items = (await batchGet({ client, table }, keys)).map((item) => unmarshall(item));
  const known = items.filter((item) => !isNewerShape(item));
  return known.toSorted(newestFirst).flatMap((item) => repository.parse(item) ?? []);
}

function keyOf<Value>(item: Record<string, Value>, name: string): [string, Value][] {
  const value = item[name];
  return value === undefined ? [] : [[name, value]];
}

const createdAt = (item: Record<string, unknown>): string => String(item["created_at"]);
const newestFirst = (one: Record<string, unknown>, other: Record<string, unknown>): number =>
  createdAt(other).localeCompare(createdAt(one));
