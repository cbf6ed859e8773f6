import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ANN, GUILD } from "#tests/support/people.ts";
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
    expect(answer.words).toContain("another role");
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

test("a server that has neither a site of its own nor a default is told so", async () => {
  const bare = await startSystem();
  bare.forgetDefaultSite();
  const answer = await bare.slash(ANN, { command });
  expect(answer.ephemeral).toBe(true);
  expect(answer.words).toContain("no site to change yet");
  await bare.stop();
});
