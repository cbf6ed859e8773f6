import { type DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { createConversions } from "electrodb";
import type { ConversationEntity } from "#entities/conversation.ts";
import { hasKnownShape, isNewerShape } from "#entities/shape.ts";
import { table as schema } from "#entities/table.ts";
import { NewerShapeError } from "#src/errors.ts";
import { batchGet } from "./batch-get.ts";
import type { ConversationRepository } from "./conversation-repository.ts";
import type { Stored } from "./transitions.ts";

/** Where a conversation stands among those of its user. */
export interface Position {
  user_id: string;
  created_at: string;
  conversation_id: string;
}

/** `next` is where the following page starts; nothing may come there any more. */
export interface Page {
  stored: Stored[];
  next?: Position;
}

/** The conversations of one user, live ones and records alike: each has one entry in the user index. */
export interface UserConversations {
  /**
   * The newest of them, or those after a position: one query and one consistent batch get, however large the table is.
   * The index follows the table within a second, so that the newest may be missing for that long; so may one that a later
   * release has written in a newer shape, until that release answers.
   * @param limit 1 to 100
   * @throws TransientError when DynamoDB is too busy
   */
  page(userId: string, limit: number, after?: Position): Promise<Page>;
  /**
   * Deletes everything that is kept of them and leaves no record; returns how many there were. It looks twice, so that
   * what begins or ends in the very moment is found as well. Repeating it is safe, and finishes what was interrupted.
   * @throws NewerShapeError when a later release has to delete the rest
   */
  erase(userId: string): Promise<number>;
}

interface Options {
  table: string;
  client: DynamoDBClient;
  conversations: ConversationEntity;
  repository: Pick<ConversationRepository, "parse">;
  wait: (milliseconds: number) => Promise<unknown>;
  /** Where the requests of a server are counted. */
  usage: { forget(guildId: string | undefined, userId: string): Promise<void> };
}

const { name: IndexName, partitionKey: indexKey } = schema.userIndex;

/** What came of one: `newer` is left to a later release. */
type Erased = "erased" | "gone" | "newer";

const lostCondition = { returnOnConditionCheckFailure: "all_old", data: "raw" } as const;

/** How many are erased at a time. */
const ERASED_AT_ONCE = 25;
/** By then the index shows what was just begun, and `execution` has archived what just ended; in milliseconds. */
const SETTLED = 2000;

export function createUserConversations(options: Options): UserConversations {
  const index = createIndex(options);
  return {
    async page(userId, limit, after) {
      const { found, ...next } = await index.positions(userId, limit, after);
      return { stored: await readAll(options, index, found), ...next };
    },
    async erase(userId) {
      const guilds = new Set<string | undefined>();
      const eraseAll = () =>
        eraseEach(options, (after) => index.positions(userId, ERASED_AT_ONCE, after), guilds);
      const first = await eraseAll();
      await options.wait(SETTLED);
      const second = await eraseAll();
      await Promise.all([...guilds].map((guild) => options.usage.forget(guild, userId)));
      if (second.includes("newer")) throw new NewerShapeError();
      return [...first, ...second].filter((one) => one === "erased").length;
    },
  };
}

type Index = ReturnType<typeof createIndex>;

/** The user index, which holds only keys. */
function createIndex({ table, client, conversations }: Options) {
  const { fromComposite, fromKeys } = createConversions(conversations);
  const keysOf = (position: Position) => fromComposite.toKeys<Record<string, string>>(position);
  const positionOf = (keys: Record<string, string>) => fromKeys.toComposite<Position>(keys);
  return {
    /** Where a user's conversations are, newest first. */
    async positions(userId: string, limit: number, after?: Position) {
      const userKey = keysOf({ user_id: userId, created_at: "", conversation_id: "" })[indexKey];
      const answer = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName,
          KeyConditionExpression: "#user = :user",
          ExpressionAttributeNames: { "#user": indexKey },
          ExpressionAttributeValues: marshall({ ":user": userKey }),
          ScanIndexForward: false,
          Limit: limit,
          ...(after ? { ExclusiveStartKey: marshall(keysOf(after)) } : {}),
        }),
      );
      const [found, last] = [answer.Items ?? [], answer.LastEvaluatedKey];
      const read = (item: (typeof found)[number]) => positionOf(unmarshall(item));
      return { found: found.map(read), ...(last ? { next: read(last) } : {}) };
    },
    primaryKey(position: Position) {
      const { [schema.partitionKey]: pk, [schema.sortKey]: sk } = keysOf(position);
      return marshall({ [schema.partitionKey]: pk, [schema.sortKey]: sk });
    },
  };
}

async function readAll(
  { client, table, repository }: Options,
  index: Index,
  found: Position[],
): Promise<Stored[]> {
  const items = await batchGet(
    { client, table },
    found.map((position) => index.primaryKey(position)),
  );
  const known = items.map((item) => unmarshall(item)).filter((item) => !isNewerShape(item));
  const byId = new Map(known.map((item) => [item["conversation_id"], repository.parse(item)]));
  return found.flatMap(({ conversation_id }) => byId.get(conversation_id) ?? []);
}

/** @param guilds collects the servers in which something was asked for */
async function eraseEach(
  options: Options,
  positions: (after?: Position) => Promise<{ found: Position[]; next?: Position }>,
  guilds: Set<string | undefined>,
): Promise<Erased[]> {
  const all: Erased[] = [];
  let after: Position | undefined;
  do {
    const { found, next } = await positions(after);
    all.push(...(await Promise.all(found.map((position) => eraseOne(options, position, guilds)))));
    after = next;
  } while (after);
  return all;
}

async function eraseOne(
  { conversations }: Options,
  { conversation_id }: Position,
  guilds: Set<string | undefined>,
): Promise<Erased> {
  // `execution` sees this in the removed item and archives nothing. A record has no status and is only deleted.
  await conversations
    .patch({ conversation_id })
    .set({ erased: true })
    .where((item, is) => `${is.exists(item.status)} AND ${hasKnownShape(item, is)}`)
    .go(lostCondition);
  const { rejected, data } = await conversations
    .remove({ conversation_id })
    .where(hasKnownShape)
    .go({ ...lostCondition, response: "all_old" });
  if (rejected) return Object.hasOwn(data ?? {}, "Item") ? "newer" : "gone";
  guilds.add(guildIn(data));
  return "erased";
}

/** The server of a deleted item, as DynamoDB returned it. */
function guildIn(deleted: unknown): string | undefined {
  const { Attributes } = (deleted ?? {}) as { Attributes?: { guild_id?: string } };
  return Attributes?.guild_id;
}
