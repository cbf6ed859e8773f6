import type { DynamoDBStreamsClient, Shard } from "@aws-sdk/client-dynamodb-streams";
import { setTimeout as delay } from "node:timers/promises";
import type { Bell } from "./bell.ts";
import { deliver, type DeliveryOptions, type StreamRecord } from "./deliver.ts";
import { passes } from "./event-filter.ts";
import type { StreamEvent } from "./service-file.ts";
import { iteratorAt, readRecords, shardsOf, streamOf, type Position } from "./streams-api.ts";

/** DynamoDB allows five reads of a shard in a second. */
const BETWEEN_READS_MS = 200;
const BETWEEN_LOOKS_FOR_SHARDS_MS = 2_000;

interface Follow {
  client: DynamoDBStreamsClient;
  arn: string;
  event: StreamEvent;
  invoke: DeliveryOptions["invoke"];
  giveUp: DeliveryOptions["giveUp"];
  /** Completes a record before it is filtered. */
  complete?: (record: StreamRecord) => StreamRecord;
  /** Rung when something was written; without it, and where DynamoDB limits reads, the next look comes in its time. */
  written?: Bell | undefined;
  /** The last record of each shard that was handled, by its sequence number: where a later run goes on. */
  positions: Map<string, string>;
  signal: AbortSignal;
}

/**
 * Follows a table's stream and hands its records to a function as Lambda's event source mapping does: filtered, in
 * batches, in order within a shard, parents before children, each record until it is done or given up.
 * It goes on until `signal` is aborted, and then settles, resolved or not.
 */
export async function followStream(options: Omit<Follow, "arn"> & { table: string }): Promise<void> {
  const follow: Follow = { ...options, arn: await streamOf(options.client, options.table) };
  const running = new Map<string, Promise<unknown>>();
  const closed = new Set<string>();
  const start = (id: string) =>
    followShard(follow, id).then(() => {
      closed.add(id);
      running.delete(id);
    });
  while (!follow.signal.aborted) {
    const shards = await shardsOf(follow.client, follow.arn).catch(() => []);
    const next = readable(shards, closed).filter((id) => !running.has(id));
    for (const id of next) running.set(id, start(id));
    await Promise.race([pause(BETWEEN_LOOKS_FOR_SHARDS_MS, follow.signal), ...running.values()]);
  }
  await Promise.all(running.values());
}

/** The shards that are not read to their end and whose parents are, or are gone. */
function readable(shards: Shard[], closed: Set<string>): string[] {
  const open = new Set(shards.map((shard) => shard.ShardId).filter((id) => !closed.has(id ?? "")));
  return shards.flatMap(({ ShardId: id, ParentShardId: parent }) =>
    id && open.has(id) && !open.has(parent) ? [id] : [],
  );
}

async function followShard(follow: Follow, id: string): Promise<void> {
  const { positions } = follow;
  const handled = positions.get(placeIn(follow, id));
  let position: Position = handled === undefined ? follow.event.startingPosition : { after: handled };
  let iterator =
    (await iteratorOrNothing(follow, id, position)) ??
    // That record may be gone from the stream by now.
    (await iteratorOrNothing(follow, id, follow.event.startingPosition));
  while (!follow.signal.aborted) {
    const written = follow.written?.next;
    const read = iterator
      ? await readRecords(follow.client, follow.arn, iterator).catch(() => undefined)
      : undefined;
    if (!read) {
      // The iterator expired or the database is away for a moment: go on behind the last record that was handled.
      await pause(BETWEEN_LOOKS_FOR_SHARDS_MS, follow.signal);
      iterator = await iteratorOrNothing(follow, id, position);
      continue;
    }
    await handOver(follow, read.records);
    const last = read.records.at(-1)?.dynamodb.SequenceNumber;
    if (last !== undefined) {
      position = { after: last };
      positions.set(placeIn(follow, id), last);
    }
    if (!read.next) return;
    iterator = read.next;
    if (last === undefined) await pauseUntil(written, BETWEEN_READS_MS, follow.signal);
  }
}

/** The stream's name has the time in it when it was made. */
const placeIn = ({ arn }: Follow, shard: string): string => `${arn}/${shard}`;

const iteratorOrNothing = ({ client, arn }: Follow, id: string, position: Position) =>
  iteratorAt(client, { arn, id }, position).catch(() => undefined);

async function handOver(
  { event, invoke, giveUp, complete, signal }: Follow,
  records: StreamRecord[],
): Promise<void> {
  const completed = complete ? records.map(complete) : records;
  const wanted = completed.filter((record) => passes(event.filterPatterns, record));
  const oldest = () => Date.now() / 1000 - event.maximumRecordAgeInSeconds;
  const isTooOld = ({ dynamodb }: StreamRecord) => Number(dynamodb["ApproximateCreationDateTime"]) < oldest();
  const backOff = (attempt: number) => pause(Math.min(250 * 2 ** (attempt - 1), 10_000), signal);
  for (const batch of batchesOf(wanted, event.batchSize)) {
    signal.throwIfAborted();
    await deliver(batch, { ...event, invoke, giveUp, isTooOld, pause: backOff });
  }
}

function batchesOf(records: StreamRecord[], size: number): StreamRecord[][] {
  const count = Math.ceil(records.length / size);
  return Array.from({ length: count }, (_, index) => records.slice(index * size, (index + 1) * size));
}

/** Waits until something was written, but not for longer than so many milliseconds. */
async function pauseUntil(
  written: Promise<void> | undefined,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  if (!written) return pause(ms, signal);
  const over = new AbortController();
  await Promise.race([written, pause(ms, AbortSignal.any([signal, over.signal]))]);
  over.abort();
}

/** Waits, but not for longer than until the end. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  delay(ms, undefined, { signal }).catch(() => undefined);
