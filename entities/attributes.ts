import { type Attribute, CustomAttributeType } from "electrodb";
import { shapeAttribute } from "./shape.ts";
import { table } from "./table.ts";

type Spot = "first" | "last" | { before: string } | { after: string };
type ListEdit =
  | { label: string; href: string }
  | { add: Record<string, string>; to?: Spot }
  | { change: string; set: Record<string, string> }
  | { remove: string }
  | { move: string; to: Spot };

/** What a conversation and its record both keep: who asked, what for, what was shown and what came of it. */
export const requestAttributes = {
  ...shapeAttribute,
  conversation_id: { type: "string", required: true, readOnly: true },
  user_id: { type: "string", required: true, readOnly: true },
  /** The name the person goes by in Discord, for the pull request. */
  user_name: { type: "string", required: true },
  section: { type: "string" },
  /** Of lists, everything but a link that is added makes the item one of shape 2. */
  updates: { type: CustomAttributeType<Record<string, string | ListEdit[]>>("any") },
  images: {
    type: CustomAttributeType<
      {
        id: string;
        name: string;
        content_type: string;
        /** In bytes. */
        size: number;
        width?: number;
        height?: number;
        url: string;
        /** ISO 8601, from the link's own signature. */
        url_expires_at?: string;
      }[]
    >("any"),
    required: true,
  },
  parsed_intent: {
    type: CustomAttributeType<{
      source: "grammar" | "english";
      catalogue_version: string;
      section_label?: string;
      understood: { as: string; from: string }[];
    }>("any"),
  },
  preview_message: { type: "string" },
  /** Grows with every new content; the buttons of a preview carry it. */
  revision: { type: "number", required: true },
  request: {
    type: CustomAttributeType<{
      command?: string;
      description?: string;
      /** In the order given; of two answers to one question the later counts. */
      answers: { question: string; answer: string }[];
    }>("any"),
    required: true,
  },
  base: {
    type: CustomAttributeType<{
      file: string;
      /** The Git blob id of the file that the preview was made from. */
      version: string;
      /** Over the lines that the preview removes and adds, in order. */
      digest: string;
      /** SHA-256, in hex, over the files that the preview needs attached; absent when the message shows all of it. */
      attached?: string;
      /** The words of the request about which nothing is done, where the files tell them. */
      notes?: string[];
      section_label: string;
      changes: {
        property: string;
        label: string;
        before: string | null;
        after: string;
        said?: string;
        color?: boolean;
      }[];
    }>("any"),
  },
  guild_id: { type: "string" },
  /** The site it changes: the guild id of the server's own, or `default`. */
  site: { type: "string", required: true },
  channel_id: { type: "string" },
  message_id: { type: "string" },
  history: {
    type: CustomAttributeType<
      {
        /** ISO 8601. */
        at: string;
        /** A Discord user id, `execution` or `operator`. */
        by: string;
        event: string;
      }[]
    >("any"),
    required: true,
  },
  result: {
    type: CustomAttributeType<{
      branch: string;
      commit: string;
      pull_request?: { number: number; url: string };
    }>("any"),
  },
  failure: { type: CustomAttributeType<{ code: string; message: string }>("any") },
  confirmed_at: { type: "string" },
  created_at: { type: "string", required: true, readOnly: true },
  updated_at: { type: "string", required: true },
  /** Epoch seconds. It counts as passed the second it passes; DynamoDB deletes the item up to two days later. */
  ttl: { type: "number", required: true },
} satisfies Record<string, Attribute>;

/**
 * One key for both: a conversation that ended leaves its record where it was, so that a late click meets the record in
 * the same request and gets a precise answer.
 */
export const requestIndexes = {
  request: {
    pk: {
      field: table.partitionKey,
      composite: ["conversation_id"],
      template: "conversation#${conversation_id}",
      casing: "none",
    },
    sk: { field: table.sortKey, composite: [], template: "conversation", casing: "none" },
  },
  byUser: {
    index: table.userIndex.name,
    pk: {
      field: table.userIndex.partitionKey,
      composite: ["user_id"],
      template: "user#${user_id}",
      casing: "none",
    },
    sk: {
      field: table.userIndex.sortKey,
      composite: ["created_at", "conversation_id"],
      template: "${created_at}#${conversation_id}",
      casing: "none",
    },
  },
} as const;
