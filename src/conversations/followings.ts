import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { FOLLOWING, commitKey, followingKey } from "#entities/following.ts";
import { table as schema } from "#entities/table.ts";
import { lostCondition } from "#src/lost-condition.ts";
import { epochSeconds } from "./conversation.ts";

const following = z.object({
  repository: z.string(),
  conversation_id: z.string(),
  /** When GitHub was asked last; ISO 8601. */
  looked_at: z.optional(z.string()),
  /** A digest of what the message said of it last. */
  shown: z.optional(z.string()),
  /** It was closed without being merged. It may be opened again, but nothing more is expected. */
  closed: z.optional(z.boolean()),
});

/** Something published, and when GitHub was last asked about it. */
export type Following = z.infer<typeof following>;

type Followed = Pick<Following, "repository" | "conversation_id">;

/** What is published where people merge it, until that has ended. */
export interface Followings {
  /** Follows something published from now on; two writes. Repeating it changes nothing. */
  begin(followed: Followed, commit: string): Promise<void>;
  /** One consistent read; null when it is not followed any more. */
  find(followed: Followed): Promise<Following | null>;
  /** Notes what a look has found; one write. */
  looked(followed: Followed, look: { at: Date; shown: string; closed: boolean }): Promise<void>;
  /** Nothing more can become of it. */
  end(followed: Followed): Promise<void>;
  /** What is open, that which was not looked at for longest first; one query, of at most 1 MB (about 4,000). */
  open(): Promise<Following[]>;
}

interface Options {
  table: string;
  client: Pick<DynamoDBClient, "send">;
  now: () => Date;
  /** How long it is followed at most, in days. */
  days: number;
}

const DAY = 24 * 60 * 60;

export function createFollowings(options: Options): Followings {
  const { table: TableName, client } = options;
  return {
    async begin(followed, commit) {
      const keys = [keyOf(followed), commitKey(followed.repository, commit)];
      await Promise.all(keys.map((key) => client.send(beginning(options, key, followed))));
    },
    async find(followed) {
      const { Item } = await client.send(
        new GetItemCommand({ TableName, Key: keyOf(followed), ConsistentRead: true }),
      );
      return (Item && following.safeParse(unmarshall(Item)).data) ?? null;
    },
    async looked(followed, { at, shown, closed }) {
      const look = new UpdateItemCommand({
        TableName,
        Key: keyOf(followed),
        // A newer hint is in the stream already; without this, each look would be taken for one.
        UpdateExpression: "SET looked_at = :at, shown = :shown, closed = :closed REMOVE hinted_at",
        ConditionExpression: "attribute_exists(conversation_id)",
        ExpressionAttributeValues: marshall({ ":at": at.toISOString(), ":shown": shown, ":closed": closed }),
      });
      await client.send(look).catch(unlessEnded);
    },
    async end(followed) {
      await client.send(new DeleteItemCommand({ TableName, Key: keyOf(followed) }));
    },
    open: () => openIn(options),
  };
}

const keyOf = ({ repository, conversation_id }: Followed) => followingKey(repository, conversation_id);

const beginning = (
  { table: TableName, now, days }: Options,
  Key: ReturnType<typeof followingKey>,
  { repository, conversation_id }: Followed,
) =>
  new UpdateItemCommand({
    TableName,
    Key,
    UpdateExpression: "SET repository = :repository, conversation_id = :conversation, #ttl = :ttl",
    ExpressionAttributeNames: { "#ttl": schema.ttlAttribute },
    ExpressionAttributeValues: marshall({
      ":repository": repository,
      ":conversation": conversation_id,
      ":ttl": epochSeconds(now()) + days * DAY,
    }),
  });

async function openIn({ table, client }: Options): Promise<Following[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: "#pk = :following",
      FilterExpression: "NOT closed = :yes",
      ExpressionAttributeNames: { "#pk": schema.partitionKey },
      ExpressionAttributeValues: marshall({ ":following": FOLLOWING, ":yes": true }),
    }),
  );
  const found = Items.flatMap((item) => following.safeParse(unmarshall(item)).data ?? []);
  return found.toSorted((one, other) => (one.looked_at ?? "").localeCompare(other.looked_at ?? ""));
}

/** Another worker has found that it has ended. */
function unlessEnded(error: unknown): void {
  if (!lostCondition(error)) throw error;
}
