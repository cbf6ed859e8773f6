import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  APPLICATION_ID,
  BOT_TOKEN,
  type FakeApplication,
  startFakeApplication,
} from "#stand-ins/discord/fake-application.ts";
import { reaching, runCommand } from "#tests/support/run-command.ts";
import { ANN, GUILD } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const site = (...args: string[]) => runCommand("admin", ["site", ...args], reaching(system.table.name));

/** All that can be said of a site. */
const SETTINGS = [
  ["--repository", "acme/site", "--base-branch", "live", "--config-path", "web/ux-agent.json"],
  ["--asker-role", "7", "--asker-role", "8", "--admin-role", "9"],
  ["--person-open", "2", "--server-hourly", "30"],
].flat();

const set = (guild: string) => site("set", "--guild", guild, ...SETTINGS);

describe("an operator", () => {
  test("gives a server a site of its own, which counts for its requests", async () => {
    const { code, out } = await set(GUILD);
    expect(code).toBe(0);
    expect(out).toMatch(
      /Repository +acme\/site\nBase branch +live\nDefinition +web\/ux-agent\.json\nMay ask +role 7, role 8\n/,
    );
    system.use(system.newContainer());
    expect((await system.slash(ANN, { description: "a nicer page" })).words).toContain("another role");
    const { id } = await system.slash(ANN, { description: "a nicer page" }, "ux-update", { roles: ["8"] });
    expect(await system.table.item(id)).toMatchObject({ site: GUILD });
  });

  test("looks at it, at all of them, and as JSON", async () => {
    await set("72");
    expect((await site("show", "72")).out).toMatch(
      /May administer +role 9\nApprovals +none: .*\nLimits +person open 2, server hourly 30\nLog channel +none\nLive page +\(not drawn\)\nSections +\(read with the first request\)/,
    );
    expect((await site("list")).out).toMatch(/^SERVER.*\n(.*\n)*72 +acme\/site +live/);
    const listed = JSON.parse((await site("list", "--json")).out) as { guild_id: string }[];
    expect(listed.map(({ guild_id }) => guild_id)).toEqual(expect.arrayContaining(["72", "default"]));
  });

  test("puts another in its place, of which nothing is left over", async () => {
    await set("73");
    await site("set", "--guild", "73", "--repository", "acme/other");
    expect((await site("show", "73")).out).toMatch(
      /acme\/other\nBase branch +\(the repository's default\)\nDefinition +ux-agent\.json\nMay ask +everyone\n/,
    );
  });

  test("removes it, once", async () => {
    await set("74");
    expect(await site("remove", "74")).toMatchObject({
      code: 0,
      out: expect.stringContaining("the default counts"),
    });
    expect(await site("remove", "74")).toMatchObject({
      code: 1,
      err: expect.stringContaining("has no site of its own"),
    });
    expect(await site("show", "74")).toMatchObject({ code: 1, out: "" });
  });

  test("says who may ask for changes of the default site, which keeps its repository", async () => {
    const { code, out } = await site("set", "--guild", "default", "--asker-role", "7", "--admin-role", "9");
    expect(code).toBe(0);
    expect(out).toMatch(
      /Server +default\nRepository +\(GITHUB_REPOSITORY\)\n(.*\n)*May ask +role 7\nMay administer +role 9\n/,
    );
    const ask = (roles: string[]) =>
      system.send({
        ...system.bodies.slash(ANN, { description: "a nicer page" }, "ux-update", { roles }),
        guild_id: "75",
      });
    system.use(system.newContainer());
    expect((await ask([])).words).toContain("<@&7>");
    expect(await system.table.item((await ask(["7"])).id)).toMatchObject({ site: "default" });
    expect((await site("show", "default")).out).toContain("role 7");
    expect((await site("list")).out).toMatch(/default +\(GITHUB_REPOSITORY\) +.* role 7 +role 9/);
    expect((await site("remove", "default")).code).toBe(0);
    system.use(system.newContainer());
    expect((await ask([])).words).not.toContain("<@&7>");
  });

  test("is told when no server has one", async () => {
    const listed = JSON.parse((await site("list", "--json")).out) as { guild_id: string }[];
    for (const { guild_id } of listed) await system.app.sites.remove(guild_id);
    expect((await site("list")).out).toBe("No server has a site of its own: the default counts for all.\n");
  });
});

const person = (command: string, ...args: string[]) =>
  runCommand("admin", [command, "--guild", GUILD, ...args], reaching(system.table.name));

describe("a person", () => {
  test("is blocked, listed and unblocked by an operator", async () => {
    expect((await person("blocked")).out).toBe(`No one is blocked in server ${GUILD}.\n`);
    expect(await person("block", "--user", ANN.id)).toMatchObject({
      code: 0,
      out: expect.stringContaining("is blocked"),
    });
    expect((await person("blocked")).out).toMatch(new RegExp(`^PERSON .*\n${ANN.id} .* operator\n$`));
    system.use(system.newContainer());
    expect((await system.slash(ANN, { description: "a nicer page" })).words).toContain("You are blocked");
    expect((await person("unblock", "--user", ANN.id)).code).toBe(0);
    expect(await person("unblock", "--user", ANN.id)).toMatchObject({
      code: 1,
      err: expect.stringContaining("is not blocked"),
    });
    expect((await person("block", "--user", "ann")).err).toBe(
      "--user must be an id of Discord's: 1 to 20 digits.\n",
    );
    system.use(system.newContainer());
  });
});

describe("one sentence tells of", () => {
  const good = { guild: "1", repository: "acme/site" };
  test.each([
    [{ guild: "mine" }, "--guild must be the id of a Discord server: 1 to 20 digits, or default"],
    [{ guild: "default" }, "--repository must not be given for the default site: GITHUB_REPOSITORY names it"],
    [{ repository: "https://github.com/acme/site" }, "--repository must look like owner/name"],
    [{ "base-branch": "a..b" }, "--base-branch must be the name of a branch"],
    [{ "config-path": "../ux-agent.json" }, "--config-path must be a path in the repository"],
    [{ "asker-role": "editors" }, "--asker-role must be the id of a role"],
    [{ "person-open": "0" }, "--person-open must be a whole number of requests from 1 to 1000"],
    [{ "server-hourly": "many" }, "--server-hourly must be a whole number of requests from 1 to 1000"],
    [{ approvals: "1" }, "--approver-role is required with --approvals"],
    [{ "approver-role": "7" }, "--approvals is required with --approver-role"],
    [
      { "approver-role": "7", approvals: "11" },
      "--approvals must be a whole number of approvals from 0 to 10",
    ],
    [{ "approver-role": "7", approvals: "1" }, "--approvals needs a bot that can tell those who approve"],
    [{ "admin-role": "<@&7>" }, "--admin-role must be the id of a role"],
    [{ "log-channel": "#log" }, "--log-channel must be the id of a channel: 1 to 20 digits"],
    [
      { "log-channel": "77" },
      "--log-channel needs a bot that can post there: set DISCORD_APPLICATION_ID and",
    ],
  ])("%o", async (change, sentence) => {
    const args = Object.entries({ ...good, ...change }).flatMap(([name, value]) => [`--${name}`, value]);
    const { code, out, err } = await site("set", ...args);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).toContain(sentence);
  });

  test("a server's own site without a repository", async () => {
    expect((await site("set", "--guild", "1")).err).toBe(
      "--repository is required for a server's own site, and looks like owner/name.\n",
    );
  });

  test("a server that is none", async () => {
    expect((await site("show", "ann")).err).toMatch(/^<guild> must be the id of a Discord server: .*\n$/);
    expect((await site("remove", "ann")).err).toMatch(/^<guild> must be the id of a Discord server: .*\n$/);
  });
});

const role = (id: string, permissions: number, mentionable = false) => ({
  id,
  permissions: String(permissions),
  mentionable,
});

describe("what the bot has to tell", () => {
  let discord: FakeApplication;
  beforeAll(async () => {
    discord = await startFakeApplication();
  });
  afterAll(() => discord.stop());

  /** Sets a site by a bot that has this token. */
  const setBy = (token: string, ...args: string[]) =>
    runCommand("admin", ["site", "set", "--guild", GUILD, "--repository", "a/b", ...args], {
      ...reaching(system.table.name),
      DISCORD_API_URL: discord.url,
      DISCORD_APPLICATION_ID: APPLICATION_ID,
      DISCORD_BOT_TOKEN: token,
    });
  const approvals = (role: string, token = BOT_TOKEN) =>
    setBy(token, "--approver-role", role, "--approvals", "2");
  const logIn = (channel: string) => setBy(BOT_TOKEN, "--log-channel", channel);

  test("to those who approve is possible where approvals are set", async () => {
    discord.servers.set(GUILD, { roles: [role(GUILD, 1 << 11), role("7", 0, true)], botRoles: [] });
    const { code, out } = await approvals("7");
    expect(code).toBe(0);
    expect(out).toMatch(/Approvals +2 of role 7\n/);
    expect((await site("show", GUILD, "--json")).out).toContain('"shape": 4');
  });

  test("to those who approve: approvals are refused where it cannot, in a sentence that says why", async () => {
    discord.servers.set(GUILD, { roles: [role(GUILD, 1 << 11), role("7", 0)], botRoles: [] });
    expect((await approvals("7")).err).toMatch(/^The bot may not mention role 7 in server .*\n$/);
    expect((await approvals("9")).err).toMatch(/^Server .* has none of the roles that approve: .*\n$/);
    discord.servers.clear();
    expect((await approvals("7")).err).toMatch(/^The bot is not in server .*\n$/);
    expect((await approvals("7", "another")).err).toMatch(
      /^Discord does not accept DISCORD_BOT_TOKEN: .*\n$/,
    );
  });

  const ALL = (1 << 10) | (1 << 11) | (1 << 16);
  const closed = [{ id: GUILD, type: 0, allow: "0", deny: String(1 << 11) }];

  test("of ends goes to a log channel of the server in which it may post", async () => {
    discord.servers.set(GUILD, { roles: [role(GUILD, ALL)], botRoles: [] });
    discord.channels.set("77", { type: 0, guild_id: GUILD, permission_overwrites: [] });
    const { code, out } = await logIn("77");
    expect(code).toBe(0);
    expect(out).toMatch(/Log channel +channel 77\n/);
    expect(JSON.parse((await site("show", GUILD, "--json")).out)).toMatchObject({
      log_channel: { id: "77", guild_id: GUILD },
    });
    await site("set", "--guild", GUILD, "--repository", "a/b");
    expect((await site("show", GUILD)).out).toMatch(/Log channel +none\n/);
  });

  test("of ends: any other channel is refused, and nothing is stored", async () => {
    discord.servers.set(GUILD, { roles: [role(GUILD, ALL)], botRoles: [] });
    discord.channels.set("78", { type: 0, guild_id: GUILD, permission_overwrites: closed });
    discord.channels.set("79", { type: 0, guild_id: "9", permission_overwrites: [] });
    discord.channels.set("80", { type: 2, guild_id: GUILD, permission_overwrites: [] });
    const refused: [channel: string, sentence: string][] = [
      ["78", "The bot cannot tell anything in channel 78: give it this permission there: Send Messages.\n"],
      ["79", `Channel 79 is not in server ${GUILD}: name one that is.\n`],
      ["80", "Channel 80 is not a text channel: name one that is.\n"],
      [
        "81",
        "The bot sees no channel 81: name a channel of your server, and give the bot the permission View Channel in it.\n",
      ],
    ];
    for (const [channel, sentence] of refused)
      expect(await logIn(channel)).toEqual({ code: 1, out: "", err: sentence });
    expect((await site("show", GUILD)).out).toMatch(/Log channel +none\n/);
  });
});
