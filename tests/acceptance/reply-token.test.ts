import { afterAll, beforeAll, expect, test } from "vitest";
import { AdminApi } from "#tests/support/admin-api.ts";
import { tokenOf } from "#tests/support/interaction-bodies.ts";
import { ANN } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const HEADER = { command: 'section:header text:"Hello"' };

let system: TestSystem;
let api: AdminApi;
beforeAll(async () => {
  system = await startSystem({ DISCORD_BOT_TOKEN: "bot-token" });
  api = new AdminApi(() => system.app);
});
afterAll(() => system.stop());

test("a reply token is removed by execution's next write after its 15 minutes", async () => {
  const { id } = await system.slash(ANN, HEADER);
  system.passMinutes(14);
  expect(await system.table.item(id)).toMatchObject({ reply_token: tokenOf(id) });
  system.passMinutes(2);
  await system.deliver();
  const item = await system.table.item(id);
  expect(item).toMatchObject({ status: "previewed" });
  expect(item).not.toHaveProperty("reply_token");
  expect(item).not.toHaveProperty("reply_token_expires_at");
});

test("a click after that brings its own, with which the conversation is carried to its end", async () => {
  const { id, message } = await system.preview(ANN, HEADER);
  system.passMinutes(20);
  expect((await system.press(ANN, message, "Confirm")).words).toContain("Publishing");
  expect((await system.table.item(id))?.["click_token"]).toHaveLength(214);
  system.passMinutes(20);
  await system.deliver();
  expect(await system.table.item(id)).toMatchObject({ status: "published" });
  expect(JSON.stringify(await system.table.item(id))).not.toMatch(/token-of-|reply_token|click_token/);
  expect(system.message.content, "shown by the bot").toContain("Published");
  const published = system.message;
  expect((await system.press(ANN, published, "Withdraw")).words).toContain("Withdrawing");
  await system.deliver();
  expect(system.message.content).toContain("Withdrawn");
});

test("an operator's retry removes one that is over, and keeps one that is good", async () => {
  for (const [minutes, kept] of [
    [1, true],
    [16, false],
  ] as const) {
    const { id, message } = await system.preview(ANN, HEADER);
    await system.site.away(async () => {
      await system.press(ANN, message, "Confirm");
      await system.deliver();
    });
    system.passMinutes(minutes);
    expect(await api.retry(id)).toMatchObject({ status: 200 });
    expect(Object.hasOwn((await system.table.item(id)) ?? {}, "reply_token")).toBe(kept);
    await system.deliver();
  }
});

test("a reply token is in no record, no message of the queue, no log and no answer to an operator", async () => {
  const seen: Record<string, unknown[]> = { records: [], queue: [], admin: [] };
  const look = async (id: string) => {
    seen["admin"]?.push((await api.show(id)).text, (await api.list(ANN.id)).text);
  };
  const work = async () => {
    const { messages } = await system.dispatch(await system.table.records());
    seen["queue"]?.push(...messages);
    await system.carryOut(messages);
  };
  const end = async (id: string) => {
    const { messages } = await system.dispatch(await system.table.remove(id));
    seen["queue"]?.push(...messages);
    seen["records"]?.push(await system.table.item(id));
    await look(id);
  };
  const { id } = await system.slash(ANN, HEADER);
  const token = tokenOf(id);
  expect(JSON.stringify(await system.table.item(id)), "it can be found at all").toContain(token);
  await work();
  await look(id);
  await system.press(ANN, system.message, "Confirm");
  expect(JSON.stringify(await system.table.item(id)), "beside that of the click").toContain("click_token");
  await look(id);
  await work();
  await look(id);
  await end(id);

  const failing = await system.slash(ANN, HEADER);
  system.discord.intercept = () => ({ status: 400, body: { message: "Invalid Form Body" } });
  await work();
  system.discord.intercept = null;
  await end(failing.id);

  const logged = [system.functions.warnings, system.errors.map((error) => [String(error), error.stack])];
  const words = "nor is a word of the person in the queue or a log";
  expect(JSON.stringify([seen["queue"], logged]), words).not.toContain("Hello");
  for (const [place, things] of Object.entries({ ...seen, logged })) {
    expect(things.length, place).toBeGreaterThan(0);
    expect(JSON.stringify(things), place).not.toMatch(/token-of-|reply_token|click_token/);
  }
});
