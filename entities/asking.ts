import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { Entity } from "electrodb";
import { requestAttributes, requestIndexes } from "./attributes.ts";

const { shape, conversation_id, user_id, guild_id, channel_id, images, source, created_at, ttl } =
  requestAttributes;

/**
 * What the form of "Request a change" was opened for: its answer no longer has the message's pictures, nor whose words they
 * are. It stands where the conversation will be, which takes its place in one write, and is in the user index, so that an
 * erasure finds it. If the form is never sent, DynamoDB deletes it; it leaves no record.
 */
export const createAskingEntity = (options: { table: string; client: DynamoDBClient }) =>
  new Entity(
    {
      model: { entity: "asking", version: "1", service: "ux-agent" },
      attributes: {
        shape,
        conversation_id,
        user_id,
        guild_id,
        channel_id,
        images,
        source,
        created_at,
        ttl,
      },
      indexes: requestIndexes,
    },
    options,
  );
