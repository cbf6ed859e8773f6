import { afterAll, beforeAll, expect, test } from "vitest";
import { labelsOf } from "#tests/support/answer.ts";
import { settleDefaultSite } from "#tests/support/default-site.ts";
import { notedUnits } from "#tests/support/noted-units.ts";
import { ANN, APPROVER, BOB, CARL, GUILD, MANAGE_SERVER } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const LOG = "400000000000000077";

let system: TestSystem;
/** The units of every request since the last look, by the command. */
let units: ReturnType<typeof notedUnits>;

beforeAll(async () => {
  system = await startSystem({ DISCORD_BOT_TOKEN: "bot" });
  units = notedUnits(system.table.client);
});
afterAll(() => system.stop());

/** From now on so many others approve, and what is counted is no first request of a container. */
async function needs(approvals: number) {
  await settleDefaultSite(system, { approvals, approver_role_ids: APPROVER.roles });
  await system.slash(ANN, {}, "ux-status");
}

let texts = 0;
async function submitted() {
  const { id, message } = await system.preview(ANN, {
    command: `section:header text:"Text ${(texts += 1)}"`,
  });
  await system.press(ANN, message, "Confirm");
  await system.deliver();
  units.length = 0;
  return { id, message: structuredClone(system.discord.standIn.channel.message(message.id) ?? message) };
}

test("Confirm is one write where others approve, too; telling them is one more, and the last approval is one", async () => {
  await needs(1);
  const { message: previewed } = await system.preview(ANN, { command: 'section:header text:"First"' });
  units.length = 0;
  await system.press(ANN, previewed, "Confirm");
  expect(units).toEqual([["UpdateItemCommand", 3]]);
  units.length = 0;
  await system.deliver();
  const writes = units.filter(([command]) => command === "UpdateItemCommand");
  expect(writes, "that they were told is noted").toEqual([["UpdateItemCommand", 3]]);
  const { message } = await submitted();
  await system.press(BOB, message, "Approve", APPROVER);
  expect(units).toEqual([["UpdateItemCommand", 3]]);
  await system.deliver();
});

test("an approval that is not the last is a lost condition and a write", async () => {
  await needs(2);
  const { message } = await submitted();
  system.table.requests.length = 0;
  await system.press(BOB, message, "Approve", APPROVER);
  expect(system.table.requests).toEqual(["UpdateItemCommand", "UpdateItemCommand"]);
  units.length = 0;
  await system.press(CARL, message, "Approve", APPROVER);
  expect(units).toEqual([["UpdateItemCommand", 3]]);
  await system.deliver();
});

test("Decline reads the conversation for its form, and writes it once", async () => {
  await needs(1);
  const { message } = await submitted();
  const form = await system.press(BOB, message, "Decline", APPROVER);
  expect(units).toEqual([["GetItemCommand", 1]]);
  units.length = 0;
  await system.submit(BOB, form, message, { [labelsOf(form)[0] ?? ""]: "no" }, APPROVER);
  expect(units).toEqual([["UpdateItemCommand", 3]]);
  await system.deliver();
});

test("what is typed asks for nothing while the site is known, and for the site once", async () => {
  const type = () => system.send(system.bodies.typing(ANN, { section: "" }, { focused: "section" }));
  await type();
  units.length = 0;
  await type();
  expect(units).toEqual([]);
  system.passMinutes(2);
  await type();
  expect(units.map(([command]) => command)).toEqual(["BatchGetItemCommand"]);
});

test("the list of a server is a query and a batch get, and a block one small write", async () => {
  await submitted();
  await system.slash(BOB, {}, "ux-admin", MANAGE_SERVER);
  expect(units.map(([command]) => command)).toEqual(["QueryCommand", "BatchGetItemCommand"]);
  units.length = 0;
  await system.send(system.bodies.press(BOB, system.message, `block:${CARL.id}:1`, MANAGE_SERVER));
  expect(units).toEqual([["UpdateItemCommand", 1]]);
});

test("a log channel costs a person's click nothing, and a Cancel one read of the record", async () => {
  await settleDefaultSite(system, { log_channel: { id: LOG, guild_id: GUILD } });
  system.passMinutes(2);
  const first = await system.preview(ANN, { command: 'section:header text:"Warm"' });
  await system.press(ANN, first.message, "Cancel");
  await system.deliver();
  const { message } = await system.preview(ANN, { command: 'section:header text:"Logged"' });
  units.length = 0;
  await system.press(ANN, message, "Cancel");
  expect(units.map(([command]) => command)).toEqual(["DeleteItemCommand"]);
  units.length = 0;
  await system.deliver();
  expect(units.map(([command]) => command)).toEqual(["PutItemCommand", "GetItemCommand"]);
  const told = system.discord.standIn.channel.messages().filter(({ channel_id }) => channel_id === LOG);
  expect(told).toHaveLength(2);
});
