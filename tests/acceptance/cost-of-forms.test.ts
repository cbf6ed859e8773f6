import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { filledIn } from "#tests/support/answer.ts";
import { ANN, BOB } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
/** The units of every request since the last look, by the command. */
let units: [command: string, units: number][] = [];

beforeAll(async () => {
  system = await startSystem();
  await system.preview(ANN, { command: "section:header text:Before" });
  system.table.client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: "TOTAL" } });
        const { ConsumedCapacity } = result.output as { ConsumedCapacity?: { CapacityUnits?: number } };
        units.push([commandName, ConsumedCapacity?.CapacityUnits ?? 0]);
        return result;
      },
    { step: "initialize", priority: "high" },
  );
});
beforeEach(() => {
  units = [];
});
afterAll(() => system.stop());

type Form = Awaited<ReturnType<TestSystem["send"]>>;
const send = (form: Form, values: Record<string, string>) =>
  system.send(system.bodies.interaction(ANN, { type: 5, data: filledIn(form, values) }));

test("Edit reads the conversation for its form, and writes it once", async () => {
  const { message } = await system.preview(ANN, { command: 'section:header text:"Welcome" color:"#FF0080"' });
  units = [];
  const form = await system.press(ANN, message, "Edit");
  expect(units).toEqual([["GetItemCommand", 1]]);
  units = [];
  await system.submit(ANN, form, message, { Text: "Other" });
  expect(units).toEqual([["UpdateItemCommand", 2]]);
});

test("a section's form reads one small item, and starts as a command does", async () => {
  const form = await system.slash(ANN, { section: "header" });
  expect(units).toEqual([["GetItemCommand", 0.5]]);
  units = [];
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
  const data = {
    id: "5",
    type: 3,
    name: "Request a change",
    target_id: target.id,
    resolved: { messages: { [target.id]: target } },
  };
  const form = await system.send(system.bodies.interaction(ANN, { type: 2, data }));
  expect(units, "with its entry in the user index").toEqual([["PutItemCommand", 2]]);
  units = [];
  await send(form, {});
  expect(units, "the user index is not written again, the guild index is").toEqual([
    ["UpdateItemCommand", 3],
  ]);
});
