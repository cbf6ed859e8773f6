import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Message } from "#stand-ins/discord/messages.ts";
import { settleDefaultSite } from "#tests/support/default-site.ts";
import { ANN, BOB, GUILD } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const LOG = "400000000000000077";
const ELSEWHERE = "200000000000000009";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({ DISCORD_BOT_TOKEN: "bot" });
});
afterAll(() => system.stop());

let texts = 0;
const preview = () => system.preview(ANN, { command: `section:header text:"Secret plan ${(texts += 1)}"` });
let seen = 0;
const inLog = (): Message[] =>
  system.discord.standIn.channel.messages().filter(({ channel_id }) => channel_id === LOG);
/** What the log channel was told since the last look. */
function told(): string[] {
  const all = inLog().map(({ content }) => content);
  const news = all.slice(seen);
  seen = all.length;
  return news;
}

async function published() {
  const { id, message } = await preview();
  await system.press(ANN, message, "Confirm");
  await system.deliver();
  return { id, message: system.discord.standIn.channel.message(message.id) ?? message };
}

describe("a site with a log channel", () => {
  beforeAll(async () => {
    await settleDefaultSite(system, { log_channel: { id: LOG, guild_id: GUILD } });
    // What a container has read of the site counts for a minute.
    system.passMinutes(2);
  });
  beforeEach(() => void told());
  afterEach(() => {
    system.discord.intercept = null;
    expect(system.discord.standIn.violations).toEqual([]);
  });

  test("tells there of each end once, with who asked and where to look, and repeats no words of a person", async () => {
    const { id, message } = await published();
    const link = `https://discord.com/channels/${GUILD}/${message.channel_id}/${message.id}`;
    const lines = told();
    expect(lines).toEqual([
      `✅ Published: **Header** · \`ux-update/header-${id}\`\nAsked for by <@${ANN.id}> · [message](${link})\n-# ${id} · 4`,
    ]);
    await system.press(ANN, message, "Withdraw");
    await system.deliver();
    const cancelled = await preview();
    await system.press(ANN, cancelled.message, "Cancel");
    await system.deliver();
    const expired = await preview();
    await system.expire(expired.id);
    lines.push(...told());
    expect(lines.map((text) => text.split(":")[0])).toEqual([
      "✅ Published",
      "↩️ Withdrawn",
      "🚫 Cancelled",
      "⌛ Expired",
    ]);
    expect(lines.join("\n")).not.toContain("Secret plan");
  });

  test("notifies no one, and uses the bot's own token, not one of a reply", async () => {
    const from = system.discord.requests.length;
    await published();
    const posts = system.discord.requests.slice(from).filter((request) => request.startsWith("POST"));
    expect(posts).toEqual([`POST /channels/${LOG}/messages`]);
    expect(inLog().every(({ components, flags }) => components.length === 0 && flags === 4)).toBe(true);
  });

  test("is told once, whatever is lost on the way or comes again", async () => {
    const { message } = await preview();
    await system.press(ANN, message, "Confirm");
    const lost = ["applied-then-reset", { status: 500 }, "applied-then-reset"] as const;
    let tries = 0;
    system.discord.intercept = (method) => (method === "POST" ? (lost[(tries += 1) - 1] ?? null) : null);
    const records = await system.table.records();
    await system.execute(records);
    expect(tries).toBe(4);
    system.discord.intercept = null;
    await system.execute(records);
    system.passMinutes(4);
    await system.execute(records);
    expect(told()).toHaveLength(1);
  });

  test("is told what Discord would not take for minutes, once, and a look comes before every late post", async () => {
    const { message } = await preview();
    await system.press(ANN, message, "Confirm");
    const records = await system.table.records();
    system.discord.intercept = (method) => (method === "POST" ? { status: 503 } : null);
    expect(await system.execute(records)).toHaveLength(1);
    expect(system.discord.standIn.channel.message(message.id)?.content).toContain("✅ Published");
    system.passMinutes(3);
    system.discord.intercept = null;
    const from = system.discord.requests.length;
    expect(await system.execute(records)).toEqual([]);
    expect(await system.execute(records)).toEqual([]);
    const made = system.discord.requests.slice(from).filter((request) => request.includes(LOG));
    expect(made.map((request) => request.replace(/\?.*/, ""))).toEqual([
      `GET /channels/${LOG}/messages`,
      `POST /channels/${LOG}/messages`,
      `GET /channels/${LOG}/messages`,
    ]);
    expect(told()).toHaveLength(1);
  });

  test("a channel that is gone, or forbidden, stops nothing, and is written down", async () => {
    for (const status of [403, 404]) {
      system.discord.intercept = (method) => (method === "POST" ? { status } : null);
      system.functions.warnings.length = 0;
      const { message } = await published();
      expect(message.content).toContain("✅ Published");
      expect(system.functions.warnings).toEqual([
        "The end of a request could not be told in the log channel: Error: Discord does not let the bot post",
      ]);
    }
    expect(told()).toEqual([]);
  });

  test("tells nothing of what was asked in another server or in a direct message", async () => {
    for (const place of [{ guild_id: ELSEWHERE }, { guild_id: undefined, member: undefined, user: BOB }]) {
      const body = system.bodies.slash(BOB, { command: `section:header text:"There ${(texts += 1)}"` });
      await system.send({ ...body, ...place });
      await system.deliver();
      const message = system.message;
      await system.send({ ...system.pressed(BOB, message, "Cancel"), ...place });
      await system.deliver();
      expect(system.discord.standIn.channel.message(message.id)?.content).toContain("Cancelled");
    }
    expect(told()).toEqual([]);
  });

  test("is not told of what an erasure removes", async () => {
    const { id } = await preview();
    await system.app.userConversations.erase(ANN.id);
    await system.deliver();
    expect(await system.table.item(id)).toBeUndefined();
    expect(told()).toEqual([]);
  });

  test("costs no request to the table but the site's, once a minute, and none of a person's", async () => {
    await published();
    const { message } = await preview();
    system.table.requests.length = 0;
    await system.press(ANN, message, "Confirm");
    expect(system.table.requests).toEqual(["UpdateItemCommand"]);
    system.table.requests.length = 0;
    await system.deliver();
    expect(system.table.requests.filter((name) => name !== "BatchGetItemCommand")).toEqual([
      "GetItemCommand",
      "GetItemCommand",
      "UpdateItemCommand",
    ]);
  });
});
