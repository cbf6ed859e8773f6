import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ANN, BOB } from "#tests/support/people.ts";
import { buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const command = 'section:header text:"Too late"';

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({ DISCORD_BOT_TOKEN: "bot-token" });
});
afterAll(() => system.stop());

describe("when DynamoDB removes an expired conversation", () => {
  test("it is archived once and its message says so, through the reply token inside its 15 minutes", async () => {
    const { id } = await system.preview(ANN, { command });
    const records = await system.expire(id);
    expect(await system.table.item(id)).toMatchObject({ outcome: "expired", user_id: ANN.id });
    expect(system.message.content).toContain("Expired");
    expect(buttonsOf(system.message)).toEqual([]);
    const archived = await system.table.item(id);
    system.passMinutes(1);
    await system.execute(records);
    expect(await system.table.item(id)).toEqual(archived);
  });

  test("the bot edits the message when the reply token is no longer good", async () => {
    const { id } = await system.preview(ANN, { command });
    system.passMinutes(61);
    system.discord.requests.length = 0;
    await system.expire(id);
    expect(system.message.content).toContain("Expired");
    expect(system.discord.requests, "the token is not even tried").toEqual([
      expect.stringMatching(/^PATCH \/channels\//),
    ]);
  });

  test("its record holds no secret", async () => {
    const { id } = await system.preview(ANN, { command });
    await system.expire(id);
    const record = await system.table.item(id);
    expect(record).not.toHaveProperty("reply_token");
    expect(JSON.stringify(record)).not.toContain("token-of-");
  });

  test("a published one leaves the record of its publication and the message as it was", async () => {
    const { id, message } = await system.preview(ANN, { command });
    await system.press(ANN, message, "Confirm");
    await system.deliver();
    const shown = system.message;
    await system.expire(id);
    expect(await system.table.item(id)).toMatchObject({
      outcome: "published",
      result: { branch: `ux-update/header-${id}` },
    });
    expect(system.message).toEqual(shown);
    expect((await system.press(ANN, message, "Confirm")).words).toContain("already published");
  });
});

describe("a click on an expired message", () => {
  test("turns it into its expired form, also when only the record is left", async () => {
    const { id, message } = await system.preview(ANN, { command });
    await system.expire(id);
    const late = await system.press(ANN, message, "Confirm");
    expect(late.reply.type).toBe(7);
    expect(late.words).toContain("Expired");
  });

  test("by somebody else is still only theirs to see", async () => {
    const { message } = await system.preview(ANN, { command });
    system.passMinutes(61);
    const answer = await system.press(BOB, message, "Confirm");
    expect(answer.ephemeral).toBe(true);
    expect(answer.words).toContain("only the person who asked");
  });
});

test("a message that can no longer be edited stops nothing", async () => {
  const { id } = await system.preview(ANN, { command });
  system.discord.intercept = () => ({ status: 404, body: { code: 10_008 } });
  await system.expire(id);
  system.discord.intercept = null;
  expect(await system.table.item(id)).toMatchObject({ outcome: "expired" });
});

test("a message that Discord refuses for good does not hold up the stream", async () => {
  const { message } = await system.preview(ANN, { command });
  await system.press(ANN, message, "Confirm");
  const records = await system.table.records();
  system.discord.intercept = () => ({ status: 400, body: { message: "Invalid Form Body" } });
  expect(await system.execute(records)).toEqual([]);
  system.discord.intercept = null;
  expect(system.functions.warnings.at(-1)).toContain("A message could not be shown");
});

test("a message that Discord cannot take now is shown by the next try, and after some minutes given up", async () => {
  const { id, message } = await system.preview(ANN, { command });
  await system.press(ANN, message, "Confirm");
  const records = await system.table.records();
  system.discord.intercept = () => ({ status: 503 });
  expect(await system.execute(records)).not.toEqual([]);
  system.passMinutes(3);
  expect(await system.execute(records)).toEqual([]);
  system.discord.intercept = null;
  await system.execute(records);
  expect(system.message.content).toContain(`ux-update/header-${id}`);
});
