import { expect, test } from "vitest";
import { type DispatchPorts, dispatch } from "#src/execution/dispatch.ts";
import { groupOf, readTask } from "#src/execution/task.ts";
import { FifoQueue } from "#stand-ins/aws/fifo-queue.ts";
import { type QueueRecord, workQueue } from "#stand-ins/aws/work-queue.ts";
import { conversationIn } from "#tests/support/conversations/example.ts";
import { SimulatedClock } from "#tests/support/simulated-clock.ts";

const HOUR = 3_600_000;
/** One conversation in a hundred is of a server whose repository takes 20 seconds a call, twice. */
const isSlow = (id: number): boolean => id % 100 === 7;
const WORK = 1200;
const SLOW_WORK = 40_000;
/** People look at a preview for so long. */
const LOOKING = 30_000;

/** How long tasks of the other servers wait before they are worked on, sorted, in milliseconds. */
async function waitsInABusyHour(conversations: number, maximumConcurrency: number): Promise<number[]> {
  const clock = new SimulatedClock();
  const queue = new FifoQueue({ now: clock.now, visibilityTimeout: 120_000 });
  const end = new AbortController();
  const waits: number[] = [];
  const ports: DispatchPorts = {
    conversations: {
      parse: (item) => ({ conversation: item as never }),
      archive: async (record) => record,
    },
    farewells: { keep: async () => false },
    sites: { wantedIn: () => null, find: async () => null },
    queue: {
      send: async (task, deduplicationId) =>
        void queue.send({ body: JSON.stringify(task), group: groupOf(task), deduplicationId }),
    },
    board: { showByToken: async () => true },
    recordRetentionDays: 90,
    metrics: { count: () => {} },
  };
  const write = (id: number, phase: "drafting" | "confirmed") =>
    dispatch(ports, {
      id: `${id}-${phase}`,
      item: { ...conversationIn(phase, { conversation_id: String(id) }) },
      removedBy: null,
      at: new Date(clock.time),
    });
  const execution = async (record: QueueRecord): Promise<void> => {
    const task = readTask(record.body);
    const id = "conversation_id" in task ? Number(task.conversation_id) : 0;
    if (!isSlow(id)) waits.push(clock.time - Number(record.attributes["SentTimestamp"]));
    await clock.pause(isSlow(id) ? SLOW_WORK : WORK);
    if (task.status === "drafting") void clock.pause(LOOKING).then(() => write(id, "confirmed"));
  };
  const working = workQueue({
    queue,
    batchSize: 1,
    maximumConcurrency,
    invoke: async (records) => {
      await Promise.all(records.map(execution));
      return { failed: new Set() };
    },
    pause: clock.pause,
    signal: end.signal,
  });
  const random = randomNumbers(20261125);
  for (let id = 0; id < conversations; id += 1)
    void clock.pause(random() * HOUR).then(() => write(id, "drafting"));
  await clock.runUntil(HOUR + 300_000);
  end.abort();
  await working;
  return waits.toSorted((one, other) => one - other);
}

/** Always the same ones, so that the test finds the same each time (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const percentile = (sorted: number[], part: number): number =>
  Math.round(sorted[Math.floor(sorted.length * part)] ?? Infinity);

test.each([
  [10_000, 100, 2000],
  [10_000, 20, 2000],
  // What serverless.yml says, for an account that AWS has just made.
  [2000, 5, 2000],
  [3000, 5, 2000],
])(
  "%i conversations an hour, one in a hundred at 20 s a call: %i at once let the others wait at most %i ms at p99",
  async (conversations, atOnce, most) => {
    const waits = await waitsInABusyHour(conversations, atOnce);
    expect(waits).toHaveLength(2 * conversations * 0.99);
    const [p50, p99, last] = [percentile(waits, 0.5), percentile(waits, 0.99), percentile(waits, 1 - 1e-9)];
    // oxlint-disable-next-line no-console -- the numbers are what the test is made for
    console.info(
      `${conversations} an hour, ${atOnce} at once: p50 ${p50} ms, p99 ${p99} ms, longest ${last} ms`,
    );
    expect(p99).toBeLessThanOrEqual(most);
  },
);
