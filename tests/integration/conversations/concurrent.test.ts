import type { Context, DynamoDBRecord } from "aws-lambda";
import { InteractionResponseType } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHandler } from "#functions/execution.ts";
import type { StreamRecord } from "#stand-ins/aws/delivery.ts";
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
  });
  const handler = createHandler({ app: () => ({ ...app, ...change(app) }), log: { error: () => {} } });
  return async (records: StreamRecord[]): Promise<string[]> => {
    const ApproximateCreationDateTime = Math.floor(system.time / 1000);
    const Records = records.map((record) => ({
      ...record,
      dynamodb: { ...record.dynamodb, ApproximateCreationDateTime },
    })) as DynamoDBRecord[];
    const { batchItemFailures } = await handler({ Records }, {} as Context);
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
}

/** A confirmed change, with the stream's record of it that nobody has been handed yet. */
async function confirmed(): Promise<{ id: string; shown: Message; records: StreamRecord[] }> {
  const { id, message: shown } = await preview();
  await system.press(ANN, shown, "Confirm");
  return { id, shown, records: await system.table.records() };
}

async function expectPublishedOnce(id: string): Promise<void> {
  expect(await commitsOf(id)).toHaveLength(1);
  expect(await branchesOf(id)).toHaveLength(1);
  const events = await eventsOf(id);
  expect(events.filter((event) => event === "published")).toHaveLength(1);
  expect(system.message.content).toContain(`Published as branch \`ux-update/header-${id}\``);
}

describe("a record of the stream", () => {
  test("that four containers get at once has one effect", async () => {
    const { id, records } = await confirmed();
    const results = await Promise.all([1, 2, 3, 4].map(() => container()(records)));
    expect(results.flat()).toEqual([]);
    await expectPublishedOnce(id);
  });

  test("that comes twice, at once or much later, has one effect", async () => {
    const { id, records } = await confirmed();
    await system.execute(records);
    await system.execute(records);
    expect(await system.executeLate(records, 50)).toEqual([]);
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

  test("that fails comes again without those of its conversation that were carried out before it", async () => {
    const { id, message: shown } = await preview();
    const modal = await system.press(ANN, shown, "Edit");
    await system.submit(ANN, modal, shown, { Command: `section:header text:"Text ${(texts += 1)}"` });
    const edited = await system.table.records();
    await system.execute(edited);
    await system.press(ANN, system.message, "Confirm");
    const both = [...edited, ...(await system.table.records())];
    system.discord.intercept = () => ({ status: 503 });
    expect(await system.execute(both)).toEqual([both.at(-1)?.dynamodb.SequenceNumber]);
    system.discord.intercept = null;
    expect(await system.execute(both)).toEqual([]);
    await expectPublishedOnce(id);
  });

  test("whose process ended after publishing and before writing it down has one effect", async () => {
    const { id, records } = await confirmed();
    const crashing = container(({ conversations }) => ({
      conversations: { ...conversations, apply: () => Promise.reject(new Error("The process ended")) },
    }));
    expect(await crashing(records)).toHaveLength(records.length);
    expect(await branchesOf(id)).toHaveLength(1);
    expect(await eventsOf(id)).not.toContain("published");
    await container()(records);
    await expectPublishedOnce(id);
  });

  test("whose process ended after writing it down and before the message was edited is shown by the next try", async () => {
    const { id, records } = await confirmed();
    const crashing = container(({ board }) => ({
      board: { ...board, show: () => new Promise<never>(() => {}) },
    }));
    void crashing(records);
    await expect.poll(() => eventsOf(id)).toContain("published");
    expect(system.message.content).toContain("Publishing");
    await container()(records);
    await expectPublishedOnce(id);
  });
});

/** The page as it was changed by somebody else in the meantime, and changed back. */
async function changedAndBack(): Promise<{ id: string; records: StreamRecord[] }> {
  const { id, records } = await confirmed();
  const before = await system.site.git("show", `main:${HEADER}`);
  await system.site.change(HEADER, (page) =>
    page.replace(/(className="header-title"[^>]*>)[^<]*/, "$1Theirs"),
  );
  await system.execute(records);
  await system.site.change(HEADER, () => before);
  expect(system.message.content).toContain("The page has changed since you confirmed");
  return { id, records };
}

describe("a confirmation that was answered with “the page has changed”", () => {
  test("publishes nothing when it comes again after the page was changed back", async () => {
    const { id, records } = await changedAndBack();
    expect(await system.executeLate(records, 1)).toEqual([]);
    expect(await branchesOf(id)).toEqual([]);
    expect(await system.table.item(id)).toMatchObject({ status: "previewed", revision: 2 });
    expect(system.message.content).toContain("Please look again");
  });

  test("has what it published taken back when it comes again in the same moment", async () => {
    const { id, records } = await changedAndBack();
    expect(await system.execute(records)).toEqual([]);
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
