import * as fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Limits } from "#src/sites/limits.ts";
import { type UsageCounter, createUsageCounter } from "#src/sites/usage-counter.ts";
import { type TestTable, createTestTable } from "#tests/support/dynamodb.ts";
import { runs, within } from "#tests/support/runs.ts";

vi.setConfig({ testTimeout: within(120_000) });

const HOUR = 3_600_000;
const limits: Limits = { person_open: 3, person_hourly: 5, server_open: 6, server_hourly: 9 };

let table: TestTable;
let time: number;
/** What is open, as `openAmong` finds it. */
let open: Set<string>;
let counter: UsageCounter;
beforeAll(async () => {
  table = await createTestTable();
});

let worlds = 0;
/** A server that nothing was asked for in yet. */
function newServer(): string {
  time = Date.parse("2026-11-25T10:00:00.000Z");
  open = new Set();
  counter = createUsageCounter({
    table: table.name,
    client: table.client,
    now: () => new Date(time),
    openAmong: async (ids) => new Set(ids.filter((id) => open.has(id))),
  });
  return String(8_000_000 + (worlds += 1));
}

let ids = 0;
async function ask(guild_id: string, user_id: string, conversation_id = String((ids += 1))) {
  open.add(conversation_id);
  const { limit } = await counter.count({ conversation_id, user_id, guild_id }, limits);
  if (limit) open.delete(conversation_id);
  return { conversation_id, limit };
}

const accepted = (asked: { limit: unknown }[]) => asked.filter(({ limit }) => limit === null).length;

describe("of many at once", () => {
  test("by one person, exactly as many as may be open are counted", async () => {
    const guild = newServer();
    const asked = await Promise.all(Array.from({ length: 40 }, () => ask(guild, "1")));
    expect(accepted(asked)).toBe(limits.person_open);
  });

  test("by many people, exactly as many as may be open in the server are counted", async () => {
    const guild = newServer();
    const asked = await Promise.all(Array.from({ length: 40 }, (_, user) => ask(guild, String(user))));
    expect(accepted(asked)).toBe(limits.server_open);
  });

  test("deliveries of one request, it is counted once", async () => {
    const guild = newServer();
    const asked = await Promise.all(Array.from({ length: 20 }, () => ask(guild, "1", "42")));
    expect(accepted(asked)).toBe(20);
    expect(await table.counter(guild)).toMatchObject({ open: new Set(["42"]), "open#1": new Set(["42"]) });
    expect((await table.counter(guild))?.["asked"]).toHaveProperty("size", 1);
  });

  test("after all of an hour before have ended, the room is shared out once", async () => {
    const guild = newServer();
    for (let n = 0; n < 6; n += 1) await ask(guild, String(n % 2));
    open.clear();
    time += HOUR + 1000;
    const asked = await Promise.all(Array.from({ length: 30 }, (_, n) => ask(guild, String(n % 5))));
    expect(accepted(asked)).toBe(limits.server_open);
  });
});

test("the usual request takes one write, and the first after an end finds that out with three", async () => {
  const guild = newServer();
  table.requests.length = 0;
  const first = await ask(guild, "1");
  expect(table.requests).toEqual(["UpdateItemCommand"]);
  await ask(guild, "1");
  await ask(guild, "1");
  open.delete(first.conversation_id);
  table.requests.length = 0;
  expect((await ask(guild, "1")).limit).toBeNull();
  expect(table.requests, "lost, made room, counted").toHaveLength(3);
});

test("whatever happens in whatever order, the limits hold and nobody is refused with room left", async () => {
  const happening = fc.oneof(
    { weight: 5, arbitrary: fc.record({ user: fc.constantFrom("1", "2", "3") }) },
    { weight: 3, arbitrary: fc.record({ end: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ wait: fc.constantFrom(60_000, 25 * 60_000, HOUR + 1000) }) },
  );
  const property = fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (happenings) => {
    const guild = newServer();
    const counted: { user: string; id: string; at: number }[] = [];
    for (const happens of happenings) {
      if ("wait" in happens) time += happens.wait;
      if ("end" in happens) open.delete([...open][happens.end % Math.max(open.size, 1)] ?? "");
      if (!("user" in happens)) continue;
      const { user } = happens;
      const recent = counted.filter(({ at }) => at > time - HOUR);
      const live = counted.filter(({ id }) => open.has(id));
      const of = (list: typeof counted) => list.filter((one) => one.user === user).length;
      const room =
        of(live) < limits.person_open &&
        of(recent) < limits.person_hourly &&
        live.length < limits.server_open &&
        recent.length < limits.server_hourly;
      const { conversation_id: id, limit } = await ask(guild, user);
      expect(limit === null).toBe(room);
      if (limit === null) counted.push({ user, id, at: time });
    }
    const { asked = new Set(), open: kept = new Set() } = (await table.counter(guild)) ?? {};
    expect((asked as Set<string>).size).toBeLessThanOrEqual(limits.server_hourly);
    expect((kept as Set<string>).size).toBeLessThanOrEqual(limits.server_open);
  });
  await fc.assert(property, { numRuns: runs(60) });
});
