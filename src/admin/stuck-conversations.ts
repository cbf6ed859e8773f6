import { type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { conversationStatuses } from "#entities/statuses.ts";

const stuck = z.object({ conversation_id: z.string(), status: z.enum(conversationStatuses) });

/** A conversation that waits for `execution`. */
export type Stuck = z.infer<typeof stuck>;

export interface Found {
  stuck: Stuck[];
  /** How many items were read, and whether that was the whole table. */
  seen: number;
  complete: boolean;
}

interface Place {
  client: Pick<DynamoDBClient, "send">;
  table: string;
  now: () => Date;
}

/** In milliseconds. `execution` gives up after two minutes, so an older conversation has no worker. */
const LONG = 5 * 60 * 1000;
/** A page is 1 MB, which costs 128 read units. */
const PAGES = 10;

/**
 * Conversations that wait for `execution` and have no worker. There is no index by status, because every change of
 * status would then cost an index write. Instead, the first 10 MB of the table are scanned: about 5,000 conversations and
 * records.
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
