import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createConversationEntity } from "#entities/conversation.ts";
import { hasKnownShape } from "#entities/shape.ts";
import { type Found, findStuck } from "./stuck-conversations.ts";

interface Place {
  client: DynamoDBClient;
  table: string;
  now: () => Date;
}

/**
 * Writes to each conversation that waits for `execution`, so that the stream reports it again. That is how dead letters
 * are recovered: the stream record is gone after a day, the conversation is not. A conversation that moves on at the same
 * moment is left alone, and work that was already done is found done.
 */
export async function redrive(place: Place): Promise<Found> {
  const found = await findStuck(place);
  const conversations = createConversationEntity(place);
  const at = place.now().toISOString();
  const tellAgain = async ({ conversation_id, status }: Found["stuck"][number]): Promise<boolean> => {
    const { rejected } = await conversations
      .patch({ conversation_id })
      .set({ updated_at: at })
      .append({ history: [{ at, by: "operator", event: "redrive" }] })
      .where((item, is) => `${is.eq(item.status, status)} AND ${hasKnownShape(item, is)}`)
      .go({ returnOnConditionCheckFailure: "all_old", data: "raw" });
    return !rejected;
  };
  const told = await Promise.all(found.stuck.map(tellAgain));
  return { ...found, stuck: found.stuck.filter((_, at) => told[at]) };
}
