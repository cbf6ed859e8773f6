import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { english } from "#src/words/english.ts";
import type { Say } from "#src/words/say.ts";
import { speech } from "#src/words/speech.ts";
import { AdminApi } from "#tests/support/admin-api.ts";
import { ANN, BOB, KLARA, LUZ, MANAGE_SERVER, type User } from "#tests/support/people.ts";
import { buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const EVE: User = { id: "100000000000000006", username: "eve", global_name: "Eve", locale: "fr" };

const command = 'section:header text:"Hello"';

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const shown = () => system.message.content;

/** What the system's Discord takes is held against Discord's own description, so that each of these does so in its language. */
describe.each([
  ["English", ANN],
  ["German", KLARA],
  ["Spanish", LUZ],
  ["English where there is no other", EVE],
])("to its owner a request speaks %s", (_, owner) => {
  let say: Say;
  beforeAll(async () => void (say = await speech(owner.locale)));

  it("from the preview until it is withdrawn", async () => {
    const { message } = await system.preview(owner, { command });
    expect(shown()).toContain(say("preview.not-published"));
    expect(buttonsOf(message)).toEqual([say("button.confirm"), say("button.edit"), say("button.cancel")]);
    await system.press(owner, message, say("button.confirm"));
    expect(shown()).toBe(say("message.publishing"));
    await system.deliver();
    expect(buttonsOf(system.message)).toEqual([say("button.withdraw"), say("button.undo")]);
    const [, branch = "", commit = ""] = /`([^`]+)`[^`]+`([^`]+)`/.exec(shown()) ?? [];
    expect(shown()).toBe(say("message.published-branch", { branch, commit }));
    await system.press(owner, system.message, say("button.withdraw"));
    expect(shown()).toBe(say("message.withdrawing"));
    await system.deliver();
    expect(shown()).toBe(say("message.withdrawn"));
  });

  it("when it is cancelled", async () => {
    const { message } = await system.preview(owner, { command });
    await system.press(owner, message, say("button.cancel"));
    expect(shown()).toBe(say("message.cancelled"));
  });

  it("when it expires, and by whoever finds that out", async () => {
    const { message } = await system.preview(owner, { command });
    system.passMinutes(61);
    await system.press(owner, message, say("button.confirm"));
    expect(shown()).toBe(say("message.expired"));
    const { id } = await system.preview(owner, { command });
    await system.expire(id);
    expect(shown()).toBe(say("message.expired"));
  });

  it("in their list", async () => {
    const { reply } = await system.slash(owner, {}, "ux-status");
    expect(JSON.stringify(reply)).toContain(say("list.own"));
    expect(JSON.stringify(reply)).toContain(say("status.withdrawn"));
  });
});

describe("a German owner beside people who speak English and Spanish", () => {
  test("each reads a private answer in their own language, and all read the message in the owner's", async () => {
    const german = await speech("de");
    const { message } = await system.preview(KLARA, { command });
    const before = shown();
    for (const other of [BOB, LUZ]) {
      const say = await speech(other.locale);
      const answer = await system.press(other, message, german("button.confirm"));
      expect(answer).toMatchObject({ ephemeral: true, words: say("refused.not-yours") });
    }
    expect(shown()).toBe(before);
    expect(before).toContain(german("preview.this"));
  });

  test("an administrator who withdraws for the owner does so in the owner's language", async () => {
    const german = await speech("de");
    const { message } = await system.preview(KLARA, { command });
    await system.press(KLARA, message, german("button.confirm"));
    await system.deliver();
    await system.press(BOB, system.message, german("button.withdraw"), MANAGE_SERVER);
    expect(shown()).toBe(german("message.withdrawing"));
    await system.deliver();
    expect(shown()).toBe(german("message.withdrawn"));
  });

  test("a failure is stored as a sentence, which its reader sees in their language and an operator in English", async () => {
    const german = await speech("de");
    const asItIs = 'section:header text:"Coffee with a view of the harbour"';
    const { id } = await system.preview(KLARA, { command: asItIs });
    const told = { section: "Header" };
    expect((await system.table.item(id))?.["failure"]).toEqual({
      code: "unchanged",
      message: english("failed.unchanged", told),
      said: { key: "failed.unchanged", params: told },
    });
    expect(shown()).toBe(`❌ ${german("failed.unchanged", told)}`);
    const { body } = await new AdminApi(() => system.app).show(id);
    expect(body.failure?.message).toBe(english("failed.unchanged", told));
    const spanish = await speech(LUZ.locale);
    const { reply } = await system.slash({ ...LUZ, id: KLARA.id }, {}, "ux-status");
    expect(JSON.stringify(reply), "and whoever lists it reads it in theirs").toContain(
      spanish("status.failed-because", { why: spanish("failed.unchanged", told) }),
    );
  });

  test("only a conversation that does not speak English says so, and so does its record", async () => {
    const { id } = await system.preview(KLARA, { command });
    expect(await system.table.item(id)).toMatchObject({ locale: "de" });
    await system.expire(id);
    expect(await system.table.item(id)).toMatchObject({ locale: "de", outcome: "expired" });
    const { id: other } = await system.preview(ANN, { command });
    expect(await system.table.item(other)).not.toHaveProperty("locale");
  });

  test("what is done to a list is told in the owner's language, and the site's developers read English", async () => {
    const german = await speech("de");
    const { id, message } = await system.preview(KLARA, { command: 'section:navbar remove:"Visit"' });
    const told = { list: "Links", item: "Visit" };
    expect(message.embeds[0]?.description).toContain(german("change.remove", told));
    await system.press(KLARA, message, german("button.confirm"));
    await system.deliver();
    const commit = await system.site.git("log", "-1", "--format=%B", `ux-update/navbar-${id}`);
    expect(commit).toContain(english("change.remove", told));
  });
});
