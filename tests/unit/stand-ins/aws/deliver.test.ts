import { describe, expect, it } from "vitest";
import { deliver, handledOf, type DeliveryOptions, type StreamRecord } from "#stand-ins/aws/deliver.ts";

const record = (sequence: string): StreamRecord => ({ dynamodb: { SequenceNumber: sequence } });
const batch = (...sequences: string[]) => sequences.map(record);
const names = (records: StreamRecord[]) => records.map(({ dynamodb }) => dynamodb.SequenceNumber).join("");

/** A function that fails at certain records, for ever or so many times, and what became of it all. */
function playing(failures: Record<string, number>, options: Partial<DeliveryOptions> = {}) {
  const log: string[] = [];
  const delivery: DeliveryOptions = {
    maximumRetryAttempts: 3,
    bisectBatchOnFunctionError: true,
    invoke: async (records) => {
      log.push(names(records));
      const failing = records.findIndex(({ dynamodb }) => (failures[dynamodb.SequenceNumber] ?? 0) > 0);
      if (failing === -1) return { done: records.length };
      const failed = names(records.slice(failing, failing + 1));
      failures[failed] = (failures[failed] ?? 0) - 1;
      return { done: failing };
    },
    giveUp: async (records) => void log.push(`gave up ${names(records)}`),
    isTooOld: () => false,
    pause: async () => {},
    ...options,
  };
  return { log, delivery };
}

describe("a batch", () => {
  it("is handed over once when all goes well", async () => {
    const { log, delivery } = playing({});
    await deliver(batch("a", "b", "c"), delivery);
    expect(log).toEqual(["abc"]);
  });

  it("is tried again from its first failed record on, in order", async () => {
    const { log, delivery } = playing({ b: 1 }, { bisectBatchOnFunctionError: false });
    await deliver(batch("a", "b", "c"), delivery);
    expect(log).toEqual(["abc", "bc"]);
  });

  it("is halved when it may be, until the bad record stands alone", async () => {
    const { log, delivery } = playing({ a: Infinity }, { maximumRetryAttempts: 2 });
    await deliver(batch("a", "b", "c", "d"), delivery);
    expect(log).toEqual(["abcd", "ab", "a", "gave up a", "b", "cd"]);
  });

  it("loses no record and reaches those behind a bad one", async () => {
    const { log, delivery } = playing({ b: Infinity }, { maximumRetryAttempts: 8 });
    await deliver(batch("a", "b", "c", "d", "e"), delivery);
    expect(log.filter((line) => line.startsWith("gave up"))).toEqual(["gave up b"]);
    expect(log.at(-1)).toContain("e");
  });

  it("is given up whole after the last attempt when it may not be halved", async () => {
    const { log, delivery } = playing(
      { a: Infinity },
      { maximumRetryAttempts: 1, bisectBatchOnFunctionError: false },
    );
    await deliver(batch("a", "b"), delivery);
    expect(log).toEqual(["ab", "ab", "gave up ab"]);
  });

  it("is tried without end when it may be, but not what is too old", async () => {
    let age = 0;
    const isTooOld = ({ dynamodb }: StreamRecord) => dynamodb.SequenceNumber === "a" && ++age > 20;
    const { log, delivery } = playing({ a: Infinity }, { maximumRetryAttempts: -1, isTooOld });
    await deliver(batch("a", "b"), delivery);
    expect(log.filter((line) => line === "gave up a")).toHaveLength(1);
    expect(log.filter((line) => line.startsWith("a"))).toHaveLength(21);
    expect(log.at(-1)).toBe("b");
  });

  it("waits longer with each attempt", async () => {
    const attempts: number[] = [];
    const pause = async (attempt: number) => void attempts.push(attempt);
    const { delivery } = playing({ a: 2 }, { pause });
    await deliver(batch("a"), delivery);
    expect(attempts).toEqual([1, 2]);
  });
});

describe("the answer of a function", () => {
  const records = batch("1", "2", "3");

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["an empty list", { batchItemFailures: [] }],
    ["no list", {}],
  ])("that is %s means that all is done", (_, answer) => {
    expect(handledOf(records, answer)).toEqual({ done: 3 });
  });

  it("with failures means that everything before the first of them is done", () => {
    const failures = [{ itemIdentifier: "3" }, { itemIdentifier: "2" }];
    expect(handledOf(records, { batchItemFailures: failures })).toEqual({ done: 1 });
  });

  it.each([
    ["an unknown identifier", { batchItemFailures: [{ itemIdentifier: "9" }] }],
    ["an empty identifier", { batchItemFailures: [{ itemIdentifier: "" }] }],
    ["no identifier", { batchItemFailures: [{}] }],
    ["no list of failures", { batchItemFailures: "2" }],
    ["a text", "done"],
  ])("with %s means that nothing is done", (_, answer) => {
    expect(handledOf(records, answer)).toEqual({ done: 0 });
  });
});
