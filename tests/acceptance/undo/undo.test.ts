import { afterAll, beforeAll, expect, test } from "vitest";
import { ANN } from "#tests/support/people.ts";
import { buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";
import { FOOTER, HEADER, NAVBAR, Undoing } from "./undoing.ts";

let system: TestSystem;
let undoing: Undoing;
beforeAll(async () => {
  system = await startSystem();
  undoing = await Undoing.on(system);
});
afterAll(() => system.stop());

test("a merged change of several files is undone by one request and one commit, however often Undo is pressed", async () => {
  const files = [FOOTER, HEADER, NAVBAR];
  const before = await Promise.all(files.map(undoing.onMain));
  const { id, message } = await undoing.merged(
    'section:header text:"Sale" section:footer text:"Sale" color:#111111 section:navbar text:"Sale"',
  );
  expect(buttonsOf(message)).toEqual(["Withdraw", "Undo"]);
  system.table.requests.length = 0;
  const payload = system.pressed(ANN, message, "Undo");
  const first = await system.send(payload);
  expect(first.reply.type).toBe(5);
  expect(system.table.requests).toEqual(["UpdateItemCommand", "PutItemCommand"]);
  expect((await system.send(payload)).reply).toEqual(first.reply);
  const second = await system.press(ANN, message, "Undo");
  expect(second.ephemeral).toBe(true);
  expect(second.words).toContain("An undo of this change has been asked for already");
  system.table.requests.length = 0;
  await system.deliver();
  // The undo itself, and what it takes back; those who look after its server have an index of their own.
  expect(system.table.requests.filter((name) => name === "GetItemCommand")).toHaveLength(2);
  expect(system.message.content).toContain(`This takes back \`ux-update/header-${id}\``);
  await undoing.confirm(system.message);
  const branch = await undoing.branchOf(first.id);
  expect(await system.site.changedOn(branch)).toEqual(files);
  expect(await Promise.all(files.map((path) => undoing.published(first.id, path)))).toEqual(before);
  expect((await system.site.git("rev-list", "--count", `main..${branch}`)).trim()).toBe("1");
  expect(await system.site.git("log", "-1", "--format=%B", branch)).toContain(
    `> Undo of ux-update/header-${id}`,
  );
});
