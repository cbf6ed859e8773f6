import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { AdminApi } from "#tests/support/admin-api.ts";
import { labelsOf } from "#tests/support/answer.ts";
import { ANN, BOB } from "#tests/support/people.ts";
import { diffOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";
import { HEADER, Undoing } from "./undoing.ts";

let system: TestSystem;
let undoing: Undoing;
beforeAll(async () => {
  system = await startSystem();
  undoing = await Undoing.on(system);
});
beforeEach(() => undoing.reset());
afterAll(() => system.stop());

test("the conversation says what it takes back, and what was published says by what it was", async () => {
  const { id, message } = await undoing.merged('section:header text:"Black Friday" color:#111111');
  const undone = await undoing.undone(message);
  expect(await system.table.item(undone)).toMatchObject({
    status: "published",
    undo_of: { conversation_id: id, branch: await undoing.branchOf(id) },
    section: "header",
  });
  const api = new AdminApi(() => system.app);
  expect((await api.show(undone)).body).toMatchObject({ undo_of: { conversation_id: id } });
  expect((await api.show(id)).body).toMatchObject({ undone_by: undone });
  const again = await system.press(ANN, message, "Undo");
  expect(again.ephemeral).toBe(true);
  expect(again.words).toBe(
    `An undo of this change is published already: \`${await undoing.branchOf(undone)}\`. Press **Undo** there to bring the change back.`,
  );
});

test("an undo is something published, too: it is undone as well", async () => {
  const { message } = await undoing.merged('section:header text:"Once more"');
  const changed = await undoing.onMain(HEADER);
  const first = await undoing.undone(message);
  const undone = system.message;
  await undoing.merge(first);
  expect(await undoing.onMain(HEADER)).not.toBe(changed);
  expect(await undoing.published(await undoing.undone(undone), HEADER)).toBe(changed);
});

test("days later it is undone from its record, and /ux-status has a button for it", async () => {
  const before = await undoing.onMain(HEADER);
  const { id, message } = await undoing.merged('section:header text:"Days ago"');
  await system.expire(id);
  expect(await system.table.item(id)).toMatchObject({ outcome: "published" });
  const status = await system.slash(ANN, {}, "ux-status");
  const list = JSON.stringify(status.reply);
  expect(list).toContain("↩️ 1");
  expect(list).toContain(`"undo:${id}:1"`);
  const pressed = system.bodies.press(ANN, message, `undo:${id}:1`);
  const { id: undone } = await system.send(pressed);
  await system.deliver();
  await undoing.confirm(system.message);
  expect(await undoing.published(undone, HEADER)).toBe(before);
  const own = JSON.stringify((await system.slash(ANN, {}, "ux-status")).reply);
  expect(own).toContain(`undo of \`ux-update/header-${id}\``);
  expect(system.discord.standIn.violations).toEqual([]);
});

test("what is not on the site is said to be nothing to undo", async () => {
  const { message } = await system.preview(ANN, { command: 'section:header text:"Not merged"' });
  const { id } = await undoing.undo(await undoing.confirm(message));
  expect(await system.table.item(id)).toMatchObject({ status: "failed" });
  expect(system.message.content).toBe(
    "❌ Nothing of this change is on the site now, so there is nothing to undo. While it is not merged, **Withdraw** on its message takes it back.",
  );
});

test("what was withdrawn cannot be undone", async () => {
  const { message } = await system.preview(ANN, { command: 'section:header text:"Withdrawn"' });
  const published = await undoing.confirm(message);
  await system.press(ANN, published, "Withdraw");
  await system.deliver();
  expect((await undoing.undo(published)).words).toContain("withdrawn, so there is nothing to undo");
});

test("what was erased cannot be undone, nor anything whose record is over", async () => {
  const { id, message } = await undoing.merged('section:header text:"Over"');
  await system.expire(id);
  const { message: erased } = await undoing.merged('section:footer text:"Erased"');
  const { time } = system;
  system.passMinutes(91 * 24 * 60);
  expect((await undoing.undo(message)).words).toContain("This change is not known here any more");
  system.time = time;
  await system.app.userConversations.erase(ANN.id);
  expect((await undoing.undo(erased)).words).toContain("This change is not known here any more");
});

test("what was erased after its undo was previewed is published as it was shown", async () => {
  const before = await undoing.onMain(HEADER);
  const { id, message } = await undoing.merged('section:header text:"Erased in between"');
  const { id: undone } = await undoing.undo(message);
  await system.table.remove(id);
  await undoing.confirm(system.message);
  expect(await undoing.published(undone, HEADER)).toBe(before);
});

test("an undo is its presser's own, and a person of another server learns nothing of it", async () => {
  const { id, message } = await undoing.merged('section:header text:"Of Ann"');
  const payload = system.pressed(BOB, message, "Undo");
  const elsewhere = await system.send({ ...payload, guild_id: "200000000000000002" });
  expect(elsewhere.words).toContain("This change is not known here any more");
  const { id: undone } = await system.press(BOB, message, "Undo");
  await system.deliver();
  expect(await system.table.item(undone)).toMatchObject({
    user_id: BOB.id,
    undo_of: { conversation_id: id },
  });
});

test("edited into other words, it is a request like any other", async () => {
  const { message } = await undoing.merged('section:header text:"Edited"');
  const { id } = await undoing.undo(message);
  const modal = await system.press(ANN, system.message, "Edit");
  await system.submit(ANN, modal, system.message, {
    "In your own words": 'set the footer text to "Other words"',
  });
  await system.deliver();
  expect(diffOf(system.message)).toContain("Other words");
  expect(system.message.content).not.toContain("takes back");
  expect(await system.table.item(id)).toMatchObject({ section: "footer" });
});

test("a value that its owner changes in the form of Edit goes in place of the earlier one", async () => {
  const { message } = await undoing.merged('section:header text:"By form" color:"#111111"');
  const { id } = await undoing.undo(message);
  const modal = await system.press(ANN, system.message, "Edit");
  expect(labelsOf(modal)).toContain("Text");
  await system.submit(ANN, modal, system.message, { Text: "Neither of both" });
  await system.deliver();
  expect(system.message.content).toContain("This takes back");
  expect(diffOf(system.message)).toContain("Neither of both");
  expect(diffOf(system.message)).toContain("#111111");
  await undoing.confirm(system.message);
  const log = await system.site.git("log", "-1", "--format=%B", await undoing.branchOf(id));
  expect(log).toContain("> Undo of ux-update/header-");
  expect(log).toContain("Neither of both");
});
