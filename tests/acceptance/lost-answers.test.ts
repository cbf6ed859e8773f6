import { InteractionResponseType } from "discord-api-types/v10";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Fate, fatesOf } from "#tests/support/lost-answers.ts";
import { ANN } from "#tests/support/people.ts";
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
