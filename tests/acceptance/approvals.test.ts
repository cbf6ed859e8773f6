import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Message } from "#stand-ins/discord/messages.ts";
import { AdminApi } from "#tests/support/admin-api.ts";
import { labelsOf } from "#tests/support/answer.ts";
import { settleDefaultSite } from "#tests/support/default-site.ts";
import { ANN, APPROVER, BOB, CARL, GUILD, type User } from "#tests/support/people.ts";
import { buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const DAY = 24 * 60;

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({ DISCORD_BOT_TOKEN: "bot" });
});
afterAll(() => system.stop());

/** From now on a change needs so many approvals. */
async function needs(approvals: number) {
  await settleDefaultSite(system, { approvals, approver_role_ids: APPROVER.roles });
  await system.slash(ANN, {}, "ux-status");
}

let texts = 0;
let id: string;
let message: Message;

/** A change that Ann has confirmed and that waits for others. */
async function submitted() {
  texts += 1;
  ({ id, message } = await system.preview(ANN, { command: `section:header text:"Text ${texts}"` }));
  await system.press(ANN, message, "Confirm");
  await system.deliver();
  message = now();
}

/** The message of the change as it is now. */
function now(): Message {
  const found = system.discord.standIn.channel.message(message.id);
  if (!found) throw new Error("The message is gone");
  return structuredClone(found);
}

const item = () => system.table.item(id);
const branch = () => system.site.git("branch", "--list", `*${id}`);
const announcements = () =>
  system.discord.standIn.channel.messages().filter(({ content }) => content.includes("<@&7>"));
const approve = (user: User, member = APPROVER) => system.press(user, message, "Approve", member);

/** The writes among the requests to the table since the last call. */
function writes(): string[] {
  const made = system.table.requests.filter((name) => /^(Put|Update|Delete)/.test(name));
  system.table.requests.length = 0;
  return made;
}

async function declineFor(reason: string) {
  const modal = await system.press(BOB, message, "Decline", APPROVER);
  const [label = ""] = labelsOf(modal);
  return system.submit(BOB, modal, message, { [label]: reason }, APPROVER);
}

describe("a site that asks for one approval", () => {
  beforeAll(() => needs(1));
  beforeEach(submitted);

  test("shows a confirmed change to others, and publishes nothing yet", async () => {
    expect(message.content).toContain("1 approval is missing");
    expect(buttonsOf(message)).toEqual(["Approve", "Decline", "Edit", "Cancel"]);
    expect(message.embeds).toHaveLength(1);
    expect(await item()).toMatchObject({
      status: "approving",
      approvals_missing: 1,
      announced: true,
      shape: 4,
    });
    expect(await branch()).toBe("");
  });

  test("tells those with the role once, whatever is lost on the way or comes again", async () => {
    const { message: asked } = await system.preview(ANN, { command: 'section:header text:"Told"' });
    await system.press(ANN, asked, "Confirm");
    const before = announcements().length;
    const lost = ["applied-then-reset", { status: 500 }, "applied-then-reset"] as const;
    let tries = 0;
    system.discord.intercept = (method) => (method === "POST" ? (lost[(tries += 1) - 1] ?? null) : null);
    const records = await system.table.records();
    await system.execute(records);
    system.discord.intercept = null;
    expect(tries).toBe(4);
    await system.execute(records);
    await system.execute(await system.table.records());
    expect(announcements()).toHaveLength(before + 1);
    expect(announcements().at(-1)?.content).toBe(
      `🙋 <@&7> <@${ANN.id}> asks you to approve a change of **Header**. Please use the buttons below the preview.`,
    );
  });

  test("publishes it with one write when a member with the role approves, and says who", async () => {
    writes();
    const answer = await approve(BOB);
    expect(answer.words).toBe("⏳ Publishing…");
    expect(writes()).toEqual(["UpdateItemCommand"]);
    await system.deliver();
    expect(now().content).toContain("✅ Published");
    expect(await item()).toMatchObject({ status: "published", approvals: [{ id: BOB.id, name: "Bob" }] });
    const commit = await system.site.git("log", "-1", "--format=%B", `ux-update/header-${id}`);
    expect(commit).toContain(`Approved-by: Bob (${BOB.id})\nUx-Agent-Conversation: ${id}`);
  });

  test("does not let the owner approve, whatever their role", async () => {
    expect((await approve(ANN)).words).toContain("another person has to approve");
    expect(await item()).toMatchObject({ status: "approving", approvals_missing: 1 });
  });

  test("does not let a member approve or decline who has no such role, or has lost it", async () => {
    for (const roles of [[], ["8"]]) {
      expect((await approve(BOB, { roles })).words).toContain("<@&7>");
      expect((await system.press(BOB, message, "Decline", { roles })).words).toContain("<@&7>");
    }
    const modal = await system.press(BOB, message, "Decline", APPROVER);
    const [label = ""] = labelsOf(modal);
    const late = await system.submit(BOB, modal, message, { [label]: "no" }, { roles: [] });
    expect(late).toMatchObject({ ephemeral: true, words: expect.stringContaining("<@&7>") });
    expect(await item()).toMatchObject({ status: "approving", approvals_missing: 1, revision: 1 });
  });

  test("does not let a member of another server approve", async () => {
    await system.send({
      ...system.pressed(BOB, message, "Approve", APPROVER),
      guild_id: "200000000000000009",
    });
    expect(await item()).toMatchObject({ status: "approving", approvals_missing: 1, guild_id: GUILD });
  });

  test("hands a declined change back to its owner with the reason, inert, and renews the hour", async () => {
    system.passMinutes(600);
    await declineFor("Too **loud** @everyone");
    await system.deliver();
    const stored = await item();
    expect(stored).toMatchObject({ status: "previewed", revision: 2 });
    expect(stored?.["ttl"]).toBe(Math.floor(system.time / 1000) + 3600);
    expect(now().content).toContain(`<@${BOB.id}> declined this: Too \\*\\*loud\\*\\* @everyone`);
    expect(buttonsOf(now())).toEqual(["Confirm", "Edit", "Cancel"]);
    expect((await approve(BOB)).words).toContain("replaced by a newer preview");
  });

  test("asks anew after an edit, says so, and takes no approval of the revision before", async () => {
    const modal = await system.press(ANN, message, "Edit");
    await system.submit(ANN, modal, message, { Command: `section:header text:"Other ${texts}"` });
    await system.deliver();
    expect(now().content).toContain("approvals start over");
    expect((await approve(BOB)).words).toContain("replaced");
    await system.press(ANN, now(), "Confirm");
    await system.deliver();
    expect(await item()).toMatchObject({ status: "approving", approvals_missing: 1, revision: 2 });
    expect(await branch()).toBe("");
  });

  test("asks anew when the page has changed by the last approval, and counts none of those before", async () => {
    await system.site.change("src/components/Header.jsx", (page) =>
      page.replace(/(className="header-title"[^>]*>)[^<]*/, `$1Theirs ${texts}`),
    );
    await approve(BOB);
    await system.deliver();
    expect(now().content).toContain("Approvals start over");
    expect(buttonsOf(now())).toEqual(["Confirm", "Edit", "Cancel"]);
    expect((await approve(CARL)).words).toContain("replaced by a newer preview");
    const stored = await item();
    expect(stored).toMatchObject({ status: "previewed", revision: 2 });
    expect(stored).not.toHaveProperty("approvers");
    expect(await branch()).toBe("");
  });

  test("waits for a day, to the second", async () => {
    const left = Number((await item())?.["ttl"]) * 1000 - system.time;
    expect(left).toBeGreaterThan((DAY - 1) * 60_000);
    system.time += left;
    await approve(BOB);
    expect(now().content).toContain("⌛ Expired");
    await system.deliver();
    expect(await branch()).toBe("");
  });

  test("lets the owner cancel, after which no approval counts", async () => {
    await system.press(ANN, message, "Cancel");
    await system.deliver();
    expect((await approve(BOB)).words).toContain("cancelled");
    expect(await branch()).toBe("");
  });
});

describe("a site that asks for two approvals", () => {
  beforeAll(() => needs(2));
  beforeEach(submitted);

  test("takes one off with two requests, and publishes after the second person's", async () => {
    writes();
    await approve(BOB);
    expect(writes()).toEqual(["UpdateItemCommand", "UpdateItemCommand"]);
    await system.deliver();
    expect(now().content).toContain(`1 approval is missing.** Approved by <@${BOB.id}>.`);
    expect(await branch()).toBe("");
    expect((await approve(BOB)).words).toContain("approved this already");
    await approve(CARL);
    await system.deliver();
    expect(now().content).toContain("✅ Published");
    const commit = await system.site.git("log", "-1", "--format=%B", `ux-update/header-${id}`);
    expect(commit).toContain(`Approved-by: Bob (${BOB.id})\nApproved-by: Carl (${CARL.id})\n`);
  });

  test("counts two people who approve at the same moment once each", async () => {
    const answers = await Promise.all([approve(BOB), approve(CARL)]);
    await system.deliver();
    const stored = await item();
    const outpaced = answers.filter(({ words }) => words.includes("at the same moment")).length;
    expect(stored?.["status"]).toBe(outpaced === 1 ? "approving" : "published");
    expect(stored?.["approvals"]).toHaveLength(2 - outpaced);
  });

  test("a redelivered approval counts once", async () => {
    const body = system.pressed(BOB, message, "Approve", APPROVER);
    await system.send(body);
    await system.send(body);
    expect(await item()).toMatchObject({ approvals_missing: 1, approvals: [{ id: BOB.id, name: "Bob" }] });
  });

  test("keeps an approval whose giver is erased, until the request that it is part of is erased or over", async () => {
    const api = new AdminApi(() => system.app);
    const own = await system.preview(BOB, { command: 'section:header text:"Of Bob"' });
    await approve(BOB);
    expect((await api.erase(BOB.id)).body).toMatchObject({ complete: true });
    expect(await system.table.item(own.id)).toBeUndefined();
    expect(await item()).toMatchObject({ approvals_missing: 1, approvals: [{ id: BOB.id, name: "Bob" }] });
    await approve(CARL);
    await system.deliver();
    await system.expire(id);
    expect(await item()).toMatchObject({
      outcome: "published",
      approvals: [{ id: BOB.id }, { id: CARL.id }],
    });
    await api.erase(ANN.id);
    expect(await item()).toBeUndefined();
  });
});
