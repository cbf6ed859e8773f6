import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { groupOf } from "#src/execution/task.ts";
import { FifoQueue } from "#stand-ins/aws/fifo-queue.ts";
import { pause } from "#stand-ins/aws/stream.ts";
import { workQueue } from "#stand-ins/aws/work-queue.ts";
import { ANN } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

/** How long a person who has nothing to do with the trouble may wait, in milliseconds. */
const BYSTANDER = 2000;
const BYSTANDERS = 6;

let system: TestSystem;
let end: AbortController;
let working: Promise<void>;
let queue: FifoQueue;
beforeAll(async () => {
  system = await startSystem({
    DISCORD_BOT_TOKEN: "bot-token",
    PERSON_OPEN_LIMIT: "1000",
    PERSON_HOURLY_LIMIT: "1000",
    SERVER_OPEN_LIMIT: "1000",
    SERVER_HOURLY_LIMIT: "1000",
  });
});
afterAll(() => system.stop());

beforeEach(() => {
  end = new AbortController();
  queue = new FifoQueue({ now: Date.now, visibilityTimeout: 120_000 });
  const execution = system.functions.execution({
    ...system.app,
    postpone: async (receipt, seconds) => {
      queue.changeVisibility(receipt, seconds * 1000);
      return true;
    },
  });
  working = workQueue({
    queue,
    batchSize: 1,
    maximumConcurrency: 5,
    invoke: async (records) => ({
      failed: new Set(await system.carryOut(records as never, execution)),
    }),
    pause,
    signal: end.signal,
  });
});
afterEach(async () => {
  system.discord.intercept = null;
  end.abort();
  await working;
});

/** Sends everything that the stream has told since into the queue. */
async function route(): Promise<void> {
  const { messages } = await system.dispatch(await system.table.records());
  for (const { body, messageId: deduplicationId } of messages)
    queue.send({ body, group: groupOf(JSON.parse(body)), deduplicationId });
}

let texts = 0;
const nextText = () => `Neighbour ${(texts += 1)}`;

/** A person asks for a change; resolves with the milliseconds until its preview is in the channel. */
async function askAndSee(): Promise<number> {
  const from = Date.now();
  const text = nextText();
  await system.slash(ANN, { command: `section:header text:"${text}"` });
  await route();
  await expect.poll(() => channel().some((message) => message.includes(text)), { interval: 20 }).toBe(true);
  return Date.now() - from;
}

const channel = (): string[] =>
  system.discord.standIn.channel.messages().map((message) => JSON.stringify(message));
const contentOf = (messageId: string): string | undefined =>
  system.discord.standIn.channel.messages().find(({ id }) => id === messageId)?.content;

type Fault = NonNullable<TestSystem["discord"]["intercept"]>;

/** For the first seconds after it is made; then Discord is well again. */
const lasting = (seconds: number, fault: Fault): Fault => {
  const until = Date.now() + seconds * 1000;
  return (method, path) => (Date.now() < until ? fault(method, path) : null);
};

const faults: Record<string, () => Fault> = {
  "10 s slow": () => lasting(9, () => setTimeout(10_000, null)),
  "limited for 6 s": () => lasting(6, () => ({ status: 429, headers: { "retry-after": "6" } })),
  "answering 500 for 5 s": () => lasting(5, () => ({ status: 500 })),
  "resetting for 5 s": () => lasting(5, () => "reset"),
  "resetting for 5 s after it has done what was asked": () => lasting(5, () => "applied-then-reset"),
  "answering 404 for good": () => () => ({ status: 404, body: { code: 10_015 } }),
  "answering 401 for good": () => () => ({ status: 401, body: { code: 50_027 } }),
};

describe("while Discord has trouble with one person's token", () => {
  test.each(Object.keys(faults))(
    "%s, the others see their previews in 2 s, and its message is true in the end",
    async (name) => {
      const { id, message } = await system.preview(ANN, { command: `section:header text:"${nextText()}"` });
      await system.press(ANN, message, "Confirm");
      const token = String((await system.table.item(id))?.["reply_token"]);
      const fault = faults[name]?.();
      system.discord.intercept = (method, path) =>
        path.includes(token) ? (fault?.(method, path) ?? null) : null;
      await route();
      await expect.poll(() => system.discord.requests.some((request) => request.includes(token))).toBe(true);
      const waits: number[] = [];
      for (let one = 0; one < BYSTANDERS; one += 1) waits.push(await askAndSee());
      // oxlint-disable-next-line no-console -- the numbers are what the test is made for
      console.info(`${name}: the others waited ${waits.join(", ")} ms`);
      expect(Math.max(...waits)).toBeLessThanOrEqual(BYSTANDER);
      await expect.poll(() => contentOf(message.id), { timeout: 40_000 }).toContain("Published");
    },
  );
});
