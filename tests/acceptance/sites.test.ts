import { readFile, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "#src/app.ts";
import { ANN, GUILD } from "#tests/support/people.ts";
import { recordingClient } from "#tests/support/recorded-requests.ts";
import { buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const command = 'section:header text:"Hello"';

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

describe("a server's own site", () => {
  beforeAll(async () => {
    const { catalogue } = (await system.app.sites.find(undefined)) ?? {};
    if (!catalogue) throw new Error("The default site has no catalogue");
    await system.app.sites.put({ guild_id: GUILD, repository: "owner/name", asker_role_ids: ["7"] });
    await system.app.sites.keepCatalogue(GUILD, catalogue);
    system.use(system.newContainer());
  });

  test("without the role that may ask, a request is refused in words and nothing is stored", async () => {
    const answer = await system.slash(ANN, { command });
    expect(answer.ephemeral).toBe(true);
    expect(answer.words).toBe(
      "You need another role in this server to change the site: <@&7>. Ask the people who manage the server for it.",
    );
    expect(await system.table.item(answer.id)).toBeUndefined();
  });

  test("with that role, or with Manage Server, it is accepted, for that site", async () => {
    for (const member of [{ roles: ["7"] }, { permissions: "32" }]) {
      const answer = await system.slash(ANN, { command }, "ux-update", member);
      expect(answer.reply.type).toBe(5);
      expect(await system.table.item(answer.id)).toMatchObject({ site: GUILD });
    }
  });

  test("that cannot be signed in to fails in words", async () => {
    await system.slash(ANN, { command }, "ux-update", { roles: ["7"] });
    await system.deliver();
    expect(system.message.content).toContain("cannot be opened");
  });

  test("once removed, the default of the environment counts again", async () => {
    expect(await system.app.sites.remove(GUILD)).toBe(true);
    expect(await system.app.sites.remove(GUILD)).toBe(false);
    await system.app.sites.keepCatalogue(GUILD, { version: "read a moment before", sections: [] });
    system.use(system.newContainer());
    const { id } = await system.slash(ANN, { command });
    expect(await system.table.item(id)).toMatchObject({ site: "default" });
  });
});

test("what changes about a site counts within a minute, in containers that know it already", async () => {
  const guild_id = "200000000000000002";
  const ask = () => system.send({ ...system.bodies.slash(ANN, { command }), guild_id });
  expect((await ask()).reply.type, "the default is anyone's").toBe(5);
  await system.app.sites.put({ guild_id, repository: "owner/name", asker_role_ids: ["7"] });
  expect((await ask()).reply.type, "it is remembered").toBe(5);
  system.passMinutes(1);
  expect((await ask()).words).toContain("another role");
});

test("the requests of a deployment's first minute wait for execution to read the site, and the next is answered at once", async () => {
  const ask = () => system.slash(ANN, { command: 'section:nowhere text:"x"' });
  await system.app.sites.remove("default");
  system.use(system.newContainer());
  expect((await ask()).reply.type, "deferred: nobody knows the site yet").toBe(5);
  await system.deliver();
  expect(system.message.content).toContain("no section called “nowhere”");
  system.table.requests.length = 0;
  await ask();
  expect(system.table.requests, "the site is read once a minute").toEqual(["PutItemCommand"]);
  system.passMinutes(1);
  const next = await ask();
  expect(next.ephemeral).toBe(true);
  expect(next.words).toContain("no section called “nowhere”");
});

const addSection = async (id: string) => {
  const written = await readFile(`${system.site.path}/ux-agent.json`, "utf8");
  const definition = JSON.parse(written) as { sections: { id: string; names?: string[] }[] };
  const [section] = definition.sections;
  definition.sections.push({ ...section, id, names: [] });
  await writeFile(`${system.site.path}/ux-agent.json`, JSON.stringify(definition));
  await system.site.git("commit", "--quiet", "--all", `--message=Add ${id}`);
};

describe("a section that was added to the site", () => {
  const blog = { command: 'section:blog text:"News"' };

  test("is not known at first, and is when it is asked for again", async () => {
    await addSection("blog");
    system.passMinutes(11);
    const first = await system.slash(ANN, blog);
    expect(first.ephemeral, "refused at once").toBe(true);
    expect(first.words).toContain("no section called “blog”");
    await system.deliver();
    expect((await system.slash(ANN, blog)).reply.type).toBe(5);
    await system.deliver();
    expect(buttonsOf(system.message)).toContain("Confirm");
  });

  test("is known in the words of an edit as well", async () => {
    const { message } = await system.preview(ANN, { command });
    await addSection("news");
    system.passMinutes(11);
    const modal = await system.press(ANN, message, "Edit");
    const edit = () => system.submit(ANN, modal, message, { Command: 'section:news text:"News"' });
    expect((await edit()).words).toContain("no section called “news”");
    await system.deliver();
    expect((await edit()).words).toContain("Preparing");
  });

  test("costs nothing while what is stored is young", async () => {
    system.table.requests.length = 0;
    await system.slash(ANN, { command: 'section:nowhere text:"x"' });
    expect(system.table.requests).toEqual([]);
  });

  test("that cannot be read does not hold up the stream", async () => {
    await system.deliver();
    system.passMinutes(11);
    await system.slash(ANN, { command: 'section:nowhere text:"x"' });
    const records = await system.table.records();
    expect(records).toHaveLength(1);
    system.app.sites.keepCatalogue = () => Promise.reject(new Error("The table is away"));
    expect(await system.execute(records)).toEqual([]);
    await system.slash(ANN, { command: 'section:nowhere text:"x"' });
    expect(await system.table.records(), "nor is it asked for again at once").toEqual([]);
    expect(system.functions.warnings.at(-1)).toContain("The table is away");
  });
});

test("a server whose own site DynamoDB leaves unread is not taken for one without", async () => {
  const answers = { BatchGetItem: { Responses: {}, UnprocessedKeys: {} } };
  const directory = () =>
    createApp(system.functions.config, { client: recordingClient([], answers), now: () => system.now }).sites;
  expect(await directory().find(GUILD)).toMatchObject({ guild_id: "default" });
  const Keys = [{ pk: { S: "site" }, sk: { S: GUILD } }];
  answers.BatchGetItem.UnprocessedKeys = { [system.table.name]: { Keys } };
  await expect(directory().find(GUILD)).rejects.toThrow("too busy");
});

test("a server that has neither a site of its own nor a default is told so", async () => {
  const bare = await startSystem();
  bare.forgetDefaultSite();
  const answer = await bare.slash(ANN, { command });
  expect(answer.ephemeral).toBe(true);
  expect(answer.words).toContain("no site to change yet");
  await bare.stop();
});
