import { expect, test } from "vitest";
import { UserError } from "#src/errors.ts";
import { type Check, examine, isHealthy, ok, problem, skipped } from "#src/doctor/check.ts";

const check = (name: string, look: Check["look"]): Check => ({ name, look });

test("one problem is enough not to be healthy; what was skipped does not count", async () => {
  const good = [check("a", async () => ok("Good.")), check("b", async () => skipped("Not here."))];
  expect(isHealthy(await examine(good))).toBe(true);
  const bad = [...good, check("c", async () => problem("Bad.", "Mend it."))];
  expect(isHealthy(await examine(bad))).toBe(false);
});

test("trouble with a check is its finding, with what to do, and the rest is looked at", async () => {
  const told: string[] = [];
  const checks = [
    check("a", () => Promise.reject(new UserError("There is no stack."))),
    check("b", () => Promise.reject(Object.assign(new Error("No."), { name: "ExpiredToken" }))),
    check("c", () => Promise.reject(new TypeError("fetch failed"))),
    check("d", async () => ok("Good.")),
  ];
  const findings = await examine(checks, ({ check: name }) => told.push(name));
  expect(findings).toMatchObject([
    { state: "problem", says: "There is no stack." },
    { state: "problem", remedy: expect.stringContaining("AWS_PROFILE") },
    { state: "problem", says: "This check failed: fetch failed" },
    { state: "ok" },
  ]);
  expect(told).toEqual(["a", "b", "c", "d"]);
});
