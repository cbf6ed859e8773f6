import { expect, it } from "vitest";
import { timeLeft } from "#playground/page/shared/time.ts";

const now = Date.parse("2026-11-22T12:00:00Z");

it.each([
  ["2026-11-22T12:59:00Z", "59 minutes"],
  ["2026-11-22T12:00:01Z", "1 second"],
  ["2026-11-22T12:00:00Z", "over"],
  ["2026-11-22T11:00:00Z", "over"],
])("until %s there is %s", (until, left) => {
  expect(timeLeft(until, now)).toBe(left);
});
