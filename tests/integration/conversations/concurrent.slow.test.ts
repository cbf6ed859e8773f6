import type { SQSRecord } from "aws-lambda";
import { InteractionResponseType } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHandler } from "#functions/execution.ts";
import type { StreamRecord } from "#stand-ins/aws/deliver.ts";
import type { Message } from "#stand-ins/discord/messages.ts";
import { type ExecutionApp, createExecutionApp } from "#src/execution/execution-app.ts";
import type { Answer } from "#tests/support/answer.ts";
import { ANN, BOB } from "#tests/support/people.ts";
import { buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const HEADER = "src/components/Header.jsx";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

let texts = 0;
const preview = () => system.preview(ANN, { command: `section:header text:"Text ${(texts += 1)}"` });

const branchesOf = async (id: string): Promise<string[]> =>
  lines(await system.site.git("branch", "--list", "--format=%(refname:short)", `ux-update/*-${id}`));

const commitsOf = async (id: string): Promise<string[]> =>
  lines(await system.site.git("rev-list", "--all", "--not", "main", `--grep=${id}`));

const lines = (text: string): string[] => text.split("\n").filter(Boolean);

const eventsOf = async (id: string): Promise<string[]> => {
  const item = await system.table.item(id);
  const { history } = item as { history: { event: string }[] };
  return history.map(({ event }) => event);
};

const times = <T>(count: number, make: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, make));

/** Both at once; in every second round the other one comes first. */
async function race<A, B>(round: number, one: () => Promise<A>, other: () => Promise<B>): Promise<[A, B]> {
  if (round % 2 === 0) return Promise.all([one(), other()]);
  const [b, a] = await Promise.all([other(), one()]);
  return [a, b];
}

/** All but the first are taken without a word, and leave the message to the first. */
const isTaken = ({ reply }: Answer): boolean => reply.type === InteractionResponseType.DeferredMessageUpdate;
const saysSomething = (answer: Answer): boolean => !isTaken(answer);

const wordsOf = (answers: Answer[]): string[] => [...new Set(answers.map(({ words }) => words))];

describe("fifty clicks at once", () => {
  test("of Confirm publish once, and each is answered truthfully", async () => {
    const { id, message } = await preview();
    const [own, others] = await Promise.all([
      times(40, () => system.press(ANN, message, "Confirm")),
      times(10, () => system.press(BOB, message, "Confirm")),
    ]);
    expect(own.filter(isTaken)).toHaveLength(39);
    expect(wordsOf(own.filter(saysSomething))).toEqual(["⏳ Publishing…"]);
    expect(wordsOf(others)).toEqual([expect.stringContaining("only the person who asked")]);
    await system.deliver();
    expect(system.message.content).toContain("Published");
    expect(await commitsOf(id)).toHaveLength(1);
    expect(await eventsOf(id)).toEqual(["start", "drafted", "confirm", "published"]);
  });

  test.each([1, 2, 3, 4])("of Confirm and Cancel end in one of both, round %i", async (round) => {
    const { id, message } = await preview();
    const [confirms, cancels] = await race(
      round,
      () => times(20, () => system.press(ANN, message, "Confirm")),
      () => times(20, () => system.press(ANN, message, "Cancel")),
    );
    const isConfirmed = (await system.table.item(id))?.["status"] === "confirmed";
    await system.deliver();
    expect(await commitsOf(id)).toHaveLength(isConfirmed ? 1 : 0);
    if (isConfirmed) {
      expect(confirms.filter(isTaken)).toHaveLength(19);
      expect(wordsOf(confirms.filter(saysSomething))).toEqual(["⏳ Publishing…"]);
      expect(wordsOf(cancels)).toEqual([expect.stringContaining("being published right now")]);
    } else {
      expect(wordsOf(confirms)).toEqual([expect.stringContaining("not found or expired")]);
      expect(wordsOf(cancels)).toContain("❌ Cancelled. Nothing was changed.");
      expect(system.message.content).toContain("Cancelled");
    }
  });

  test.each([1, 2, 3, 4])(
    "of Confirm and Edit publish what was looked at or nothing yet, round %i",
    async (round) => {
      const { id, message } = await preview();
      const modal = await system.press(ANN, message, "Edit");
      const edit = () =>
        system.submit(ANN, modal, message, { Command: `section:header text:"Edited ${texts}"` });
      const [confirms, edits] = await race(
        round,
        () => times(10, () => system.press(ANN, message, "Confirm")),
        () => times(10, edit),
      );
      const { status } = (await system.table.item(id)) as { status: string };
      await system.deliver();
      const [commit] = await commitsOf(id);
      if (status === "confirmed") {
        expect(wordsOf(confirms.filter(saysSomething))).toEqual(["⏳ Publishing…"]);
        expect(wordsOf(edits)).toEqual([expect.stringContaining("being published right now")]);
        expect(await system.site.git("show", `${commit}:${HEADER}`)).toContain(`Text ${texts}`);
      } else {
        expect(wordsOf(confirms)).toEqual([expect.stringContaining("replaced by a newer preview")]);
        expect(edits.filter(({ words }) => words.includes("Preparing"))).toHaveLength(1);
        expect(commit).toBeUndefined();
      }
    },
  );
});

/** Another container of `execution`; `change` may put something else in the place of a part. */
function container(change: (app: ExecutionApp) => Partial<ExecutionApp> = () => ({})) {
  const app = createExecutionApp(system.functions.config, {
    client: system.table.client,
    now: () => system.now,
    metrics: system.functions.metrics,
    tell: () => {},
    backoff: { first: 1, factor: 1 },
    postpone: async () => true,
  });
  const handler = createHandler({ ports: () => ({ ...app, ...change(app) }), log: { error: () => {} } });
  return (messages: SQSRecord[]): Promise<string[]> => system.carryOut(messages, handler);
}

/** A confirmed change, with the stream's record of it that has not been handed over yet. */
async function confirmed(): Promise<{ id: string; shown: Message; records: StreamRecord[] }> {
  const { id, message: shown } = await preview();
  await system.press(ANN, shown, "Confirm");
  return { id, shown, records: await system.table.records() };
}

/** The same with the message that `dispatch` makes of the record. */
async function confirmedMessage(): Promise<{ id: string; messages: SQSRecord[] }> {
  const { id, records } = await confirmed();
  return { id, messages: (await system.dispatch(records)).messages };
}

async function expectPublishedOnce(id: string): Promise<void> {
  expect(await commitsOf(id)).toHaveLength(1);
  expect(await branchesOf(id)).toHaveLength(1);
  const events = await eventsOf(id);
  expect(events.filter((event) => event === "published")).toHaveLength(1);
  expect(system.message.content).toContain(`Published as branch \`ux-update/header-${id}\``);
}

describe("a message of the queue", () => {
  test("that four containers get at once has one effect", async () => {
    const { id, messages } = await confirmedMessage();
    const results = await Promise.all([1, 2, 3, 4].map(() => container()(messages)));
    expect(results.flat()).toEqual([]);
    await expectPublishedOnce(id);
  });

  test("that comes twice, at once or much later, has one effect", async () => {
    const { id, messages } = await confirmedMessage();
    await system.carryOut(messages);
    await system.carryOut(messages);
    system.passMinutes(50);
    expect(await system.carryOut(messages)).toEqual([]);
    await expectPublishedOnce(id);
  });

  test("that comes in a batch with a poisoned neighbour has one effect, and only the neighbour comes again", async () => {
    const { id, records } = await confirmed();
    const poison: StreamRecord = {
      eventName: "MODIFY",
      dynamodb: {
        SequenceNumber: "1",
        Keys: { pk: { S: "conversation#0" } },
        NewImage: { broken: { X: "?" } },
      },
    };
    expect(await system.execute([poison, ...records])).toEqual(["1"]);
    await expectPublishedOnce(id);
    expect(await system.execute([poison, ...records])).toEqual(["1"]);
    await expectPublishedOnce(id);
  });

  test("that fails comes again with those that follow in its conversation, whatever the first has done", async () => {
    const { id, message: shown } = await preview();
    const modal = await system.press(ANN, shown, "Edit");
    await system.submit(ANN, modal, shown, { Command: `section:header text:"Text ${(texts += 1)}"` });
    const edited = await system.table.records();
    await system.execute(edited);
    await system.press(ANN, system.message, "Confirm");
    const both = [...edited, ...(await system.table.records())];
    system.discord.intercept = () => ({ status: 503 });
    const { messages } = await system.dispatch(both);
    expect(messages).toHaveLength(2);
    expect(await system.carryOut(messages)).toEqual(messages.map(({ messageId }) => messageId));
    system.discord.intercept = null;
    expect(await system.carryOut(messages)).toEqual([]);
    await expectPublishedOnce(id);
  });

  test("whose process ended after publishing and before writing it down has one effect", async () => {
    const { id, messages } = await confirmedMessage();
    const crashing = container(({ conversations }) => ({
      conversations: { ...conversations, apply: () => Promise.reject(new Error("The process ended")) },
    }));
    expect(await crashing(messages)).toHaveLength(1);
    expect(await branchesOf(id)).toHaveLength(1);
    expect(await eventsOf(id)).not.toContain("published");
    await container()(messages);
    await expectPublishedOnce(id);
  });

  test("whose process ended after writing it down and before the message was edited is shown by the next try", async () => {
    const { id, messages } = await confirmedMessage();
    const crashing = container(({ board }) => ({
      board: { ...board, show: () => new Promise<never>(() => {}) },
    }));
    void crashing(messages);
    await expect.poll(() => eventsOf(id)).toContain("published");
    expect(system.message.content).toContain("Publishing");
    await container()(messages);
    await expectPublishedOnce(id);
  });
});

/** The page is changed while a confirmation waits, and changed back after that was answered. */
async function changedAndBack(): Promise<{ id: string; messages: SQSRecord[] }> {
  const { id, messages } = await confirmedMessage();
  const before = await system.site.git("show", `main:${HEADER}`);
  await changeTitle();
  await system.carryOut(messages);
  await system.site.change(HEADER, () => before);
  expect(system.message.content).toContain("The page has changed since you confirmed");
  return { id, messages };
}

const changeTitle = () =>
  system.site.change(HEADER, (page) => page.replace(/(className="header-title"[^>]*>)[^<]*/, "$1Theirs"));

describe("a confirmation that was answered with “the page has changed”", () => {
  test("publishes nothing when it comes again after the page was changed back", async () => {
    const { id, messages } = await changedAndBack();
    expect(await system.carryOut(messages)).toEqual([]);
    expect(await branchesOf(id)).toEqual([]);
    expect(await system.table.item(id)).toMatchObject({ status: "previewed", revision: 2 });
    expect(system.message.content).toContain("Please look again");
  });

  test("has what another worker published at the same moment taken back", async () => {
    const { id, messages } = await confirmedMessage();
    const before = await system.site.git("show", `main:${HEADER}`);
    const read = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const slow = container(({ conversations }) => ({
      conversations: {
        ...conversations,
        find: async (conversationId) => {
          const found = await conversations.find(conversationId);
          read.resolve();
          await goOn.promise;
          return found;
        },
      },
    }));
    const slower = slow(messages);
    await read.promise;
    await changeTitle();
    await system.carryOut(messages);
    await system.site.change(HEADER, () => before);
    goOn.resolve();
    expect(await slower).toEqual([]);
    expect(await branchesOf(id)).toEqual([]);
    expect(await system.table.item(id)).toMatchObject({ status: "previewed", revision: 2 });
    await system.press(ANN, system.message, "Confirm");
    await system.deliver();
    expect(system.message.content).toContain("was withdrawn; please ask for it again with `/ux-update`");
    expect(buttonsOf(system.message), "trying again would not help").toEqual([]);
    expect(await branchesOf(id)).toEqual([]);
  });

  test("can be confirmed again, and then publishes what the newest preview shows", async () => {
    const { id } = await changedAndBack();
    await system.press(ANN, system.message, "Confirm");
    await system.deliver();
    expect(system.message.content, "the page has changed once more").toContain("Please look again");
    await system.press(ANN, system.message, "Confirm");
    await system.deliver();
    await expectPublishedOnce(id);
    expect(await system.site.git("show", `ux-update/header-${id}:${HEADER}`)).toContain(`Text ${texts}`);
  });
});
