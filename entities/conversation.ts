import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CustomAttributeType, Entity, type EntityItem } from "electrodb";
import { type StoredSentence, requestAttributes, requestIndexes } from "./attributes.ts";
import { conversationStatuses } from "./statuses.ts";

/** One request to change a site, from `/ux-update` to its end. It expires an hour after the last accepted input. */
export const createConversationEntity = (options: { table: string; client: DynamoDBClient }) =>
  new Entity(
    {
      model: { entity: "conversation", version: "1", service: "ux-agent" },
      attributes: {
        ...requestAttributes,
        status: { type: conversationStatuses, required: true },
        confirmed: { type: "boolean", required: true },
        needs_clarification: { type: "boolean", required: true },
        clarification_questions: {
          type: CustomAttributeType<
            {
              id: string;
              /** In English, like the labels; `said` is the same as sentences. */
              text: string;
              label: string;
              said?: { text: StoredSentence; label: StoredSentence } | undefined;
              choices?: { value: string; label: string; said?: StoredSentence | undefined }[];
            }[]
          >("any"),
          required: true,
        },
        /** In bytes, of each file of its message, where that is less than everywhere else. */
        attachment_size_limit: { type: "number" },
        /** A secret: for 15 minutes, anyone who has it can write as the bot. `execution` removes it afterwards. */
        reply_token: { type: "string" },
        reply_token_expires_at: { type: "string" },
        /**
         * The token of the last click, just as secret. It replaces `reply_token` once Discord has accepted it: the token of
         * a click that was answered too late never works.
         */
        click_token: { type: "string" },
        click_token_expires_at: { type: "string" },
        /** What a model made of the words, so that it is asked about them once. */
        proposal: {
          type: CustomAttributeType<{
            /** A digest of the words and the catalogue that it was made of. */
            of: string;
            parts: { section: string; updates: { property: string; value: string; words: string }[] }[];
            ignored: string[];
            unclear: string[];
          }>("any"),
        },
        /** How many approvals this revision still needs. */
        approvals_missing: { type: "number" },
        /** Whether those who may approve were told. */
        announced: { type: "boolean" },
        /** Who declined the revision before this one, and why. */
        declined: { type: CustomAttributeType<{ by: string; reason: string }>("any") },
        /** The ids of the interactions that changed it. A redelivered interaction finds its own id here. */
        interactions: { type: "set", items: "string" },
        /** When it began, in epoch seconds, if in a server: the sort key of the guild index, which records lack. */
        live: { type: "number" },
        /** Set just before an erasure deletes the item, so that no record of it is archived. */
        erased: { type: "boolean" },
      },
      indexes: requestIndexes,
    },
    options,
  );

export type ConversationEntity = ReturnType<typeof createConversationEntity>;
export type ConversationItem = EntityItem<ConversationEntity>;
