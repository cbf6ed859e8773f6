import { type Attribute, CustomAttributeType } from "electrodb";
import { shapeAttribute } from "./shape.ts";
import { table } from "./table.ts";

/** The key of a sentence and what it tells. */
export type StoredSentence = { key: string; params?: Record<string, unknown> | undefined };

type Spot = "first" | "last" | { before: string } | { after: string };
type ListEdit =
  | { label: string; href: string }
  | { add: Record<string, string>; to?: Spot }
  | { change: string; set: Record<string, string> }
  | { remove: string }
  | { move: string; to: Spot };

type Updates = Record<string, string | ListEdit[]>;

/** What a conversation and its record have in common: who asked for what, what was shown, and how it ended. */
export const requestAttributes = {
  ...shapeAttribute,
  conversation_id: { type: "string", required: true, readOnly: true },
  user_id: { type: "string", required: true, readOnly: true },
  /** The name the person goes by in Discord, for the pull request. */
  user_name: { type: "string", required: true },
  section: { type: "string" },
  /** Of lists, everything but a link that is added makes the item one of shape 2. */
  updates: { type: CustomAttributeType<Updates>("any") },
  /** What is to change in further sections, each once. They make the item one of shape 3. */
  parts: { type: CustomAttributeType<{ section: string; updates: Updates }[]>("any") },
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
        /**
         * The files that the preview made of it for the site, each with its Git blob id; absent when it is not used. They make
         * the item one of shape 5.
         */
        used?: {
          path: string;
          version: string;
          content_type: string;
          /** In bytes. */
          size: number;
          width: number;
          height: number;
        }[];
      }[]
    >("any"),
    required: true,
  },
  /** Of a request that was made from another person's message: whose words they were, and where, if the owner says so. */
  source: { type: CustomAttributeType<{ user_id: string; name: string; message_url?: string }>("any") },
  parsed_intent: {
    type: CustomAttributeType<{
      source: "grammar" | "english" | "model";
      catalogue_version?: string;
      section_label?: string;
      /** Absent while `execution` drafts, and of a command, which says it itself. */
      understood?: { as: string; from: string }[];
    }>("any"),
  },
  preview_message: { type: "string" },
  /** Grows with every new content; the buttons of a preview carry it. */
  revision: { type: "number", required: true },
  request: {
    type: CustomAttributeType<{
      command?: string;
      description?: string;
      /** In the order they were given. A later answer to the same question replaces the earlier one. */
      answers: { question: string; answer: string }[];
    }>("any"),
    required: true,
  },
  /** The published conversation that this one takes back, and where that was published. */
  undo_of: {
    type: CustomAttributeType<{
      conversation_id: string;
      branch: string;
      pull_request?: { number: number; url: string };
    }>("any"),
  },
  /** The conversation that takes this one back, or tried to, and since when; ISO 8601. */
  undone_by: { type: CustomAttributeType<{ conversation_id: string; at: string }>("any") },
  base: {
    type: CustomAttributeType<{
      file: string;
      /** The Git blob id of the file that the preview was made from. */
      version: string;
      /** The further files of a request for several sections. */
      files?: { file: string; version: string }[];
      /** A digest of the lines that the preview removes and adds, in order, in all files. */
      digest: string;
      /** SHA-256, in hex, of the files that the preview has attached; absent when the message shows the whole change. */
      attached?: string;
      /** The words of the request that change nothing; only where the attached files repeat them. */
      notes?: string[];
      section_label: string;
      /** The live page that shows the first section, where the site says it. */
      page?: string;
      changes: {
        property: string;
        label: string;
        /** What its section is called, in a request for several. */
        section?: string;
        before: string | null;
        after: string;
        said?: string;
        color?: boolean;
      }[];
    }>("any"),
  },
  guild_id: { type: "string" },
  /** The language of the person who asked, in which its message speaks; absent: English. */
  locale: { type: "string" },
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
  /** What has become of what was published, as GitHub said last. Absent: it was not looked at, or nothing was published there. */
  publication: {
    type: CustomAttributeType<{
      state: "open" | "merged" | "closed";
      /** Whether its branch has another newest commit than ours: people have added some, or replaced it. */
      changed: boolean;
      /** Absent: there are none, or the bot may not read them. */
      checks?: "pending" | "passed" | "failed";
      preview_url?: string;
      /** ISO 8601. */
      merged_at?: string;
      /** By the name on GitHub. */
      merged_by?: string;
    }>("any"),
  },
  /** The Discord user ids of those who have approved this revision. */
  approvers: { type: "set", items: "string" },
  /** The same people by the names they go by, in the order of their approvals. */
  approvals: { type: CustomAttributeType<{ id: string; name: string }[]>("any") },
  /** `message` is in English; `said` is the same as the key of a sentence and what it tells, for the language of the reader. */
  failure: {
    type: CustomAttributeType<{
      code: string;
      message: string;
      said?: StoredSentence | undefined;
    }>("any"),
  },
  confirmed_at: { type: "string" },
  created_at: { type: "string", required: true, readOnly: true },
  updated_at: { type: "string", required: true },
  /** Epoch seconds. The item has expired the second this passes; DynamoDB may take two more days to delete it. */
  ttl: { type: "number", required: true },
} satisfies Record<string, Attribute>;

/**
 * A conversation and its record share one key. The record replaces the conversation when it ends, so a late click finds
 * the record with the same request and gets a precise answer.
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
