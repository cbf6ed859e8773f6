import { afterAll, beforeAll, expect, test } from "vitest";
import { conversation } from "#deploy/cost/conversation.ts";
import { itemSize } from "#deploy/cost/item-size.ts";
import { note } from "#tests/support/measured.ts";
import { notedUnits } from "#tests/support/noted-units.ts";
import { ANN } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
/** The units of every request since the last look, by the command. */
let units: ReturnType<typeof notedUnits>;

beforeAll(async () => {
  system = await startSystem();
  // The site is read once a minute, not for each conversation.
  await system.preview(ANN, { command: "section:header text:Before" });
  units = notedUnits(system.table.client);
});
afterAll(() => system.stop());

const sumOf = (requests: typeof units): number => requests.reduce((sum, [, each]) => sum + each, 0);

/** The most that one write unit pays for, in bytes. */
const UNIT = 1024;

/** A record with what publishing to GitHub adds to it. */
const onGitHub = (record: Record<string, unknown>) => ({
  ...record,
  result: {
    ...(record["result"] as object),
    pull_request: { number: 1234, url: "https://github.com/harbour-coffee/website/pull/1234" },
  },
});

test("the reference conversation uses what the costs are computed from", async ({ task }) => {
  units.length = 0;
  const { id } = await system.slash(ANN, { command: 'section:header text:"Welcome" color:"#FF0080"' });
  const started = (await system.table.item(id)) ?? {};
  expect(started["reply_token"]).toHaveLength(214);
  expect(itemSize(started)).toBeLessThanOrEqual(UNIT);
  await system.deliver();
  const previewed = (await system.table.item(id)) ?? {};
  expect(previewed["preview_message"]).toHaveLength(conversation.previewCharacters);
  await system.press(ANN, system.message, "Confirm");
  await system.deliver();
  await system.expire(id);
  const reads = units.filter(([command]) => command === "GetItemCommand");
  const writes = units.filter(([command]) => command !== "GetItemCommand");
  expect(writes).toEqual([
    // The start, with its entries in the user index and in the guild index.
    ["PutItemCommand", 3],
    // It is counted.
    ["UpdateItemCommand", 1],
    // The preview, the confirmation and what was published.
    ["UpdateItemCommand", 2],
    ["UpdateItemCommand", 3],
    ["UpdateItemCommand", 3],
    // The record, with its entry in the user index. The guild index lost its own when the item's time had passed, for nothing.
    ["PutItemCommand", 3],
  ]);
  note(task, { writeUnits: sumOf(writes), startBytes: itemSize(started) });
  expect(sumOf(writes)).toBe(conversation.writeUnits);
  expect(sumOf(reads), "and the site, once a minute in each of two functions").toBe(
    conversation.readUnits - 2,
  );
  const record = onGitHub((await system.table.item(id)) ?? {});
  expect(itemSize(record)).toBeLessThanOrEqual(2 * UNIT);
  expect(itemSize(record) / conversation.recordBytes).toBeGreaterThan(0.9);
  expect(itemSize(record) / conversation.recordBytes).toBeLessThan(1.1);
});
