import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  APPLICATION_ID,
  BOT_TOKEN,
  type FakeApplication,
  startFakeApplication,
} from "#stand-ins/discord/fake-application.ts";
import { runCommand } from "#tests/support/run-command.ts";

let discord: FakeApplication;
beforeEach(async () => void (discord = await startFakeApplication()));
afterEach(() => discord.stop());

const env = () => ({
  DISCORD_API_URL: discord.url,
  DISCORD_APPLICATION_ID: APPLICATION_ID,
  DISCORD_BOT_TOKEN: BOT_TOKEN,
});
const register = (...args: string[]) => runCommand("register", args, env());
const names = (guild = "") => (discord.commands.get(guild) ?? []).map(({ name }) => name);
const other = { id: "1", type: 1, name: "dance", description: "Not ours" };

describe("npm run register", () => {
  test("--dry-run shows what it would change and changes nothing", async () => {
    const { code, out } = await register("--dry-run");
    expect(code).toBe(0);
    expect(out.split("\n")).toEqual([
      `Application ${APPLICATION_ID}, everywhere:`,
      "  + /ux-update  new",
      "  + /ux-status  new",
      "  + /ux-admin  new",
      "  + “Request a change”  new",
      "Nothing was changed: this was --dry-run.",
      "",
    ]);
    expect(discord.writes).toEqual([]);
  });

  test("twice in a row changes nothing the second time", async () => {
    expect((await register()).out).toContain("Done.");
    expect(names()).toEqual(["ux-update", "ux-status", "ux-admin", "Request a change"]);
    discord.writes.length = 0;
    const again = await register();
    expect(again).toMatchObject({ code: 0, err: "" });
    expect(again.out).toContain("Everything is registered as it should be.");
    expect(discord.writes).toEqual([]);
  });

  test("changes only what differs", async () => {
    await register();
    const status = discord.commands.get("")?.[1];
    Object.assign(status ?? {}, { description: "Old words" });
    discord.writes.length = 0;
    const { out } = await register();
    expect(out).toContain(
      '  ~ /ux-status  differs\n      description "Old words" → "Your open and recent requests"',
    );
    expect(discord.writes).toEqual([`PATCH /applications/${APPLICATION_ID}/commands/${status?.id}`]);
  });

  test("leaves commands that are not its own alone, and removes them with --prune", async () => {
    discord.commands.set("", [other]);
    expect((await register()).out).toContain("· dance  not of ux-agent, left alone");
    expect(names()).toContain("dance");
    expect((await register("--prune")).out).toContain("- dance  not of ux-agent, removed");
    expect(names()).toEqual(["ux-update", "ux-status", "ux-admin", "Request a change"]);
  });

  test("--guild registers in one server, as often as one likes", async () => {
    discord.guilds.add("42");
    expect((await register("--guild", "42")).code).toBe(0);
    expect(names("42")).toHaveLength(4);
    expect(names()).toEqual([]);
    expect(discord.commands.get("42")?.[0]).not.toHaveProperty("contexts");
    expect((await register("--guild", "42")).out).toContain("as it should be");
  });
});

const problem = async (args: string[], change: Record<string, string> = {}) => {
  const { code, out, err } = await runCommand("register", args, { ...env(), ...change });
  expect([code, out]).toEqual([1, ""]);
  expect(err).not.toContain(BOT_TOKEN);
  return err;
};

describe("one sentence tells of", () => {
  test("a token that Discord does not take", async () => {
    const err = await problem([], { DISCORD_BOT_TOKEN: "wrong-token" });
    expect(err).toMatch(/^Discord does not accept DISCORD_BOT_TOKEN: copy it anew .*\n$/);
    expect(err).not.toContain("wrong-token");
  });

  test("the token of another application", async () => {
    expect(await problem([], { DISCORD_APPLICATION_ID: "42" })).toMatch(
      /^DISCORD_BOT_TOKEN is not the token of application 42: .*\n$/,
    );
  });

  test("a server that the bot is not in", async () => {
    expect(await problem(["--guild", "43"])).toMatch(
      /^The bot is not in server 43: invite it with https:.*\n$/,
    );
    expect(await problem(["--guild", "ann"])).toMatch(/^--guild must be the id of a server/);
  });

  test("an address where nothing answers", async () => {
    expect(await problem([], { DISCORD_API_URL: "http://127.0.0.1:9" })).toMatch(
      /^Discord cannot be reached at http:\/\/127\.0\.0\.1:9 \(DISCORD_API_URL\)\.\n$/,
    );
  });

  test("what is not set", async () => {
    const { code, err } = await runCommand("register", []);
    expect(code).toBe(1);
    expect(err).toContain("DISCORD_APPLICATION_ID is required");
    expect(err).toContain("DISCORD_BOT_TOKEN is required");
  });
});
