import {
  type AttributeValue,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
} from "@aws-sdk/client-dynamodb";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { inject } from "vitest";
import { impatient } from "#src/impatient.ts";
import { usageKey } from "#entities/usage.ts";
import { createTable } from "#stand-ins/aws/create-table.ts";
import type { StreamRecord } from "#stand-ins/aws/deliver.ts";
import { engineAccess } from "#stand-ins/aws/engine.ts";
import { iteratorAt, readRecords, shardsOf, streamOf } from "#stand-ins/aws/streams-api.ts";

/** A table of a test's own on the shared engine, with its stream and a count of the requests that a client makes. */
export interface TestTable {
  name: string;
  /** Counts what it sends in `requests`. */
  client: DynamoDBClient;
  /** The names of the commands sent so far: `PutItemCommand`… */
  requests: string[];
  /** The item of a conversation as it is stored, without a request being counted. */
  item(conversationId: string): Promise<Record<string, unknown> | undefined>;
  /** The reply tokens that are kept of a removed conversation, likewise. */
  farewell(conversationId: string): Promise<Record<string, unknown> | undefined>;
  /** The counter of a server's requests, likewise. */
  counter(guildId: string): Promise<Record<string, unknown> | undefined>;
  /** Deletes a conversation's item behind everybody's back and answers the stream's records of it. */
  remove(conversationId: string): Promise<StreamRecord[]>;
  /** The stream's records since the last call. */
  records(): Promise<StreamRecord[]>;
}

let tables = 0;

export async function createTestTable(): Promise<TestTable> {
  const access = engineAccess(inject("engineUrl"));
  const name = `test-${process.pid}-${Date.now()}-${(tables += 1)}`;
  const plain = new DynamoDBClient(access);
  await createTable(plain, name);
  const { client, requests } = countingClient(access);
  const read = async (Key: Record<string, AttributeValue>) => {
    const { Item } = await plain.send(new GetItemCommand({ TableName: name, Key, ConsistentRead: true }));
    return Item && unmarshall(Item);
  };
  const records = streamReader(new DynamoDBStreamsClient(access), name);
  return {
    name,
    client,
    requests,
    records,
    remove: async (conversationId) => {
      await plain.send(new DeleteItemCommand({ TableName: name, Key: keyOf(conversationId) }));
      return records();
    },
    item: (conversationId) => read(keyOf(conversationId)),
    farewell: (id) => read({ pk: { S: `farewell#${id}` }, sk: { S: "farewell" } }),
    counter: (guildId) => read(usageKey(guildId)),
  };
}

const keyOf = (conversationId: string) => ({
  pk: { S: `conversation#${conversationId}` },
  sk: { S: "conversation" },
});

function countingClient(access: ReturnType<typeof engineAccess>) {
  // A try that fails is repeated as often as when deployed; a busy machine may take longer.
  const client = new DynamoDBClient({ ...access, maxAttempts: impatient.maxAttempts });
  const requests: string[] = [];
  client.middlewareStack.add(
    (next, context) => (args) => {
      requests.push(context.commandName ?? "");
      return next(args);
    },
    { step: "initialize" },
  );
  return { client, requests };
}

function streamReader(streams: DynamoDBStreamsClient, table: string): () => Promise<StreamRecord[]> {
  let open: { arn: string; iterators: string[] } | null = null;
  return async () => {
    const { arn, iterators } = (open ??= await openStream(streams, table));
    const found: StreamRecord[] = [];
    for (const [at, iterator] of iterators.entries()) {
      const { records, next } = await readRecords(streams, arn, iterator);
      // A table of a test is too young and too small for its stream to close a shard and open another.
      if (next === undefined) throw new Error(`the stream of ${table} has closed a shard`);
      iterators[at] = next;
      found.push(...records);
    }
    return found;
  };
}

async function openStream(streams: DynamoDBStreamsClient, table: string) {
  const arn = await streamOf(streams, table);
  const shards = await shardsOf(streams, arn);
  const iterators = shards.map(({ ShardId: id = "" }) => iteratorAt(streams, { arn, id }, "TRIM_HORIZON"));
  return { arn, iterators: (await Promise.all(iterators)).filter((iterator) => iterator !== undefined) };
}
