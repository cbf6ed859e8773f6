import type { APIEmbed } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "#tests/support/answer.ts";
import { ANN, BOB, GUILD, MANAGE_SERVER, type User, newcomers } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";
import { HEADER, threeRequests } from "./requests.ts";

const READS = ["QueryCommand", "BatchGetItemCommand"];

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(async () => {
  expect(system.errors).toEqual([]);
  expect(system.discord.standIn.violations).toEqual([]);
  await system.stop();
});

const somebody = newcomers(800_000);

/** The lines of the list that somebody sees. */
function linesOf({ reply }: Answer): string[] {
  const { embeds = [] } = (reply as { data: { embeds?: APIEmbed[] } }).data;
  return (embeds[0]?.description ?? "").split("\n");
}

const status = (user: User) => system.slash(user, {}, "ux-status");

const admin = (of: { id: string }, member: { permissions?: string; roles?: string[] }) =>
  system.send(system.bodies.admin(BOB, of, member));

/** Asks while the site's repository cannot be read, until that has become a failure. */
async function withoutSite(ask: () => Promise<Answer>): Promise<Answer> {
  let asked: Answer | undefined;
  await system.site.away(async () => {
    asked = await ask();
    for (let minutes = 0; minutes < 4; minutes += 1) {
      await system.deliver();
      system.passMinutes(1);
    }
  });
  if (!asked) throw new Error("Nothing was asked");
  return asked;
}

const server = (member: { permissions?: string; roles?: string[] }, guild_id: string) =>
  system.send({ ...system.bodies.slash(BOB, {}, "ux-admin", member), guild_id });
const elsewhere = (user: User, guild_id: string, options: Record<string, string>) =>
  system.send({ ...system.bodies.slash(user, options), guild_id });

describe("/ux-status", () => {
  test("calls a section by its label while a question about it is open", async () => {
    const ann = somebody();
    await system.slash(ann, { description: "make the footer darker" });
    expect(linesOf(await status(ann))[1]).toContain("💬 **Footer** · make the footer darker");
    await system.deliver();
    expect(linesOf(await status(ann))[1]).toContain("💬 **Footer**");
  });

  test("shows only me my open requests with the time left and my recent ones with what became of them", async () => {
    const ann = somebody();
    const { published } = await threeRequests(system, ann);
    await system.preview(somebody(), HEADER);

    system.table.requests.length = 0;
    const seen = await status(ann);
    expect(system.table.requests).toEqual(READS);
    expect(seen).toMatchObject({ ephemeral: true, words: "Your requests:" });
    const until = Math.floor(system.time / 1000) + 3600;
    expect(linesOf(seen)).toEqual([
      "**Open**",
      expect.stringMatching(
        new RegExp(
          `^👀 \\*\\*Header\\*\\* · section:header .* the preview is ready · expires <t:${until}:R>`,
        ),
      ),
      "**Recent**",
      expect.stringContaining(`published on \`ux-update/header-${published.id}\``),
      expect.stringMatching(/^🚫 .* · cancelled · <t:\d+:R>$/),
    ]);
  });

  test("leaves out what has expired, before DynamoDB deletes it", async () => {
    const ann = somebody();
    await system.preview(ann, HEADER);
    system.passMinutes(60);
    expect((await status(ann)).words).toContain("You have no requests yet");
  });

  test("costs one request when there is nothing", async () => {
    system.table.requests.length = 0;
    expect((await status(somebody())).words).toContain("no requests yet");
    expect(system.table.requests).toEqual(["QueryCommand"]);
  });
});

describe("/ux-admin", () => {
  test("shows somebody's requests, with their ids, to those who manage the server", async () => {
    const ann = somebody();
    const { id } = await system.preview(ann, HEADER);
    system.table.requests.length = 0;
    const seen = await admin(ann, MANAGE_SERVER);
    expect(system.table.requests).toEqual(READS);
    expect(seen).toMatchObject({ ephemeral: true, words: `Requests of <@${ann.id}> in this server:` });
    expect(linesOf(seen)).toEqual(["**Open**", expect.stringContaining(`**Header** · \`${id}\` · `)]);
    expect(linesOf(await admin(ann, { permissions: String(1 << 3) }))).toEqual(linesOf(seen));
  });

  test("refuses everybody else without a look at the requests", async () => {
    const ann = somebody();
    await system.preview(ann, HEADER);
    system.table.requests.length = 0;
    for (const permissions of ["0", "2048", String(2n ** 50n - 1n - 40n)]) {
      const seen = await admin(ann, { permissions });
      expect(seen.words).toContain("**Manage Server**");
      expect(seen).toMatchObject({ ephemeral: true });
      expect(linesOf(seen)).toEqual([""]);
    }
    expect(system.table.requests).not.toContain("QueryCommand");
  });

  test("shows them to the roles that administer the server's site, and to no other", async () => {
    const ann = somebody();
    await system.preview(ann, HEADER);
    await system.app.sites.put({ guild_id: GUILD, repository: "owner/name", admin_role_ids: ["77"] });
    system.use(system.newContainer());
    expect(linesOf(await admin(ann, { roles: ["77"] }))).toHaveLength(2);
    expect((await admin(ann, { roles: ["78"] })).words).toContain("**Manage Server**");
    await system.app.sites.remove(GUILD);
    system.use(system.newContainer());
  });

  test("is nothing for direct messages, whatever they claim", async () => {
    const body = system.bodies.slash(BOB, { user: ANN.id }, "ux-admin", MANAGE_SERVER);
    delete body["guild_id"];
    expect((await system.send(body)).words).toContain("in a server only");
  });

  test("shows nothing of another server", async () => {
    const ann = somebody();
    await system.send({ ...system.bodies.slash(ann, HEADER), guild_id: "200000000000000009" });
    await system.deliver();
    expect(linesOf(await status(ann))).toHaveLength(2);
    expect((await admin(ann, MANAGE_SERVER)).words).toContain("has no requests in this server");
  });

  test("without a person shows what is open, failed and waiting in the server, with one query and one batch get", async () => {
    const [here, there] = ["200000000000000011", "200000000000000012"];
    const asked = await elsewhere(somebody(), here, { description: "change the header text" });
    const ready = await elsewhere(somebody(), here, HEADER);
    const done = await elsewhere(somebody(), here, HEADER);
    const ended = await elsewhere(somebody(), here, HEADER);
    await elsewhere(somebody(), there, HEADER);
    await system.deliver();
    const failed = await withoutSite(() => elsewhere(somebody(), here, HEADER));
    for (const [{ id }, action] of [
      [done, "confirm"],
      [ended, "cancel"],
    ] as const) {
      const { user_id } = (await system.table.item(id)) as { user_id: string };
      const body = system.bodies.press({ ...ANN, id: user_id }, system.message, `${action}:${id}:1`);
      await system.send({ ...body, guild_id: here });
    }
    await system.deliver();
    expect(await system.table.item(done.id)).toMatchObject({ status: "published" });
    system.table.requests.length = 0;
    const seen = await server(MANAGE_SERVER, here);
    expect(system.table.requests).toEqual(READS);
    expect(seen).toMatchObject({ ephemeral: true, words: "Open, failed and waiting in this server:" });
    expect(linesOf(seen)).toEqual([
      "**Failed**",
      expect.stringMatching(new RegExp(`^❌ .*<@\\d+> · \`${failed.id}\` · .*failed: `)),
      "**Waiting for the person who asked**",
      expect.stringContaining(`\`${ready.id}\``),
      expect.stringContaining(`\`${asked.id}\``),
    ]);
    expect((await server(MANAGE_SERVER, "200000000000000013")).words).toBe(
      "Nothing is open, failed or waiting in this server.",
    );
    expect((await server({ permissions: "0" }, here)).words).toContain("**Manage Server**");
  });

  test("lets those who manage the server try again what failed, from the list, with one write", async () => {
    const here = "200000000000000014";
    const { id } = await withoutSite(() => elsewhere(somebody(), here, HEADER));
    const list = await server(MANAGE_SERVER, here);
    const { data } = list.reply as {
      data: { components: { components: { custom_id: string; label: string }[] }[] };
    };
    const [button] = data.components[0]?.components ?? [];
    expect(button?.label).toBe("Try again: header");
    const click = (member: { permissions?: string }, guild_id = here) =>
      system.send({ ...system.bodies.press(BOB, system.message, button?.custom_id ?? "", member), guild_id });
    expect((await click({ permissions: "0" })).words).toContain("**Manage Server**");
    expect((await click(MANAGE_SERVER, "200000000000000015")).words).toContain("only the person who asked");
    const before = await system.table.item(id);
    system.table.requests.length = 0;
    expect(await click(MANAGE_SERVER)).toMatchObject({
      ephemeral: true,
      words: expect.stringContaining("tried again"),
    });
    expect(system.table.requests).toEqual(["UpdateItemCommand"]);
    await system.deliver();
    const after = await system.table.item(id);
    expect(after).toMatchObject({ status: "previewed" });
    expect(after?.["history"]).toContainEqual(expect.objectContaining({ by: BOB.id, event: "redraft" }));
    for (const name of ["message_id", "click_token"]) expect(after?.[name]).toBe(before?.[name]);
  });

  test("says so when the option is not a person", async () => {
    const seen = await system.slash(BOB, { user: "Ann" }, "ux-admin", MANAGE_SERVER);
    expect(seen.words).toContain("`user` must be a person");
  });
});
