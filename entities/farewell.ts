import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { Entity } from "electrodb";
import { shapeAttribute } from "./shape.ts";
import { table } from "./table.ts";

/**
 * The reply tokens of a conversation that was removed while Discord would not edit its message. The record holds no secret,
 * so the tokens wait here. `execution` deletes the item once the message says how the conversation ended, or cannot be told;
 * if it never gets there, DynamoDB deletes the item when the last token is over.
 */
export const createFarewellEntity = (options: { table: string; client: DynamoDBClient }) =>
  new Entity(
    {
      model: { entity: "farewell", version: "1", service: "ux-agent" },
      attributes: {
        ...shapeAttribute,
        conversation_id: { type: "string", required: true, readOnly: true },
        reply_token: { type: "string" },
        reply_token_expires_at: { type: "string" },
        click_token: { type: "string" },
        click_token_expires_at: { type: "string" },
        /** Epoch seconds: when the last token is over. */
        ttl: { type: "number", required: true },
      },
      indexes: {
        farewell: {
          pk: {
            field: table.partitionKey,
            composite: ["conversation_id"],
            template: "farewell#${conversation_id}",
            casing: "none",
          },
          sk: { field: table.sortKey, composite: [], template: "farewell", casing: "none" },
        },
      },
    },
    options,
  );
