import { InteractionResponseType } from "discord-api-types/v10";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "#stand-ins/discord/messages.ts";
import { labelsOf } from "#tests/support/answer.ts";
import { tokenOf } from "#tests/support/interaction-bodies.ts";
import { type Fate, fatesOf } from "#tests/support/lost-answers.ts";
import { settleDefaultSite } from "#tests/support/default-site.ts";
import { ANN, APPROVER, BOB, CARL } from "#tests/support/people.ts";
import { buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const COMMAND = 'section:header text:"Hello"';
const TAKEN = InteractionResponseType.DeferredMessageUpdate;

let system: TestSystem;
let fates: (...fates: Fate[]) => void;
beforeAll(async () => {
  system = await startSystem();
  fates = fatesOf(system.table.client);
});
afterEach(() => fates());
afterAll(() => system.stop());

const preview = () => system.preview(ANN, { command: COMMAND });
const commitsOf = async (id: string) =>
  (await system.site.git("rev-list", "--all", "--not", "main", `--grep=${id}`)).split("\n").filter(Boolean);

/** A message whose only token does not work, and there is no bot: what it says stays as it was. */
async function stale(): Promise<{ id: string; message: Message }> {
  const { id, message } = await preview();
  system.passMinutes(16);
  await system.sendTooLate(system.pressed(ANN, message, "Confirm"));
  await system.deliver();
  expect(await system.table.item(id)).toMatchObject({ status: "published" });
  expect(system.message.content).toContain("This is what would change");
  return { id, message };
}

async function whileDiscordFails<T>(act: () => Promise<T>): Promise<T> {
  system.discord.intercept = () => ({ status: 500 });
  return act().finally(() => (system.discord.intercept = null));
}

/** A message as it is shown by now. */
const shownNow = async (message: Message) =>
  structuredClone(system.discord.standIn.channel.message(message.id) ?? message);

/** Both tries of a write, without and with the read that looks what became of it. */
const both: Fate[] = ["lost", "lost"];
const three: Fate[] = [...both, "lost", "lost"];
const away: Fate[] = ["away", "away", "away", "away"];

describe("when DynamoDB made the change and its answers were lost", () => {
  test("a Confirm is published, told as such, and the message ends true", async () => {
    const { id, message } = await preview();
    fates(...both);
    const answer = await system.press(ANN, message, "Confirm");
    expect(answer.words).toBe("⏳ Publishing…");
    await system.deliver();
    expect(await commitsOf(id)).toHaveLength(1);
    expect(system.message).toMatchObject({ id: message.id, content: expect.stringContaining("Published") });
  });

  test("a Confirm that could not even be looked for is taken without a word, and the message ends true", async () => {
    const { id, message } = await preview();
    fates(...three);
    const answer = await system.press(ANN, message, "Confirm");
    expect(answer.reply).toEqual({ type: TAKEN });
    await system.deliver();
    expect(await commitsOf(id)).toHaveLength(1);
    expect(system.message).toMatchObject({ id: message.id, content: expect.stringContaining("Published") });
  });

  test.each<[string, Fate[]]>([
    ["once", ["lost"]],
    ["twice", both],
  ])("%s, a Cancel is told as cancelled", async (_, lost) => {
    const { id, message } = await preview();
    fates(...lost);
    const answer = await system.press(ANN, message, "Cancel");
    expect(answer.words).toBe("❌ Cancelled. Nothing was changed.");
    expect(answer.reply.type).toBe(InteractionResponseType.UpdateMessage);
    await system.deliver();
    expect(await system.table.item(id)).toMatchObject({ outcome: "cancelled" });
    expect(system.message).toMatchObject({ id: message.id, content: "❌ Cancelled. Nothing was changed." });
  });

  test("a Cancel that could not even be looked for is taken without a word, and the message ends true", async () => {
    const { message } = await preview();
    fates(...three);
    expect((await system.press(ANN, message, "Cancel")).reply).toEqual({ type: TAKEN });
    await system.deliver();
    expect(system.message).toMatchObject({ id: message.id, content: "❌ Cancelled. Nothing was changed." });
  });

  test("so is one of a message that Discord fails to edit just then: the queue tries again", async () => {
    const { id, message } = await preview();
    fates(...three);
    expect((await system.press(ANN, message, "Cancel")).reply).toEqual({ type: TAKEN });
    const { messages } = await whileDiscordFails(async () => system.dispatch(await system.table.records()));
    expect(await system.table.item(id)).toMatchObject({ outcome: "cancelled" });
    expect(await whileDiscordFails(() => system.carryOut(messages)), "it comes again").toHaveLength(1);
    expect(JSON.stringify([messages, await system.table.item(id)])).not.toContain("token-of-");
    expect(await system.table.farewell(id)).toMatchObject({ reply_token: tokenOf(id) });
    expect(await system.carryOut(messages)).toEqual([]);
    expect(system.message).toMatchObject({ id: message.id, content: "❌ Cancelled. Nothing was changed." });
    expect(await system.table.farewell(id), "the token goes when it is not needed").toBeUndefined();
  });

  test.each<[string, Fate[]]>([
    ["twice", both],
    ["for good", three],
  ])("%s, an edit is drafted", async (_, lost) => {
    const { message } = await preview();
    const modal = await system.press(ANN, message, "Edit");
    fates(...lost);
    await system.submit(ANN, modal, message, { Command: 'section:header text:"Edited"' });
    await system.deliver();
    expect(system.message).toMatchObject({
      id: message.id,
      content: expect.stringContaining("would change"),
    });
    expect(JSON.stringify(system.message.embeds)).toContain("Edited");
  });

  test("a request is shown as if nothing had happened", async () => {
    fates(...both);
    const { id, reply } = await system.slash(ANN, { command: COMMAND });
    expect(reply.type).toBe(InteractionResponseType.DeferredChannelMessageWithSource);
    await system.deliver();
    expect(await system.table.item(id)).toMatchObject({ status: "previewed" });
    expect(system.message.content).toContain("would change");
  });

  test("a request that could not even be looked for says what is known, where its preview then comes", async () => {
    fates(...three);
    const { words, ephemeral } = await system.slash(ANN, { command: COMMAND });
    expect({ words, ephemeral }).toEqual({
      words:
        "⏳ I could not find out whether your request was stored. If no preview appears here within a minute, use `/ux-update` again.",
      ephemeral: false,
    });
    await system.deliver();
    expect(system.message.content).toContain("would change");
  });
});

test("a request that leaves a question open, and may not be stored, shows the question and what is known", async () => {
  fates(...three);
  const { words, ephemeral } = await system.slash(ANN, { description: "make the header darker" });
  expect(ephemeral).toBe(false);
  expect(words).toMatch(/^⏳ I could not find out whether your request was stored\. Press \*\*Answer\*\*/);
  await system.deliver();
  const { message } = system;
  const modal = await system.press(ANN, message, "Answer");
  await system.submit(ANN, modal, message, { [labelsOf(modal)[0] ?? ""]: "navy" });
  await system.deliver();
  expect(system.message).toMatchObject({ id: message.id, content: expect.stringContaining("would change") });
});

/** A change of Ann's that so many others have to approve. */
async function submitted(approvals: number) {
  await settleDefaultSite(system, { approvals, approver_role_ids: APPROVER.roles });
  const { id, message } = await preview();
  await system.press(ANN, message, "Confirm");
  await system.deliver();
  return { id, message: await shownNow(message) };
}
describe("when the answers to an approval were lost", () => {
  afterAll(() => settleDefaultSite(system));

  test.each<[string, Fate[]]>([
    ["and what became of it is found out", both],
    ["for good", three],
  ])("%s, the last one publishes once", async (_, lost) => {
    const { id, message } = await submitted(1);
    fates(...lost);
    await system.press(BOB, message, "Approve", APPROVER);
    await system.deliver();
    await system.press(BOB, message, "Approve", APPROVER);
    await system.deliver();
    expect(await commitsOf(id)).toHaveLength(1);
    expect(await system.table.item(id)).toMatchObject({ status: "published", approvals: [{ id: BOB.id }] });
    expect((await shownNow(message)).content).toContain("✅ Published");
  });

  test.each<[string, Fate[]]>([
    ["of the write that only a last one makes", both],
    ["of the write that counts it", ["arrives", ...both]],
    ["of that write for good", ["arrives", ...three]],
  ])("%s, one of two counts once, and publishes nothing", async (_, lost) => {
    const { id, message } = await submitted(2);
    fates(...lost);
    await system.press(BOB, message, "Approve", APPROVER);
    await system.press(BOB, message, "Approve", APPROVER);
    await system.deliver();
    expect(await commitsOf(id)).toEqual([]);
    expect(await system.table.item(id)).toMatchObject({
      status: "approving",
      approvals_missing: 1,
      approvals: [{ id: BOB.id }],
    });
    await system.press(CARL, await shownNow(message), "Approve", APPROVER);
    await system.deliver();
    expect(await commitsOf(id)).toHaveLength(1);
  });
});

describe("when a click is answered later than Discord waits", () => {
  test.each([
    ["a Confirm", "Confirm", "Published"],
    ["a Cancel", "Cancel", "Cancelled"],
  ])("%s is carried out, and the message ends true by the token of before", async (_, label, end) => {
    const { message } = await preview();
    await system.sendTooLate(system.pressed(ANN, message, label));
    await system.deliver();
    expect(system.message).toMatchObject({ id: message.id, content: expect.stringContaining(end) });
  });

  test("so is every further one, as long as a token works", async () => {
    const { message } = await preview();
    await system.sendTooLate(system.pressed(ANN, message, "Confirm"));
    await system.deliver();
    await system.sendTooLate(system.pressed(ANN, system.message, "Withdraw"));
    await system.deliver();
    expect(system.message).toMatchObject({ id: message.id, content: expect.stringContaining("Withdrawn") });
  });

  test("the token of an earlier click serves when that of the request is over", async () => {
    const { message } = await preview();
    system.passMinutes(10);
    await system.site.away(async () => {
      await system.press(ANN, message, "Confirm");
      system.passMinutes(2);
      await system.deliver();
    });
    system.passMinutes(4);
    await system.sendTooLate(system.pressed(ANN, system.message, "Try again"));
    await system.deliver();
    expect(system.message).toMatchObject({ id: message.id, content: expect.stringContaining("Published") });
  });
});

describe("a message that could not be edited any more", () => {
  test.each(["Confirm", "Cancel", "Edit"])("is true after the owner's next click, on %s", async (label) => {
    const { id, message } = await stale();
    const answer = await system.press(ANN, message, label);
    expect(answer.reply.type).toBe(InteractionResponseType.UpdateMessage);
    expect(system.message).toMatchObject({ id: message.id, content: expect.stringContaining("Published") });
    expect(buttonsOf(system.message)).toEqual(["Withdraw", "Undo"]);
    await system.press(ANN, system.message, "Withdraw");
    await system.deliver();
    expect(system.message.content).toContain("Withdrawn");
    expect(await commitsOf(id), "it is published once").toHaveLength(1);
  });

  test("tells a stranger nothing", async () => {
    const { message } = await stale();
    const answer = await system.press(BOB, message, "Confirm");
    expect(answer).toMatchObject({ ephemeral: true, words: expect.stringContaining("This is not yours") });
    expect(system.message.content).toContain("This is what would change");
  });
});

describe("when DynamoDB is away", () => {
  test("a Confirm changes nothing, claims nothing, and can be pressed again", async () => {
    const { id, message } = await preview();
    fates(...away);
    expect((await system.press(ANN, message, "Confirm")).reply).toEqual({ type: TAKEN });
    expect(await system.table.item(id)).toMatchObject({ status: "previewed" });
    expect(system.message.content).toContain("would change");
    expect((await system.press(ANN, message, "Confirm")).words).toBe("⏳ Publishing…");
    await system.deliver();
    expect(await commitsOf(id)).toHaveLength(1);
  });

  test("a Confirm whose write never arrived, as a read then shows, claims nothing either", async () => {
    const { message } = await preview();
    fates("away", "away");
    expect((await system.press(ANN, message, "Confirm")).reply).toEqual({ type: TAKEN });
    expect((await system.press(ANN, message, "Confirm")).words).toBe("⏳ Publishing…");
    await system.deliver();
  });

  test("a modal is not opened, and the person is told to try again", async () => {
    const { message } = await preview();
    fates(...away);
    const { words, ephemeral } = await system.press(ANN, message, "Edit");
    expect({ words, ephemeral }).toEqual({
      words: "Something went wrong. Please try again.",
      ephemeral: true,
    });
  });
});
