import { type DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { createAskingEntity } from "#entities/asking.ts";
import type { ConversationEntity } from "#entities/conversation.ts";
import { lostCondition } from "#src/lost-condition.ts";
import { UnknownOutcomeError } from "#src/errors.ts";
import { once } from "#src/once.ts";
import { type Conversation, epochSeconds } from "./conversation.ts";
import type { ConversationRepository, NewConversation } from "./conversation-repository.ts";
import { isAnswer } from "./find-out.ts";
import type { Stored } from "./transitions.ts";

/** What a form was opened for, until it is sent. */
export type Asking = Pick<
  Conversation,
  "conversation_id" | "user_id" | "guild_id" | "channel_id" | "images" | "source" | "created_at" | "ttl"
>;

/** `gone`: the form was open for too long, or is not this person's. */
export type Begun =
  | { begun: "now"; conversation: NewConversation }
  | { begun: "before"; existing: Stored }
  | { begun: "gone" };

/** What people are about to ask for, with pictures that only the first of two interactions has. */
export interface Askings {
  /** One write; what is there already stays. */
  keep(asking: Asking): Promise<void>;
  /**
   * Puts a conversation in the place of what its form was opened for, with the pictures that are stored there. One write, whose
   * condition is that it is there, of the same person and server, and not expired.
   * @param linked whether the address of the message is kept
   * @throws UnknownOutcomeError when DynamoDB did not say what became of it
   */
  begin(conversation: NewConversation, linked: boolean): Promise<Begun>;
}

interface Options {
  table: string;
  client: DynamoDBClient;
  conversations: ConversationEntity;
  repository: Pick<ConversationRepository, "parse">;
}

/** What the item has already, and keeps: so the index is not written again. */
const KEPT = new Set(["pk", "sk", "gsi1pk", "gsi1sk", "images", "source", "created_at"]);

export function createAskings(options: Options): Askings {
  const askings = once(() => createAskingEntity(options));
  return {
    async keep(asking) {
      await askings().create(asking).go({ returnOnConditionCheckFailure: "all_old", data: "raw" });
    },
    begin: (conversation, linked) => begin(options, conversation, linked),
  };
}

async function begin(options: Options, conversation: NewConversation, linked: boolean): Promise<Begun> {
  try {
    const { Attributes = {} } = await options.client.send(updateFor(options, conversation, linked));
    const { images = [], source } = unmarshall(Attributes);
    return { begun: "now", conversation: { ...conversation, images, ...(source ? { source } : {}) } };
  } catch (error) {
    const lost = lostCondition(error);
    if (lost) return insteadOf(options, lost.item);
    throw isAnswer(error) ? error : new UnknownOutcomeError({ cause: error });
  }
}

/** What stood there instead of an open form. */
function insteadOf({ repository }: Options, item: Parameters<typeof unmarshall>[0] | undefined): Begun {
  const existing = item ? repository.parse(unmarshall(item)) : null;
  return existing ? { begun: "before", existing } : { begun: "gone" };
}

function updateFor({ table, conversations }: Options, conversation: NewConversation, linked: boolean) {
  const { Item } = conversations.create(conversation).params<{ Item: Record<string, unknown> }>();
  const set = Object.entries(Item).filter(([name, value]) => !KEPT.has(name) && value !== undefined);
  const { pk, sk } = Item;
  const { user_id, guild_id, updated_at } = conversation;
  return new UpdateItemCommand({
    TableName: table,
    Key: marshall({ pk, sk }),
    UpdateExpression: `SET ${set.map((_, at) => `#n${at} = :v${at}`).join(", ")}${linked ? "" : " REMOVE #source.#url"}`,
    ConditionExpression: [
      "#kind = :asking",
      "#user = :user",
      "#ttl > :now",
      guild_id === undefined ? "attribute_not_exists(#guild)" : "#guild = :guild",
    ].join(" AND "),
    ExpressionAttributeNames: {
      ...Object.fromEntries(set.map(([name], at) => [`#n${at}`, name])),
      ...(linked ? {} : { "#source": "source", "#url": "message_url" }),
      "#kind": "__edb_e__",
      "#user": "user_id",
      "#ttl": "ttl",
      "#guild": "guild_id",
    },
    ExpressionAttributeValues: marshall(
      {
        ...Object.fromEntries(set.map(([, value], at) => [`:v${at}`, value])),
        ":asking": "asking",
        ":user": user_id,
        ":now": epochSeconds(new Date(updated_at)),
        ...(guild_id === undefined ? {} : { ":guild": guild_id }),
      },
      { removeUndefinedValues: true },
    ),
    ReturnValues: "ALL_NEW",
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
}
