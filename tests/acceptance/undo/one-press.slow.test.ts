import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_SITE } from "#src/sites/site-directory.ts";
import { AdminApi } from "#tests/support/admin-api.ts";
import { settleDefaultSite } from "#tests/support/default-site.ts";
import { type Fate, fatesOf } from "#tests/support/lost-answers.ts";
import { ANN, APPROVER, BOB, GUILD } from "#tests/support/people.ts";
import { buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";
import { HEADER, Undoing } from "./undoing.ts";

let system: TestSystem;
let undoing: Undoing;
let fates: (...fates: Fate[]) => void;
beforeAll(async () => {
  system = await startSystem({ DISCORD_BOT_TOKEN: "bot" });
  undoing = await Undoing.on(system);
  fates = fatesOf(system.table.client);
});
beforeEach(() => undoing.reset());
afterEach(() => fates());
afterAll(() => system.stop());

/** The conversations of Ann's that take one back. */
async function undosOf(id: string): Promise<unknown[]> {
  const { body } = await new AdminApi(() => system.app).list(ANN.id);
  const all = (body.conversations ?? []) as { undo_of?: { conversation_id: string } }[];
  return all.filter(({ undo_of }) => undo_of?.conversation_id === id);
}

describe("one press is at most one conversation", () => {
  test("two presses at the same moment begin one, and the other person is told where it is", async () => {
    const { id, message } = await undoing.merged('section:header text:"Twice"');
    const answers = await Promise.all([
      system.press(ANN, message, "Undo"),
      system.press(ANN, message, "Undo"),
    ]);
    expect(answers.map(({ reply }) => reply.type)).toEqual(expect.arrayContaining([4, 5]));
    await system.deliver();
    expect(await undosOf(id)).toHaveLength(1);
    const third = await system.press(BOB, message, "Undo");
    expect(third.ephemeral).toBe(true);
    expect(third.words).toMatch(/has been asked for already: \[its message\]\(https:.*\)\. Use the buttons/);
  });

  test("a redelivered press begins none", async () => {
    const { id, message } = await undoing.merged('section:header text:"Redelivered"');
    const payload = system.pressed(ANN, message, "Undo");
    const first = await system.send(payload);
    expect((await system.send(payload)).reply).toEqual(first.reply);
    await system.deliver();
    await system.send(payload);
    await system.deliver();
    expect(await undosOf(id)).toHaveLength(1);
  });

  test("once it was cancelled or has expired, another press begins another", async () => {
    const { id, message } = await undoing.merged('section:header text:"Cancelled"');
    await undoing.undo(message);
    await system.press(ANN, system.message, "Cancel");
    await system.deliver();
    const second = await undoing.undo(message);
    expect(await system.table.item(second.id)).toMatchObject({ status: "previewed" });
    await system.expire(second.id);
    const third = await undoing.undo(message);
    expect(await system.table.item(third.id)).toMatchObject({ status: "previewed" });
    expect(await system.table.item(id)).toMatchObject({ undone_by: { conversation_id: third.id } });
  });

  test("after a crash between its two writes, the claim gives way ten seconds later", async () => {
    const { id, message } = await undoing.merged('section:header text:"Crash"');
    const wish = { undone_by: "77", user_id: ANN.id, guild_id: GUILD, site: DEFAULT_SITE };
    const claimed = await system.app.undoClaims.claim({ ...wish, conversation_id: id, at: system.now });
    expect(claimed).toMatchObject({ claimed: true });
    expect((await undoing.undo(message)).words).toContain("has been asked for already. Use the buttons");
    system.time += 10_000;
    const { id: later } = await undoing.undo(message);
    expect(await system.table.item(later)).toMatchObject({ status: "previewed" });
  });

  test("an undo whose place another one took makes no preview", async () => {
    const { id, message } = await undoing.merged('section:header text:"Overtaken"');
    const { id: slow } = await system.press(ANN, message, "Undo");
    await system.app.conversations.apply({
      type: "draft-failed",
      conversation_id: slow,
      revision: 1,
      at: system.now,
      failure: { code: "unavailable", message: "GitHub is away." },
    });
    const { id: fast } = await undoing.undo(message);
    expect(await system.table.item(fast)).toMatchObject({ status: "previewed" });
    const failed = system.discord.standIn.channel.messages().find(({ content }) => /is away/.test(content));
    if (!failed) throw new Error("Its failure is not shown");
    await system.press(ANN, failed, "Try again");
    await system.deliver();
    expect(await system.table.item(slow)).toMatchObject({ status: "failed" });
    expect(await undosOf(id)).toHaveLength(2);
  });
});

describe("when DynamoDB made a write and its answers were lost", () => {
  test("the claim: its second try finds it, and the undo begins", async () => {
    const { message } = await undoing.merged('section:header text:"Lost claim"');
    fates("lost");
    const { id } = await undoing.undo(message);
    expect(await system.table.item(id)).toMatchObject({ status: "previewed" });
  });

  test("the start: the undo has a message of its own, and that of the published change stays", async () => {
    const { id, message } = await undoing.merged('section:header text:"Lost start"');
    fates("arrives", "lost", "lost", "away", "away");
    const answer = await undoing.undo(message);
    expect(answer.words).toContain("could not find out whether your request was stored");
    expect(await system.table.item(answer.id)).toMatchObject({ status: "previewed" });
    expect(system.message.id).not.toBe(message.id);
    expect(buttonsOf(system.message)).toContain("Confirm");
    expect(system.discord.standIn.channel.message(message.id)?.content).toContain("Published");
    expect(await undosOf(id)).toHaveLength(1);
  });
});

/** Puts the settings of the site, and has them read. */
const settings = async (change: Parameters<typeof settleDefaultSite>[1]) => {
  await settleDefaultSite(system, change);
  await system.slash(ANN, {}, "ux-status");
};

describe("as for any request", () => {
  afterEach(() => settings({}));

  test("it takes the role that may ask", async () => {
    const { message } = await undoing.merged('section:header text:"Role"');
    await settings({ asker_role_ids: ["8"] });
    const refused = await undoing.undo(message);
    expect(refused.ephemeral).toBe(true);
    expect(refused.words).toContain("You need another role in this server to change the site: <@&8>.");
    const { id } = await undoing.undo(message, { roles: ["8"] });
    expect(await system.table.item(id)).toMatchObject({ status: "previewed" });
  });

  test("others have to approve it", async () => {
    const before = await undoing.onMain(HEADER);
    const { message } = await undoing.merged('section:header text:"Approval"');
    await settings({ approvals: 1, approver_role_ids: APPROVER.roles });
    const id = await undoing.undone(message);
    expect(await system.table.item(id)).toMatchObject({ status: "approving" });
    const waiting = system.discord.standIn.channel
      .messages()
      .findLast(({ content }) => content.includes("1 approval is missing"));
    if (!waiting) throw new Error("Nothing waits for an approval");
    await system.press(BOB, waiting, "Approve", APPROVER);
    await system.deliver();
    expect(await undoing.published(id, HEADER)).toBe(before);
  });

  test("it is counted, and refused beyond the limits", async () => {
    const { message } = await undoing.merged('section:header text:"Limits"');
    await settings({ limits: { person_hourly: 1 } });
    const refused = await undoing.undo(message);
    expect(refused.words).toContain("You have asked for 1 change in this server within an hour");
  });
});
