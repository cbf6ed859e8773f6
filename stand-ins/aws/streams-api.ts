import {
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type DynamoDBStreamsClient,
  type Shard,
  type _Record,
} from "@aws-sdk/client-dynamodb-streams";
import type { StreamRecord } from "./deliver.ts";

/** The ARN of the newest stream of a table. */
export async function streamOf(client: DynamoDBStreamsClient, table: string): Promise<string> {
  const { Streams } = await client.send(new ListStreamsCommand({ TableName: table }));
  const arn = Streams?.at(-1)?.StreamArn;
  if (!arn) throw new Error(`the table ${table} has no stream`);
  return arn;
}

/** All shards of a stream, whole and in pages. */
export async function shardsOf(client: DynamoDBStreamsClient, arn: string): Promise<Shard[]> {
  const shards: Shard[] = [];
  let last: string | undefined;
  do {
    const page = await client.send(
      new DescribeStreamCommand({ StreamArn: arn, ...(last ? { ExclusiveStartShardId: last } : {}) }),
    );
    shards.push(...(page.StreamDescription?.Shards ?? []));
    last = page.StreamDescription?.LastEvaluatedShardId;
  } while (last);
  return shards;
}

/** Where to read a shard from: behind a record, or from one of its ends. */
export type Position = { after: string } | "TRIM_HORIZON" | "LATEST";

export async function iteratorAt(
  client: DynamoDBStreamsClient,
  shard: { arn: string; id: string },
  position: Position,
): Promise<string | undefined> {
  const at =
    typeof position === "string"
      ? { ShardIteratorType: position }
      : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER" as const, SequenceNumber: position.after };
  const command = new GetShardIteratorCommand({ StreamArn: shard.arn, ShardId: shard.id, ...at });
  return (await client.send(command)).ShardIterator;
}

/** The next records of a shard in the shape that functions get, and where to go on; no `next`: the shard is closed. */
export async function readRecords(
  client: DynamoDBStreamsClient,
  arn: string,
  iterator: string,
): Promise<{ records: StreamRecord[]; next: string | undefined }> {
  const { Records = [], NextShardIterator } = await client.send(
    new GetRecordsCommand({ ShardIterator: iterator, Limit: 1000 }),
  );
  return { records: Records.map((record) => asEvent(record, arn)), next: NextShardIterator };
}

/** Lambda gives times in epoch seconds, where the SDK has a Date. (The table holds no binary values, which differ too.) */
function asEvent(record: _Record, arn: string): StreamRecord {
  const { ApproximateCreationDateTime: at, SequenceNumber = "", ...images } = record.dynamodb ?? {};
  const seconds = at ? { ApproximateCreationDateTime: Math.floor(at.getTime() / 1000) } : {};
  return { ...record, eventSourceARN: arn, dynamodb: { ...images, ...seconds, SequenceNumber } };
}
