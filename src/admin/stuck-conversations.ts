import { type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { conversationStatuses } from "#entities/statuses.ts";

const stuck = z.object({ conversation_id: z.string(), status: z.enum(conversationStatuses) });

/** A conversation that waits for `execution`. */
export type Stuck = z.infer<typeof stuck>;

export interface Found {
  stuck: Stuck[];
  /** How many items were looked at, and whether that was the whole table. */
  seen: number;
  complete: boolean;
}

interface Place {
  client: Pick<DynamoDBClient, "send">;
  table: string;
  now: () => Date;
}

/** Trouble becomes a failure after two minutes; what is older than this is not being worked on. In milliseconds. */
const LONG = 5 * 60 * 1000;
/** A page is 1 MB, which costs 128 read units. */
const PAGES = 10;

/**
 * Conversations that wait for `execution` and are not worked on. There is no index by status, since every change of
 * status would cost an index write: the table's first 10 MB are scanned, which is about 5,000 conversations and records.
 */
export async function findStuck(place: Place): Promise<Found> {
  const found: Found = { stuck: [], seen: 0, complete: false };
  let start: ScanStart;
  for (let page = 0; page < PAGES; page += 1) {
    const read = await scan(place, start);
    found.stuck.push(...read.stuck);
    found.seen += read.seen;
    if (!read.next) return { ...found, complete: true };
    start = read.next;
  }
  return found;
}

async function scan({ client, table, now }: Place, start?: ScanStart) {
  const answer = await client.send(
    new ScanCommand({
      TableName: table,
      FilterExpression:
        "#kind = :kind AND #status IN (:drafting, :confirmed, :withdrawing) AND #updated < :before",
      ProjectionExpression: "conversation_id, #status",
      ExpressionAttributeNames: { "#kind": "__edb_e__", "#status": "status", "#updated": "updated_at" },
      ExpressionAttributeValues: marshall({
        ":kind": "conversation",
        ":drafting": "drafting",
        ":confirmed": "confirmed",
        ":withdrawing": "withdrawing",
        ":before": new Date(now().getTime() - LONG).toISOString(),
      }),
      ...(start ? { ExclusiveStartKey: start } : {}),
    }),
  );
  return {
    stuck: (answer.Items ?? []).flatMap((item) => stuck.safeParse(unmarshall(item)).data ?? []),
    seen: answer.ScannedCount ?? 0,
    next: answer.LastEvaluatedKey,
  };
}

type ScanStart = ScanCommand["input"]["ExclusiveStartKey"];
