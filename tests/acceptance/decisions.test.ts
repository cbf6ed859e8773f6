import { InteractionResponseType } from "discord-api-types/v10";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Message } from "#stand-ins/discord/messages.ts";
import type { Answer } from "#tests/support/answer.ts";
import { ANN, BOB, MANAGE_SERVER } from "#tests/support/people.ts";
import { buttonsOf, customIdOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const { DeferredMessageUpdate } = InteractionResponseType;
const COMMAND = 'section:footer text:"All rights reserved"';

let system: TestSystem;
let id: string;
let message: Message;
beforeAll(async () => {
  system = await startSystem();
});
beforeEach(async () => {
  ({ id, message } = await system.preview(ANN, { command: COMMAND }));
});
afterAll(() => system.stop());

const commits = async () =>
  (await system.site.git("rev-list", "--branches", "--not", "main", `--grep=${id}`))
    .trim()
    .split("\n")
    .filter(Boolean);

const others = [
  ["somebody else", {}],
  ["somebody who manages the server", MANAGE_SERVER],
] as const;

const expectRefused = (answer: Answer, words: string) => {
  expect(answer.words).toContain(words);
  expect(answer.ephemeral, "only the person who acted sees it").toBe(true);
};

describe("confirm", () => {
  test("twenty times at once makes one commit, and only the first answer touches the message", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => system.press(ANN, message, "Confirm")),
    );
    const [first, ...further] = answers.toSorted((one, other) => other.reply.type - one.reply.type);
    expect(first?.words).toBe("⏳ Publishing…");
    expect(new Set(further.map(({ reply }) => reply.type))).toEqual(new Set([DeferredMessageUpdate]));
    await system.deliver();
    expect(await commits()).toHaveLength(1);
    const { history } = (await system.table.item(id)) as { history: { event: string }[] };
    expect(history.map(({ event }) => event)).toEqual(["start", "drafted", "confirm", "published"]);
  });

  test("a second time cannot undo what the message says by the time its answer arrives", async () => {
    await system.press(ANN, message, "Confirm");
    const late = system.bodies.press(ANN, message, customIdOf(message, "Confirm"));
    const body = JSON.stringify(late);
    const answer = await system.post({ body, headers: system.sign(body) });
    await system.deliver();
    system.discord.standIn.responded(body, answer.body ?? "", system.time);
    expect(system.message.content).toContain("Published");
    expect(buttonsOf(system.message)).toEqual(["Withdraw", "Undo"]);
  });

  test.each(others)("by %s is refused and changes nothing", async (_, member) => {
    const before = await system.table.item(id);
    expectRefused(await system.press(BOB, message, "Confirm", member), "only the person who asked");
    expect(await system.table.item(id)).toEqual(before);
  });

  test("after it was published answers with where it is", async () => {
    await system.press(ANN, message, "Confirm");
    await system.deliver();
    expectRefused(
      await system.press(ANN, message, "Confirm"),
      `already published on branch \`ux-update/footer-${id}\``,
    );
    expect(await commits()).toHaveLength(1);
  });

  test("after cancel says that it was cancelled", async () => {
    await system.press(ANN, message, "Cancel");
    await system.deliver();
    expectRefused(await system.press(ANN, message, "Confirm"), "was cancelled");
    await system.deliver();
    expect(await commits()).toEqual([]);
  });

  test("right after cancel, before anything is archived, finds no conversation", async () => {
    await system.press(ANN, message, "Cancel");
    expectRefused(await system.press(ANN, message, "Confirm"), "Conversation not found or expired");
  });

  test("of an item whose hour has passed but which is still in the table is refused, to the second", async () => {
    system.time = ((await system.table.item(id))?.["ttl"] as number) * 1000;
    const late = await system.press(ANN, message, "Confirm");
    expect(late.reply.type, "the message itself changes").toBe(7);
    expect(late.words).toContain("Expired");
    expect(await system.table.item(id)).toMatchObject({ status: "previewed" });
    expect(buttonsOf(system.message)).toEqual([]);
    await system.deliver();
    expect(await commits()).toEqual([]);
  });

  test("a second before its hour has passed is accepted", async () => {
    system.time = ((await system.table.item(id))?.["ttl"] as number) * 1000 - 1000;
    expect((await system.press(ANN, message, "Confirm")).words).toContain("Publishing");
  });

  test("cannot expire before it is published", async () => {
    await system.press(ANN, message, "Confirm");
    expect((await system.table.item(id))?.["ttl"]).toBeGreaterThanOrEqual(
      Math.floor(system.time / 1000) + 24 * 3600,
    );
  });

  test("of an older preview says that it was replaced", async () => {
    const modal = await system.press(ANN, message, "Edit");
    await system.submit(ANN, modal, message, { Command: 'section:footer text:"Newer"' });
    await system.deliver();
    expectRefused(await system.press(ANN, message, "Confirm"), "replaced by a newer preview");
    expect((await system.press(ANN, system.message, "Confirm")).words).toContain("Publishing");
  });
});

describe("cancel", () => {
  test.each(others)("by %s is refused and changes nothing", async (_, member) => {
    const before = await system.table.item(id);
    expectRefused(await system.press(BOB, message, "Cancel", member), "only the person who asked");
    expect(await system.table.item(id)).toEqual(before);
  });

  test("after confirm says that it is being published", async () => {
    await system.press(ANN, message, "Confirm");
    expectRefused(await system.press(ANN, message, "Cancel"), "being published right now");
  });

  test("after it was published answers with where it is", async () => {
    await system.press(ANN, message, "Confirm");
    await system.deliver();
    expectRefused(await system.press(ANN, message, "Cancel"), "already published");
  });

  test("twice is answered the same", async () => {
    const first = await system.press(ANN, message, "Cancel");
    await system.deliver();
    const second = await system.press(ANN, message, "Cancel");
    expect(second.reply).toEqual(first.reply);
  });

  test("leaves a record and turns the message into its cancelled form", async () => {
    await system.press(ANN, message, "Cancel");
    await system.deliver();
    expect(await system.table.item(id)).toMatchObject({
      outcome: "cancelled",
      user_id: ANN.id,
      section: "footer",
    });
    expect(system.message.content).toContain("Cancelled");
    expect(buttonsOf(system.message)).toEqual([]);
  });
});

describe("a redelivered interaction", () => {
  test("of every kind is answered like the first and has no second effect", async () => {
    const bodies = [
      system.bodies.slash(ANN, { command: COMMAND }),
      system.bodies.slash(ANN, { description: "make the header darker" }),
      system.bodies.press(ANN, message, customIdOf(message, "Edit")),
      system.bodies.press(ANN, message, customIdOf(message, "Confirm")),
    ];
    for (const body of bodies) {
      const first = await system.send(body);
      const stored = await system.table.item(String(body["id"]));
      const again = await system.send(body);
      expect(again.reply).toEqual(first.reply);
      expect(await system.table.item(String(body["id"]))).toEqual(stored);
    }
    await system.deliver();
    expect(await commits()).toHaveLength(1);
  });

  test("of a start stays without effect after the conversation was cancelled", async () => {
    const body = system.bodies.slash(ANN, { command: COMMAND });
    await system.send(body);
    await system.deliver();
    await system.press(ANN, system.message, "Cancel");
    await system.deliver();
    expectRefused(await system.send(body), "received before");
    expect(await system.table.item(String(body["id"]))).toMatchObject({ outcome: "cancelled" });
  });
});
