import { beforeEach, describe, expect, test } from "vitest";
import { createApp } from "#src/app.ts";
import { readConfig } from "#src/config.ts";
import { NewerShapeError } from "#src/errors.ts";
import { type DispatchPorts, dispatch } from "#src/execution/dispatch.ts";
import type { Task } from "#src/execution/task.ts";

/** What a later release would store: names that this one routes by, and others that it cannot read. */
const newer = {
  __edb_e__: "conversation",
  shape: 99,
  conversation_id: "1",
  revision: 3,
  status: "confirmed",
  request: ["of", "another", "kind"],
};
const at = new Date("2026-11-25T10:00:00Z");

let sent: { task: Task; id: string }[];
let archived: unknown[];
let ports: DispatchPorts;
beforeEach(() => {
  [sent, archived] = [[], []];
  const { conversations, sites } = createApp(readConfig([], {}));
  ports = {
    conversations: {
      parse: (item) => conversations.parse(item),
      archive: async (record) => {
        archived.push(record);
        return record;
      },
    },
    farewells: { keep: async () => false },
    sites,
    queue: { send: async (task, id) => void sent.push({ task, id }) },
    board: { showByToken: () => Promise.reject(new Error("not shown")) },
    recordRetentionDays: 90,
    metrics: { count: () => {} },
  };
});

describe("what a later release stored", () => {
  test("waits in the queue, under its own conversation, and not in the stream", async () => {
    await dispatch(ports, { id: "event-1", item: newer, removedBy: null, at });
    expect(sent).toEqual([
      { task: { conversation_id: "1", revision: 3, status: "confirmed" }, id: "event-1" },
    ]);
  });

  test.each(["person", "expiry"] as const)(
    "stays in the stream when it is removed by %s: only that release can archive all of it",
    async (removedBy) => {
      const removed = dispatch(ports, { id: "event-1", item: newer, removedBy, at });
      await expect(removed).rejects.toThrow(NewerShapeError);
      expect([sent, archived]).toEqual([[], []]);
    },
  );

  test.each([{ revision: "three" }, { conversation_id: undefined }, { __edb_e__: "site" }])(
    "stays in the stream when it cannot be routed, as with %o",
    async (difference) => {
      const item = { ...newer, ...difference };
      await expect(dispatch(ports, { id: "event-1", item, removedBy: null, at })).rejects.toThrow(
        NewerShapeError,
      );
      expect(sent).toEqual([]);
    },
  );
});
