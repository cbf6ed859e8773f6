import { expect, test } from "vitest";
import { TransientError } from "#src/errors.ts";
import { PATIENCE, retryDelay } from "#src/execution/retry.ts";

const trouble = new Error("trouble");

/** The waits before each try, in seconds, until so many seconds are over. */
function waitsWithin(seconds: number): number[] {
  const waits: number[] = [];
  for (let passed = 0; passed < seconds; passed += waits.at(-1) ?? 0)
    waits.push(retryDelay(trouble, waits.length + 1));
  return waits;
}

test("while patience lasts, another try is never more than four seconds away", () => {
  const waits = waitsWithin(PATIENCE / 1000 - 60);
  expect(waits.slice(0, 4)).toEqual([1, 2, 4, 4]);
  expect(Math.max(...waits)).toBe(4);
});

test("after that a try comes each minute", () => {
  expect(waitsWithin(600).slice(-7)).toEqual([60, 60, 60, 60, 60, 60, 60]);
});

test("a neighbour that says how long it wants to be left alone is not asked before", () => {
  const limited = new TransientError("limited", { retryAfterSeconds: 24.2 });
  expect(retryDelay(limited, 1)).toBe(25);
});
