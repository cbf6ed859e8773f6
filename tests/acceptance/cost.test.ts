import { afterAll, beforeAll, expect, test } from "vitest";
import { conversation } from "#deploy/cost/conversation.ts";
import { itemSize } from "#deploy/cost/item-size.ts";
import { ANN } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
/** The units of every request since the last look, by the command. */
let units: [command: string, units: number][] = [];

beforeAll(async () => {
  system = await startSystem();
  // The site is read once a minute, not for each conversation.
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
afterAll(() => system.stop());

const sumOf = (requests: typeof units): number => requests.reduce((sum, [, each]) => sum + each, 0);

test("a conversation uses what the costs are computed from", async () => {
  units = [];
  const { id, message } = await system.preview(ANN, {
    command: 'section:header text:"Welcome, dear guests" color:"#FF0080"',
  });
  await system.press(ANN, message, "Confirm");
  await system.deliver();
  await system.expire(id);
  const reads = units.filter(([command]) => command === "GetItemCommand");
  const writes = units.filter(([command]) => command !== "GetItemCommand");
  expect(writes.map(([command]) => command)).toEqual([
    "PutItemCommand",
    "UpdateItemCommand",
    "UpdateItemCommand",
    "UpdateItemCommand",
    "UpdateItemCommand",
    "PutItemCommand",
  ]);
  expect(sumOf(writes)).toBe(conversation.writeUnits);
  expect(sumOf(reads), "and the site, once a minute in each of two functions").toBe(
    conversation.readUnits - 2,
  );
  const size = itemSize((await system.table.item(id)) ?? {});
  expect(size / conversation.recordBytes).toBeGreaterThan(0.8);
  expect(size / conversation.recordBytes).toBeLessThan(1.25);
});
