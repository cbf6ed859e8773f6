import { type DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { ConversationEntity } from "#entities/conversation.ts";
import { KNOWN_SHAPE, hasKnownShape } from "#entities/shape.ts";
import { lostCondition } from "#src/lost-condition.ts";
import type { ConversationRepository } from "./conversation-repository.ts";
import { epochSeconds } from "./conversation.ts";
import type { Stored } from "./transitions.ts";
import { type UndoClaims, type UndoWish, type WriteClaim, createUndoClaims } from "./undo-claims.ts";

interface Options {
  table: string;
  client: Pick<DynamoDBClient, "send">;
  conversations: ConversationEntity;
  repository: Pick<ConversationRepository, "parse" | "find">;
}

/** Claims in DynamoDB. */
export const undoClaimsInTable = (options: Options): UndoClaims =>
  createUndoClaims({ write: createWriteClaim(options), find: (id) => options.repository.find(id) });

/** A conversation and its record are two entities with one key, so that none describes this write. */
const createWriteClaim =
  (options: Options): WriteClaim =>
  async (wish, instead) => {
    try {
      const { Attributes } = await options.client.send(updateFor(options, wish, instead));
      return { ok: true, stored: storedIn(options, Attributes) };
    } catch (error) {
      const lost = lostCondition(error);
      if (!lost) throw error;
      return { ok: false, stored: storedIn(options, lost.item) };
    }
  };

type RawItem = Parameters<typeof unmarshall>[0];

const storedIn = ({ repository }: Options, item: RawItem | undefined): Stored | null =>
  item ? repository.parse(unmarshall(item)) : null;

function updateFor({ table, conversations }: Options, wish: UndoWish, instead: string | null) {
  const { conversation_id, user_id, guild_id, site, at } = wish;
  const isKnown = hasKnownShape({ shape: "#shape" }, { notExists, lte: (name) => `${name} <= :shape` });
  const here = guild_id === undefined ? `${notExists("guild_id")} AND user_id = :user` : "guild_id = :guild";
  const values = {
    ":entry": [{ at: at.toISOString(), by: user_id, event: "undo" }],
    ":by": { conversation_id: wish.undone_by, at: at.toISOString() },
    ":published": "published",
    ":now": epochSeconds(at),
    ":site": site,
    ":shape": KNOWN_SHAPE,
    ...(guild_id === undefined ? { ":user": user_id } : { ":guild": guild_id }),
    ...(instead === null ? {} : { ":instead": instead }),
  };
  return new UpdateItemCommand({
    TableName: table,
    Key: marshall(conversations.get({ conversation_id }).params()["Key"]),
    UpdateExpression: "SET undone_by = :by, #history = list_append(#history, :entry)",
    ConditionExpression: [
      "(#status = :published OR (outcome = :published AND #ttl > :now))",
      isKnown,
      here,
      "site = :site",
      instead === null ? notExists("undone_by") : "undone_by.conversation_id = :instead",
    ].join(" AND "),
    ExpressionAttributeNames: {
      "#history": "history",
      "#status": "status",
      "#shape": "shape",
      "#ttl": "ttl",
    },
    ExpressionAttributeValues: marshall(values),
    ReturnValues: "ALL_NEW",
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
}

const notExists = (name: string): string => `attribute_not_exists(${name})`;
