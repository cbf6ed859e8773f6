import { setTimeout } from "node:timers/promises";
import { type ExpectStatic, describe, test } from "vitest";
import { groupOf } from "#src/execution/task.ts";
import { FifoQueue } from "#stand-ins/aws/fifo-queue.ts";
import { pause } from "#stand-ins/aws/stream.ts";
import { workQueue } from "#stand-ins/aws/work-queue.ts";
import { ANN } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

/** What trouble may make the task of a person wait who has nothing to do with it, in milliseconds. */
const BYSTANDER = 2000;
const BYSTANDERS = 10;
/** They come one after the other, so that the last comes when the longest trouble is over, in milliseconds. */
const BETWEEN = 2500;

/** A system whose queue is worked off as a deployment with the default concurrency works it off, until it is stopped. */
async function startWorking() {
  const system = await startSystem({ DISCORD_BOT_TOKEN: "bot-token" });
  const end = new AbortController();
  const queue = new FifoQueue({ now: Date.now, visibilityTimeout: 120_000 });
  const execution = system.functions.execution({
    ...system.app,
    postpone: async (receipt, seconds) => {
      queue.changeVisibility(receipt, seconds * 1000);
      return true;
    },
  });
  /** How long the last task of each conversation waited for a worker, in milliseconds: a busy machine adds nothing to it. */
  const waited = new Map<string, number>();
  const working = workQueue({
    queue,
    batchSize: 1,
    maximumConcurrency: 5,
    invoke: async (records) => {
      for (const { attributes } of records)
        if (attributes["ApproximateReceiveCount"] === "1")
          waited.set(attributes["MessageGroupId"] ?? "", Date.now() - Number(attributes["SentTimestamp"]));
      return { failed: new Set(await system.carryOut(records as never, execution)) };
    },
    pause,
    signal: end.signal,
  });
  const stop = async () => {
    system.discord.intercept = null;
    end.abort();
    await working;
    await system.stop();
  };
  return { system, queue, stop, waited };
}

type Working = Awaited<ReturnType<typeof startWorking>>;

/** Sends everything that the stream has told since into the queue. */
async function route({ system, queue }: Working): Promise<void> {
  const { messages } = await system.dispatch(await system.table.records());
  for (const { body, messageId: deduplicationId } of messages)
    queue.send({ body, group: groupOf(JSON.parse(body)), deduplicationId });
}

/** A person asks for a change; resolves, once its preview is in the channel, with how long its task waited for a worker. */
async function askAndSee(expect: ExpectStatic, working: Working, text: string): Promise<number> {
  const { system, waited } = working;
  const { id } = await system.slash(ANN, { command: `section:header text:"${text}"` });
  await route(working);
  const shown = () =>
    system.discord.standIn.channel.messages().some((one) => JSON.stringify(one).includes(text));
  await expect.poll(shown, { interval: 50 }).toBe(true);
  return waited.get(id) ?? Infinity;
}

const contentOf = ({ discord }: TestSystem, messageId: string): string | undefined =>
  discord.standIn.channel.messages().find(({ id }) => id === messageId)?.content;

type Fault = NonNullable<TestSystem["discord"]["intercept"]>;

/** For the first seconds after it is made; then Discord is well again. */
const lasting = (seconds: number, fault: Fault): Fault => {
  const until = Date.now() + seconds * 1000;
  return (method, path) => (Date.now() < until ? fault(method, path) : null);
};

const faults: Record<string, () => Fault> = {
  "10 s slow": () => lasting(25, () => setTimeout(10_000, null)),
  "limited for 25 s": () => {
    const until = Date.now() + 25_000;
    const left = () => String(Math.ceil((until - Date.now()) / 1000));
    return lasting(25, () => ({ status: 429, headers: { "retry-after": left() } }));
  },
  "answering 500 for 15 s": () => lasting(15, () => ({ status: 500 })),
  "resetting for 15 s": () => lasting(15, () => "reset"),
  "resetting for 15 s after it has done what was asked": () => lasting(15, () => "applied-then-reset"),
  "answering 404 for good": () => () => ({ status: 404, body: { code: 10_015 } }),
  "answering 401 for good": () => () => ({ status: 401, body: { code: 50_027 } }),
};

// Side by side, each in a system of its own: they mostly wait.
describe.concurrent("while Discord has trouble with one person's token", () => {
  test.for(Object.keys(faults))(
    "%s, the others' tasks wait at most 2 s for a worker, and its message is true in the end",
    async (name, { expect }) => {
      const working = await startWorking();
      const { system } = working;
      try {
        const { id, message } = await system.preview(ANN, { command: 'section:header text:"Troubled"' });
        await system.press(ANN, message, "Confirm");
        const item = await system.table.item(id);
        const tokens = [item?.["reply_token"], item?.["click_token"]].map(String);
        const isTroubled = (path: string) => tokens.some((token) => path.includes(token));
        const fault = faults[name]?.();
        const begun = Date.now();
        system.discord.intercept = (method, path) =>
          isTroubled(path) ? (fault?.(method, path) ?? null) : null;
        await route(working);
        await expect.poll(() => system.discord.requests.some(isTroubled)).toBe(true);
        const waits: number[] = [];
        for (let one = 1; one <= BYSTANDERS; one += 1) {
          const text = `Neighbour ${one} of the one that is ${name}`;
          waits.push(await askAndSee(expect, working, text));
          await setTimeout(BETWEEN);
        }
        await expect.poll(() => contentOf(system, message.id), { timeout: 60_000 }).toContain("Published");
        const ended = Math.round((Date.now() - begun) / 1000);
        // oxlint-disable-next-line no-console -- the numbers are what the test is made for
        console.info(
          `${name}: the others' tasks waited ${waits.join(", ")} ms; true after ${ended} s at most`,
        );
        expect(Math.max(...waits)).toBeLessThanOrEqual(BYSTANDER);
      } finally {
        await working.stop();
      }
    },
  );
});
