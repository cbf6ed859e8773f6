import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Message } from "#stand-ins/discord/messages.ts";
import { labelsOf } from "#tests/support/answer.ts";
import { settleDefaultSite } from "#tests/support/default-site.ts";
import { ANN, BOB, GUILD, MANAGE_SERVER } from "#tests/support/people.ts";
import { buttonsOf, customIdOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const command = 'section:header text:"Hello"';
const OTHER_GUILD = "200000000000000009";
const EDITOR = { roles: ["7"] };

let system: TestSystem;

/** A request that comes from elsewhere: another server, or `null` for a direct message. */
function askFrom(guild: string | null) {
  const body = { ...system.bodies.slash(ANN, { command }), guild_id: guild ?? undefined };
  return system.send(guild ? body : { ...body, member: undefined, user: ANN });
}

const press = (label: string) => system.press(ANN, system.message, label);

function pressFrom(guild: string, user: typeof ANN, label: string, member = {}) {
  const { message } = system;
  const body = system.bodies.press(user, message, customIdOf(message, label), member);
  return system.send({ ...body, guild_id: guild });
}

describe("a deployment that names the servers of its default site", () => {
  beforeAll(async () => {
    system = await startSystem({ DISCORD_GUILD_IDS: `${GUILD}, 200000000000000003` });
  });
  afterAll(() => system.stop());

  test("serves them", async () => {
    expect((await askFrom(GUILD)).reply.type).toBe(5);
    expect((await askFrom("200000000000000003")).reply.type).toBe(5);
  });

  test("refuses a server that is not among them, in words that only the person sees, and stores nothing", async () => {
    const answer = await askFrom(OTHER_GUILD);
    expect(answer.ephemeral).toBe(true);
    expect(answer.words).toContain(`DISCORD_GUILD_IDS`);
    expect(answer.words).toContain(OTHER_GUILD);
    expect(await system.table.item(answer.id)).toBeUndefined();
  });

  test("refuses its manager, too", async () => {
    const body = system.bodies.slash(ANN, { command }, "ux-update", MANAGE_SERVER);
    expect((await system.send({ ...body, guild_id: OTHER_GUILD })).ephemeral).toBe(true);
  });

  test("refuses a direct message", async () => {
    const answer = await askFrom(null);
    expect(answer.ephemeral).toBe(true);
    expect(answer.words).toContain("in a direct message");
    expect(await system.table.item(answer.id)).toBeUndefined();
  });

  test("serves a server that has a site of its own without naming it", async () => {
    const own = "200000000000000004";
    const { catalogue } = (await system.app.sites.find(GUILD)) ?? {};
    if (!catalogue) throw new Error("The default site has no catalogue");
    await system.app.sites.put({ guild_id: own, repository: "owner/name" });
    await system.app.sites.keepCatalogue(own, catalogue);
    expect((await askFrom(own)).reply.type).toBe(5);
  });

  test("reads the site of a stranger's server at most once a minute", async () => {
    system.use(system.newContainer());
    system.table.requests.length = 0;
    for (let time = 0; time < 5; time += 1) await askFrom(OTHER_GUILD);
    expect(system.table.requests).toEqual(["BatchGetItemCommand"]);
  });
});

describe("a default site that names the roles that may ask", () => {
  beforeAll(async () => {
    system = await startSystem();
    await settleDefaultSite(system, { asker_role_ids: ["7"] });
  });
  afterAll(() => system.stop());

  test("asks every server for one of them", async () => {
    expect((await askFrom(OTHER_GUILD)).words).toContain("<@&7>");
  });

  test("refuses direct messages, which carry no roles", async () => {
    const answer = await askFrom(null);
    expect(answer.ephemeral).toBe(true);
    expect(answer.words).toContain("in a direct message");
  });

  describe("once a person has lost the role, refuses", () => {
    let id: string;
    let message: Message;
    beforeEach(async () => {
      ({ id } = await system.slash(ANN, { command }, "ux-update", EDITOR));
      await system.deliver();
      message = system.message;
    });

    const expectUnchanged = async (act: () => Promise<{ ephemeral: boolean; words: string }>) => {
      const before = await system.table.item(id);
      const answer = await act();
      expect(answer).toMatchObject({ ephemeral: true, words: expect.stringContaining("<@&7>") });
      expect(await system.table.item(id)).toEqual(before);
    };
    test("Confirm", async () => {
      await expectUnchanged(() => press("Confirm"));
      await system.deliver();
      expect(await system.site.git("branch", "--list", `*${id}`)).toBe("");
    });

    test("Edit, when it is pressed and when it is sent", async () => {
      const modal = await system.press(ANN, message, "Edit", EDITOR);
      await expectUnchanged(() => press("Edit"));
      const words = { Command: 'section:header text:"Something else"' };
      await expectUnchanged(() => system.submit(ANN, modal, message, words));
      expect((await system.submit(ANN, modal, message, words, EDITOR)).words).toContain("Preparing");
      await system.deliver();
    });

    test("Answer, when it is pressed and when it is sent", async () => {
      ({ id } = await system.slash(ANN, { description: "make the header darker" }, "ux-update", EDITOR));
      const asked = system.message;
      const modal = await system.press(ANN, asked, "Answer", EDITOR);
      await expectUnchanged(() => press("Answer"));
      const answers = Object.fromEntries(labelsOf(modal).map((label) => [label, "#000000"]));
      await expectUnchanged(() => system.submit(ANN, modal, asked, answers));
    });

    test("Try again, after a failure while publishing and while drafting", async () => {
      const confirm = customIdOf(message, "Confirm");
      await system.site.git("mv", "src/components/Header.jsx", "src/components/Moved.jsx");
      await system.site.git("commit", "--quiet", "--message=Moved");
      await system.send(system.bodies.press(ANN, message, confirm, EDITOR));
      await system.deliver();
      await expectUnchanged(() => press("Try again"));
      ({ id } = await system.slash(ANN, { command }, "ux-update", EDITOR));
      await system.deliver();
      await expectUnchanged(() => press("Try again"));
      await system.site.git("revert", "--no-edit", "HEAD");
    });

    test("but not Cancel", async () => {
      expect(buttonsOf(message)).toContain("Cancel");
      expect((await press("Cancel")).words).toContain("Cancelled");
    });

    test("at one request and one look at the site a minute", async () => {
      system.use(system.newContainer());
      system.table.requests.length = 0;
      await press("Confirm");
      await press("Confirm");
      expect(system.table.requests).toEqual(["BatchGetItemCommand"]);
      await system.press(ANN, message, "Confirm", EDITOR);
      expect(system.table.requests).toEqual(["BatchGetItemCommand", "UpdateItemCommand"]);
    });
  });
});

describe("what was asked for in one server", () => {
  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(() => system.stop());

  test("is not withdrawn by the manager of another", async () => {
    const { id, message } = await system.preview(ANN, { command });
    await system.press(ANN, message, "Confirm");
    await system.deliver();
    const answer = await pressFrom(OTHER_GUILD, BOB, "Withdraw", MANAGE_SERVER);
    expect(answer.ephemeral).toBe(true);
    expect(answer.words).toContain("only the person who asked");
    expect(await system.table.item(id)).toMatchObject({ status: "published" });
    await system.expire(id);
    expect((await pressFrom(OTHER_GUILD, BOB, "Withdraw", MANAGE_SERVER)).words).not.toContain("ux-update/");
  });

  test("is not confirmed from another, not even by its owner", async () => {
    const { id } = await system.preview(ANN, { command: 'section:header text:"Elsewhere"' });
    expect((await pressFrom(OTHER_GUILD, ANN, "Confirm")).words).toContain("another server");
    expect(await system.table.item(id)).toMatchObject({ status: "previewed" });
  });
});
