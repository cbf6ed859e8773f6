import { type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { type Check, type Verdict, ok, problem } from "./check.ts";

interface Options {
  client: Pick<DynamoDBClient, "send">;
  table: string;
  now: () => Date;
  /** How `npm run admin --` is told which table is meant. */
  adminOptions: string;
}

/** Trouble becomes a failure after two minutes; what is older than this is not being worked on. In milliseconds. */
const LONG = 5 * 60 * 1000;
/** A page is 1 MB, which costs 128 read units; this many are looked at. */
const PAGES = 10;
const WORKING = ["drafting", "confirmed", "withdrawing"];

interface Stuck {
  conversation_id: string;
  status: string;
}

/**
 * Conversations that wait for `execution` and are not worked on. There is no index by status, so that the table's first
 * 10 MB are scanned: enough for about 5,000 conversations and records, and the verdict says when there is more.
 */
export const stuckCheck = (options: Options): Check => ({
  name: "stuck conversations",
  look: async () => {
    const stuck: Stuck[] = [];
    let start: Record<string, unknown> | undefined;
    let seen = 0;
    for (let page = 0; page < PAGES; page += 1) {
      const read = await scan(options, start);
      stuck.push(...read.stuck);
      seen += read.seen;
      start = read.next;
      if (!start) break;
    }
    return verdictOf(stuck, options, start ? `the first ${seen} items` : "the whole table");
  },
});

async function scan({ client, table, now }: Options, start: Record<string, unknown> | undefined) {
  const answer = await client.send(
    new ScanCommand({
      TableName: table,
      FilterExpression: "#kind = :kind AND #status IN (:a, :b, :c) AND #updated < :before",
      ProjectionExpression: "conversation_id, #status",
      ExpressionAttributeNames: { "#kind": "__edb_e__", "#status": "status", "#updated": "updated_at" },
      ExpressionAttributeValues: marshall({
        ":kind": "conversation",
        ":a": WORKING[0],
        ":b": WORKING[1],
        ":c": WORKING[2],
        ":before": new Date(now().getTime() - LONG).toISOString(),
      }),
      ...(start ? { ExclusiveStartKey: marshall(start) } : {}),
    }),
  );
  const stuck = (answer.Items ?? []).map((item) => {
    const { conversation_id, status } = unmarshall(item);
    return { conversation_id: String(conversation_id), status: String(status) };
  });
  const next = answer.LastEvaluatedKey && unmarshall(answer.LastEvaluatedKey);
  return { stuck, seen: answer.ScannedCount ?? 0, next };
}

function verdictOf(stuck: Stuck[], { adminOptions }: Options, where: string): Verdict {
  const [first] = stuck;
  if (!first) return ok(`None in ${where}.`);
  const named = stuck.slice(0, 5).map(({ conversation_id, status }) => `${conversation_id} (${status})`);
  return problem(
    `${stuck.length} in ${where} for more than five minutes: ${named.join(", ")}${stuck.length > 5 ? "…" : ""}.`,
    "See whether the stream mapping is on and what the log of `execution` says; then the person can ask again, " +
      `or look with: npm run admin -- ${adminOptions}show ${first.conversation_id}`,
  );
}
