import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { notedUnits } from "#tests/support/noted-units.ts";
import { ANN, BOB } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
/** The units of every request since the last look, by the command. */
let units: ReturnType<typeof notedUnits>;

beforeAll(async () => {
  system = await startSystem();
  await system.preview(ANN, { command: "section:header text:Before" });
  units = notedUnits(system.table.client);
});
beforeEach(() => {
  units.length = 0;
});
afterAll(() => system.stop());

type Form = Awaited<ReturnType<TestSystem["send"]>>;
const send = (form: Form, values: Record<string, string>) => system.submit(ANN, form, null, values);

test("Edit reads the conversation for its form, and writes it once", async () => {
  const { message } = await system.preview(ANN, { command: 'section:header text:"Welcome" color:"#FF0080"' });
  units.length = 0;
  const form = await system.press(ANN, message, "Edit");
  expect(units).toEqual([["GetItemCommand", 1]]);
  units.length = 0;
  await system.submit(ANN, form, message, { Text: "Other" });
  expect(units).toEqual([["UpdateItemCommand", 2]]);
});

test("a section's form reads one small item, and starts as a command does", async () => {
  const form = await system.slash(ANN, { section: "header" });
  expect(units).toEqual([["GetItemCommand", 0.5]]);
  units.length = 0;
  await send(form, { Text: "By form" });
  expect(units, "with both indexes").toEqual([["PutItemCommand", 3]]);
});

test("Request a change takes a write to open and a write to start", async () => {
  const target = {
    id: "700000000000000001",
    channel_id: "4",
    content: 'make the header say "Fresh bread"',
    author: BOB,
    attachments: [],
  };
  const form = await system.send(system.bodies.menu(ANN, target));
  expect(units, "with its entry in the user index").toEqual([["PutItemCommand", 2]]);
  units.length = 0;
  await send(form, {});
  expect(units, "the user index is not written again, the guild index is").toEqual([
    ["UpdateItemCommand", 3],
  ]);
});
