import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Message } from "#stand-ins/discord/messages.ts";
import { labelsOf } from "#tests/support/answer.ts";
import { settleDefaultSite } from "#tests/support/default-site.ts";
import { ANN, APPROVER, BOB, GUILD, MANAGE_SERVER, type User, newcomers } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const SAID =
  "You are blocked from changing the site in this server. Ask the people who manage the server about it.";
const HEADER = { command: 'section:header text:"Hello"' };

let system: TestSystem;
let ann: User;
let texts = 0;
const somebody = newcomers(900_000);

beforeAll(async () => {
  system = await startSystem({ DISCORD_BOT_TOKEN: "bot" });
});
beforeEach(async () => {
  ann = somebody();
  await needs(0);
});
afterAll(() => system.stop());

const needs = (approvals: number) =>
  settleDefaultSite(system, approvals > 0 ? { approvals, approver_role_ids: APPROVER.roles } : {});

/** A manager presses a button below the person's requests. */
const manage = (action: "block" | "unblock", who: User, member: object = MANAGE_SERVER, by: User = BOB) =>
  system.send(system.bodies.press(by, system.message, `${action}:${who.id}:1`, member));

/** A minute later every container has read it. */
const aMinuteLater = () => system.passMinutes(1);

const preview = (who: User) => {
  texts += 1;
  return system.preview(who, { command: `section:header text:"Text ${texts}"` });
};
const branches = (id: string) => system.site.git("branch", "--list", `*${id}`);
const shown = (message: Message) => system.discord.standIn.channel.message(message.id) ?? message;

describe("a person who is blocked", () => {
  test("is refused at every step, in one sentence, and may still cancel", async () => {
    const open = await preview(ann);
    const edit = await system.press(ann, open.message, "Edit");
    const asked = await system.slash(ann, { description: "change the header text" });
    const question = system.message;
    const form = await system.press(ann, question, "Answer");
    await manage("block", ann);
    aMinuteLater();
    const [input = ""] = labelsOf(form);
    const steps = [
      () => system.slash(ann, HEADER),
      () => system.press(ann, open.message, "Confirm"),
      () => system.press(ann, open.message, "Edit"),
      () => system.submit(ann, edit, open.message, { Command: 'section:header text:"Other"' }),
      () => system.press(ann, question, "Answer"),
      () => system.submit(ann, form, question, { [input]: "Other" }),
    ];
    for (const step of steps) expect(await step()).toMatchObject({ words: SAID, ephemeral: true });
    expect(await system.table.item(open.id)).toMatchObject({ status: "previewed", revision: 1 });
    expect(await system.table.item(asked.id)).toMatchObject({ status: "clarifying" });
    expect((await system.press(ann, open.message, "Cancel")).words).toContain("Cancelled");
  });

  test("can go on once they are unblocked", async () => {
    const { id, message } = await preview(ann);
    await manage("block", ann);
    aMinuteLater();
    expect((await system.press(ann, message, "Confirm")).words).toBe(SAID);
    expect((await manage("unblock", ann)).words).toContain("no longer blocked");
    expect((await manage("unblock", ann)).words).toContain("is not blocked");
    aMinuteLater();
    await system.press(ann, message, "Confirm");
    await system.deliver();
    expect(await system.table.item(id)).toMatchObject({ status: "published" });
  });

  test("is blocked in that server alone", async () => {
    await manage("block", ann);
    aMinuteLater();
    const elsewhere = await system.send({
      ...system.bodies.slash(ann, HEADER),
      guild_id: "200000000000000077",
    });
    expect(elsewhere.words).not.toBe(SAID);
  });

  test("neither approves nor declines", async () => {
    await needs(1);
    const { id, message } = await preview(ANN);
    await system.press(ANN, message, "Confirm");
    await system.deliver();
    await manage("block", ann);
    aMinuteLater();
    for (const label of ["Approve", "Decline"])
      expect((await system.press(ann, shown(message), label, APPROVER)).words).toBe(SAID);
    expect(await system.table.item(id)).toMatchObject({ status: "approving", approvals_missing: 1 });
  });
});

describe("a block that comes while a decision is under way", () => {
  test("lets nothing be published that a container accepted which had not read it yet", async () => {
    const { id, message } = await preview(ann);
    await manage("block", ann);
    expect((await system.press(ann, message, "Confirm")).words).toBe("⏳ Publishing…");
    await system.deliver();
    expect(await branches(id)).toBe("");
    expect(await system.table.item(id)).toMatchObject({ status: "failed", failure: { code: "blocked" } });
    expect(shown(message).content).toContain("was blocked in this server. Nothing was published");
    aMinuteLater();
    expect((await system.press(ann, shown(message), "Try again")).words).toBe(SAID);
  });

  test("takes back what a try before it published and could not write down", async () => {
    const { id, message } = await preview(ann);
    await system.press(ann, message, "Confirm");
    const { messages } = await system.dispatch(await system.table.records());
    const crashing = system.functions.execution({
      ...system.app,
      conversations: { ...system.app.conversations, apply: () => Promise.reject(new Error("ended")) },
    });
    await system.carryOut(messages, crashing);
    expect(await branches(id)).toContain(id);
    await manage("block", ann);
    await system.carryOut(messages);
    expect(await branches(id)).toBe("");
    expect(await system.table.item(id)).toMatchObject({ status: "failed", failure: { code: "blocked" } });
  });

  test("does not count the approval of a person who is blocked by the time it is published", async () => {
    await needs(1);
    const { id, message } = await preview(ANN);
    await system.press(ANN, message, "Confirm");
    await system.deliver();
    await system.press(ann, shown(message), "Approve", APPROVER);
    await manage("block", ann);
    await system.deliver();
    expect(await branches(id)).toBe("");
    expect(shown(message).content).toContain("person who approved this was blocked");
    expect(await system.table.item(id)).not.toHaveProperty("approvers");
  });

  test("leaves what is published", async () => {
    const { id, message } = await preview(ann);
    await system.press(ann, message, "Confirm");
    await system.deliver();
    await manage("block", ann);
    await system.deliver();
    expect(await system.table.item(id)).toMatchObject({ status: "published" });
    expect(await branches(id)).toContain(id);
  });
});

describe("those who look after a server", () => {
  test("block and unblock with one write, from the list of a person's requests", async () => {
    await preview(ann);
    const list = () => system.send(system.bodies.admin(BOB, ann, MANAGE_SERVER));
    const { reply } = await list();
    expect(JSON.stringify(reply)).toContain(`block:${ann.id}:1`);
    system.table.requests.length = 0;
    expect((await manage("block", ann)).words).toContain("is blocked in this server");
    expect(system.table.requests).toEqual(["UpdateItemCommand"]);
    aMinuteLater();
    expect((await list()).words).toContain("who is blocked");
    expect(await system.app.blockedPeople.list(GUILD)).toContainEqual(
      expect.objectContaining({ user_id: ann.id, by: BOB.id }),
    );
  });

  test("are the only ones who may, and cannot block themselves", async () => {
    expect((await manage("block", ann, { permissions: "0" })).words).toContain("**Manage Server**");
    expect((await manage("block", BOB)).words).toContain("cannot block yourself");
    const blocked = await system.app.blockedPeople.list(GUILD);
    expect(blocked.filter(({ user_id }) => [ann.id, BOB.id].includes(user_id))).toEqual([]);
  });

  test("block many at the same moment, and none is lost", async () => {
    const people = Array.from({ length: 20 }, somebody);
    await Promise.all(people.map((who) => manage("block", who)));
    const blocked = new Set((await system.app.blockedPeople.list(GUILD)).map(({ user_id }) => user_id));
    expect(people.filter(({ id }) => !blocked.has(id))).toEqual([]);
  });
});
