import { type DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { createConversions } from "electrodb";
import type { ConversationEntity } from "#entities/conversation.ts";
import { hasKnownShape, isNewerShape } from "#entities/shape.ts";
import { table as schema } from "#entities/table.ts";
import { NewerShapeError } from "#src/errors.ts";
import { once } from "#src/once.ts";
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
   * Deletes what is kept of them and leaves no record. One call deletes a limited number, so that it ends within the
   * time that a function has: repeat it until it is complete. It then looks once more, so that what begins or ends in the
   * very moment is found as well. Repeating it is always safe, and finishes what was interrupted.
   * @throws NewerShapeError when a later release has to delete the rest
   */
  erase(userId: string): Promise<Erasure>;
}

/** How many one call erased, and whether nothing is left. */
export interface Erasure {
  erased: number;
  complete: boolean;
}

interface Options {
  table: string;
  client: DynamoDBClient;
  conversations: ConversationEntity;
  repository: Pick<ConversationRepository, "parse">;
  wait: (milliseconds: number) => Promise<unknown>;
  /** The most that one call erases. */
  eraseLimit?: number;
  /** Where the requests of a server are counted. */
  usage: { forget(guildId: string | undefined, userId: string): Promise<void> };
}

const { name: IndexName, partitionKey: indexKey } = schema.userIndex;

/** What came of one: `newer` is left to a later release. */
type Erased = "erased" | "gone" | "newer";

const lostCondition = { returnOnConditionCheckFailure: "all_old", data: "raw" } as const;

/** How many are erased side by side. */
const ERASED_AT_ONCE = 25;
/** Few enough for the 20 seconds of the function, also beside a busy database. */
const ERASE_LIMIT = 500;
/** By then the index shows what was just begun, and `execution` has archived what just ended; in milliseconds. */
const SETTLED = 2000;

export function createUserConversations(options: Options): UserConversations {
  const index = createIndex(options);
  return {
    async page(userId, limit, after) {
      const { found, ...next } = await index.positions(userId, limit, after);
      return { stored: await readAll(options, index, found), ...next };
    },
    erase: (userId) => eraseUser(options, index, userId),
  };
}

type Index = ReturnType<typeof createIndex>;

/** The user index, which holds only keys. */
function createIndex({ table, client, conversations }: Options) {
  const conversions = once(() => createConversions(conversations));
  const keysOf = (position: Position) => conversions().fromComposite.toKeys<Record<string, string>>(position);
  const positionOf = (keys: Record<string, string>) => conversions().fromKeys.toComposite<Position>(keys);
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

/** One call of an erasure: what was found so far, and in which servers. */
interface Erasing {
  options: Options;
  /** A page of what is still to be erased. */
  positions: (after?: Position) => Promise<{ found: Position[]; next?: Position }>;
  guilds: Set<string | undefined>;
  erased: number;
}

async function eraseUser(options: Options, index: Index, userId: string): Promise<Erasure> {
  const erasing: Erasing = {
    options,
    positions: (after) => index.positions(userId, ERASED_AT_ONCE, after),
    guilds: new Set(),
    erased: 0,
  };
  const look = await eraseEach(erasing);
  if (look !== "limit") await options.wait(SETTLED);
  const last = look === "limit" ? look : await eraseEach(erasing);
  await Promise.all([...erasing.guilds].map((guild) => options.usage.forget(guild, userId)));
  if (last === "newer") throw new NewerShapeError();
  return { erased: erasing.erased, complete: last === "all" };
}

/** Erases page by page: `all` of it, or up to the `limit` of one call; `newer`: all but what a later release wrote. */
async function eraseEach(erasing: Erasing): Promise<"all" | "limit" | "newer"> {
  const { eraseLimit = ERASE_LIMIT } = erasing.options;
  let [after, newer] = [undefined as Position | undefined, false];
  do {
    const { found, next } = await erasing.positions(after);
    const outcomes = await Promise.all(found.map((position) => eraseOne(erasing, position)));
    erasing.erased += outcomes.filter((outcome) => outcome === "erased").length;
    newer ||= outcomes.includes("newer");
    after = next;
    if (after && erasing.erased >= eraseLimit) return "limit";
  } while (after);
  return newer ? "newer" : "all";
}

/** Most are records, which one request deletes. `execution` sees the mark in a removed conversation and archives nothing. */
async function eraseOne(
  { options: { conversations }, guilds }: Erasing,
  { conversation_id }: Position,
): Promise<Erased> {
  const remove = (which: "record" | "any") =>
    conversations
      .remove({ conversation_id })
      .where((item, is) => {
        const known = hasKnownShape(item, is);
        return which === "record" ? `${is.notExists(item.status)} AND ${known}` : known;
      })
      .go({ ...lostCondition, response: "all_old" });
  let removed = await remove("record");
  if (removed.rejected) {
    await conversations
      .patch({ conversation_id })
      .set({ erased: true })
      .where((item, is) => `${is.exists(item.status)} AND ${hasKnownShape(item, is)}`)
      .go(lostCondition);
    removed = await remove("any");
  }
  if (removed.rejected) return Object.hasOwn(removed.data ?? {}, "Item") ? "newer" : "gone";
  guilds.add(guildIn(removed.data));
  return "erased";
}

/** The server of a deleted item, as DynamoDB returned it. */
function guildIn(deleted: unknown): string | undefined {
  const { Attributes } = (deleted ?? {}) as { Attributes?: { guild_id?: string } };
  return Attributes?.guild_id;
}
