import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { afterAll, afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { Bell } from "#stand-ins/aws/bell.ts";
import { createTable } from "#stand-ins/aws/create-table.ts";
import type { Handled, StreamRecord } from "#stand-ins/aws/deliver.ts";
import { engineAccess } from "#stand-ins/aws/engine.ts";
import { readEventSources } from "#stand-ins/aws/service-file.ts";
import { followStream } from "#stand-ins/aws/stream.ts";

const access = engineAccess(inject("engineUrl"));
const client = new DynamoDBClient(access);
const streams = new DynamoDBStreamsClient(access);
afterAll(() => {
  client.destroy();
  streams.destroy();
});

let table: string;
let end: AbortController;
let following: Promise<unknown>;
let positions: Map<string, string>;
beforeEach(async () => {
  table = `stream-${crypto.randomUUID()}`;
  end = new AbortController();
  positions = new Map();
  await createTable(client, table);
});
afterEach(async () => {
  end.abort();
  await following;
});

const nothing = async () => {};

/** Follows the table's stream as serverless.yml says. */
async function follow(
  invoke: (batch: StreamRecord[]) => Promise<Handled>,
  from = streams,
  written?: Bell,
): Promise<void> {
  const { event } = (await readEventSources()).dispatch;
  const { signal } = end;
  const to = { invoke, giveUp: nothing, written, positions, signal };
  following = followStream({ client: from, table, event, ...to }).catch(nothing);
}

const put = (id: string, status: string, entity = "conversation") =>
  client.send(
    new PutItemCommand({
      TableName: table,
      Item: { pk: { S: id }, sk: { S: entity }, __edb_e__: { S: entity }, status: { S: status } },
    }),
  );
const remove = (id: string, entity = "conversation") =>
  client.send(new DeleteItemCommand({ TableName: table, Key: { pk: { S: id }, sk: { S: entity } } }));

const described = ({ eventName, dynamodb }: StreamRecord) =>
  `${String(eventName)} ${JSON.stringify(dynamodb["Keys"])}`;

describe("the stream, locally", () => {
  it("is read at once when something was written, without waiting for the next look", async () => {
    const bell = new Bell();
    let reads = 0;
    const answers: Record<string, () => object> = {
      ListStreamsCommand: () => ({ Streams: [{ StreamArn: "arn" }] }),
      DescribeStreamCommand: () => ({ StreamDescription: { Shards: [{ ShardId: "1" }] } }),
      GetShardIteratorCommand: () => ({ ShardIterator: "here" }),
      GetRecordsCommand: () => ({ Records: [], NextShardIterator: `read ${(reads += 1)}` }),
    };
    const send = async ({ constructor }: object) => answers[constructor.name]?.();
    await follow(async () => ({ done: 0 }), { send } as unknown as DynamoDBStreamsClient, bell);
    await vi.waitFor(() => expect(reads).toBe(1));
    for (let ring = 1; ring <= 50; ring += 1) {
      bell.ring();
      await new Promise(setImmediate);
      expect(reads).toBeGreaterThan(ring);
    }
  });

  it("goes on behind the last record that was handled when it is followed again", async () => {
    const seen: string[] = [];
    const invoke = async (batch: StreamRecord[]) => {
      seen.push(...batch.map(described));
      return { done: batch.length };
    };
    await put("a", "drafting");
    await follow(invoke);
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    end.abort();
    await following;
    await put("b", "drafting");
    end = new AbortController();
    await follow(invoke);
    await vi.waitFor(() => expect(seen.at(-1)).toContain('"b"'));
    expect(seen).toHaveLength(2);
  });

  it("brings a conversation's events in order, also those before it was followed, and nothing else", async () => {
    const got: StreamRecord[] = [];
    await put("1", "drafting");
    await put("1", "previewed");
    await follow(async (batch) => {
      got.push(...batch);
      return { done: batch.length };
    });
    await put("1", "confirmed");
    await put("1", "published", "record");
    await remove("1", "record");
    await remove("1");
    await vi.waitFor(() => expect(got).toHaveLength(3), { timeout: 10_000 });
    expect(got.map(({ eventName }) => eventName)).toEqual(["INSERT", "MODIFY", "REMOVE"]);
  });

  it("brings events in the shape that Lambda gives them", async () => {
    const got: StreamRecord[] = [];
    await follow(async (batch) => {
      got.push(...batch);
      return { done: batch.length };
    });
    await put("1", "drafting");
    await vi.waitFor(() => expect(got).toHaveLength(1), { timeout: 10_000 });
    expect(got[0]).toMatchObject({
      eventSource: "aws:dynamodb",
      eventSourceARN: expect.stringContaining(table),
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Number),
        NewImage: { status: { S: "drafting" } },
        SequenceNumber: expect.any(String),
      },
    });
  });

  it("brings what failed again, and what came after it, without a loss", async () => {
    const calls: string[][] = [];
    await Promise.all(["1", "2", "3"].map((id) => put(id, "drafting")));
    await follow(async (batch) => {
      calls.push(batch.map(described));
      return { done: calls.length === 1 ? 1 : batch.length };
    });
    await vi.waitFor(() => expect(new Set(calls.slice(1).flat()).size).toBe(2), { timeout: 10_000 });
    expect(new Set(calls.flat()).size).toBe(3);
    expect(calls.slice(1).flat()).not.toContain(calls[0]?.[0]);
  });

  it("goes on behind the last event when its iterator has expired", async () => {
    const got: StreamRecord[] = [];
    let expired = false;
    const expiring = new DynamoDBStreamsClient(access);
    expiring.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName !== "GetRecordsCommand" || got.length === 0 || expired) return next(args);
          expired = true;
          throw new Error("ExpiredIteratorException");
        },
      { step: "initialize" },
    );
    await put("1", "drafting");
    await follow(async (batch) => {
      got.push(...batch);
      return { done: batch.length };
    }, expiring);
    await vi.waitFor(() => expect(expired).toBe(true), { timeout: 10_000 });
    await put("2", "drafting");
    await vi.waitFor(() => expect(got.map(described)).toContainEqual(expect.stringContaining('"2"')), {
      timeout: 10_000,
    });
    expect(got).toHaveLength(2);
    expiring.destroy();
  });
});
