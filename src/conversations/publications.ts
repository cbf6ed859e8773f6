import { type DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { createConversationEntity } from "#entities/conversation.ts";
import { KNOWN_SHAPE, hasKnownShape } from "#entities/shape.ts";
import { lostCondition } from "#src/lost-condition.ts";
import type { ConversationRepository } from "./conversation-repository.ts";
import type { Publication } from "./conversation.ts";
import type { Stored } from "./transitions.ts";

/** What has become of a published conversation, in place of what was known before. */
export interface News {
  conversation_id: string;
  before: Publication | undefined;
  publication: Publication;
  /** What is added to the history. */
  event?: "merged" | "closed" | "reopened";
  at: Date;
}

/** What became of published conversations, whether they are still live or records by now. */
export interface Publications {
  /**
   * Keeps the news with one write, if it is still published and nothing else has become known of it meanwhile. Null when
   * that is not so.
   */
  keep(news: News): Promise<Stored | null>;
}

interface Options {
  table: string;
  client: DynamoDBClient;
  repository: Pick<ConversationRepository, "parse">;
}

/** A conversation and its record are two entities with one key, so that none describes this write. */
export function createPublications({ table, client, repository }: Options): Publications {
  const conversations = createConversationEntity({ table, client });
  return {
    async keep(news) {
      const { conversation_id } = news;
      const Key = marshall(conversations.get({ conversation_id }).params()["Key"]);
      try {
        const { Attributes } = await client.send(
          new UpdateItemCommand({ TableName: table, Key, ...changeOf(news) }),
        );
        return Attributes ? repository.parse(unmarshall(Attributes)) : null;
      } catch (error) {
        if (lostCondition(error)) return null;
        throw error;
      }
    },
  };
}

function changeOf(news: News) {
  const { before, publication, event, at } = news;
  const isKnown = hasKnownShape(
    { shape: "#shape" },
    { notExists: (name) => `attribute_not_exists(${name})`, lte: (name) => `${name} <= :shape` },
  );
  const entry = event ? [{ at: at.toISOString(), by: "execution", event }] : [];
  return {
    UpdateExpression: "SET publication = :publication, #history = list_append(#history, :entry)",
    ConditionExpression: [
      "(#status = :published OR outcome = :published)",
      isKnown,
      before ? "publication = :before" : "attribute_not_exists(publication)",
    ].join(" AND "),
    ExpressionAttributeNames: { "#history": "history", "#status": "status", "#shape": "shape" },
    ExpressionAttributeValues: marshall({
      ":publication": publication,
      ":entry": entry,
      ":published": "published",
      ":shape": KNOWN_SHAPE,
      ...(before ? { ":before": before } : {}),
    }),
    ReturnValues: "ALL_NEW" as const,
  };
}
