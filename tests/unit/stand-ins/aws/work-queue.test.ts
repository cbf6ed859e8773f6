import { expect, test, vi } from "vitest";
import { FifoQueue } from "#stand-ins/aws/fifo-queue.ts";
import { pause } from "#stand-ins/aws/stream.ts";
import { type QueueRecord, type Worked, workQueue } from "#stand-ins/aws/work-queue.ts";

const SETTINGS = { batchSize: 1, maximumConcurrency: 3, pause };
const done: Worked = { failed: new Set() };

/** Works a queue with a function while something is done with it. */
async function working(
  invoke: (record: QueueRecord) => Promise<Worked>,
  play: (queue: FifoQueue) => Promise<unknown>,
): Promise<void> {
  const queue = new FifoQueue({ now: Date.now, visibilityTimeout: 200 });
  const end = new AbortController();
  const worked = workQueue({
    ...SETTINGS,
    queue,
    invoke: async ([record]) => (record ? invoke(record) : done),
    signal: end.signal,
  });
  await play(queue);
  end.abort();
  await worked;
}

const send = (queue: FifoQueue, body: string, group: string) =>
  queue.send({ body, group, deduplicationId: `${group}-${body}-${crypto.randomUUID()}` });

test("a slow group does not hold up the others", async () => {
  const came: string[] = [];
  const slow = Promise.withResolvers<Worked>();
  await working(
    ({ body }) => {
      came.push(body);
      return body === "slow" ? slow.promise : Promise.resolve(done);
    },
    async (queue) => {
      send(queue, "slow", "a");
      for (const group of ["b", "c", "d"]) send(queue, group, group);
      await vi.waitFor(() => expect(came).toEqual(["slow", "b", "c", "d"]));
      slow.resolve(done);
    },
  );
});

test("no more batches are worked on at once than may be", async () => {
  let now = 0;
  let most = 0;
  let count = 0;
  await working(
    async () => {
      most = Math.max(most, (now += 1));
      await pause(10, new AbortController().signal);
      now -= 1;
      count += 1;
      return done;
    },
    async (queue) => {
      for (let at = 0; at < 12; at += 1) send(queue, "x", `group-${at}`);
      await vi.waitFor(() => expect(count).toBe(12), { timeout: 5000 });
    },
  );
  expect(most).toBe(SETTINGS.maximumConcurrency);
});

test("what failed comes again when it is visible again, and what follows in its group waits", async () => {
  const came: string[] = [];
  await working(
    async ({ body, messageId }) => {
      came.push(body);
      return { failed: new Set(came.length === 1 ? [messageId] : []) };
    },
    async (queue) => {
      send(queue, "first", "a");
      send(queue, "second", "a");
      await vi.waitFor(() => expect(came).toHaveLength(3), { timeout: 5000 });
    },
  );
  expect(came).toEqual(["first", "first", "second"]);
});

test("what a killed function had begun comes again when it may have started again, not thirty times before", async () => {
  const times: number[] = [];
  await working(
    async () => {
      times.push(Date.now());
      return times.length === 1 ? "ended" : done;
    },
    async (queue) => {
      send(queue, "x", "a");
      await vi.waitFor(() => expect(times).toHaveLength(2), { timeout: 5000 });
    },
  );
  const between = (times[1] ?? Infinity) - (times[0] ?? 0);
  expect(between).toBeGreaterThan(1000);
  expect(between).toBeLessThan(10_000);
});
