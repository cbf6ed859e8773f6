import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CustomAttributeType, Entity, type EntityItem } from "electrodb";
import { requestAttributes, requestIndexes } from "./attributes.ts";
import type { ConversationItem } from "./conversation.ts";
import { recordOutcomes } from "./statuses.ts";

/** What remains of a conversation after it ends, for 90 days by default. It holds no secret. */
export const createRecordEntity = (options: { table: string; client: DynamoDBClient }) =>
  new Entity(
    {
      model: { entity: "record", version: "1", service: "ux-agent" },
      attributes: {
        ...requestAttributes,
        /** Nothing is published from a record, and its lines are in the preview: it has no digest of them. */
        base: { type: CustomAttributeType<Omit<NonNullable<ConversationItem["base"]>, "digest">>("any") },
        outcome: { type: recordOutcomes, required: true },
        ended_at: { type: "string", required: true },
      },
      indexes: requestIndexes,
    },
    options,
  );

export type RecordEntity = ReturnType<typeof createRecordEntity>;
export type RecordItem = EntityItem<RecordEntity>;
