import { expect, test } from "vitest";
import { deployment } from "#deploy/cost/deployment.ts";
import { itemSize } from "#deploy/cost/item-size.ts";
import { monthlyCost, monthlyCostAfterFree, totalOf } from "#deploy/cost/monthly-cost.ts";
import { readInputs } from "#deploy/cost/read-inputs.ts";

const inputs = await readInputs();

test("a million conversations pay for their writes, calls and requests at list price", () => {
  const cost = monthlyCost(1_000_000, deployment, inputs);
  expect(cost["DynamoDB writes"]).toBeCloseTo(15 * 0.625);
  expect(cost["Lambda calls"]).toBeCloseTo(5 * 0.2);
  expect(cost["HTTP API"]).toBeCloseTo(2 * 1);
});

test("what is deployed costs something when nobody asks for anything", () => {
  const { "Metrics, alarms, dashboard": fixed, ...rest } = monthlyCost(0, deployment, inputs);
  expect(fixed).toBeCloseTo(20 * 0.3 + 10 * 0.1 + 3);
  expect(totalOf(rest)).toBe(0);
});

test("another price changes what it is paid for and nothing else", async () => {
  const dearer = { ...inputs, prices: { ...inputs.prices, logsGb: 1 } };
  const [before, after] = [inputs, dearer].map((each) => monthlyCost(100_000, deployment, each));
  const changed = Object.keys(before ?? {}).filter((what) => before?.[what] !== after?.[what]);
  expect(changed).toEqual(["Logs"]);
});

test("what is free is never more than what is used", () => {
  const free = totalOf(monthlyCostAfterFree(0, deployment, inputs));
  expect(free).toBeCloseTo(10 * 0.3);
  expect(totalOf(monthlyCostAfterFree(1000, deployment, inputs))).toBeLessThan(
    totalOf(monthlyCost(1000, deployment, inputs)),
  );
});

test("an item's size counts names and values as DynamoDB does", () => {
  expect(itemSize({ pk: "é", list: ["ab", true], map: { a: 1 } })).toBe(
    2 + 2 + (4 + 3 + 3 + 2) + (3 + 3 + 1 + 1 + 2),
  );
});
