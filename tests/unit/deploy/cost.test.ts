import { readFileSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deployment } from "#deploy/cost/deployment.ts";
import { followingEach } from "#deploy/cost/following.ts";
import { itemSize } from "#deploy/cost/item-size.ts";
import { monthlyCost, monthlyCostAfterFree, totalOf } from "#deploy/cost/monthly-cost.ts";
import { modelCall, modelCostOfThousand } from "#deploy/cost/model-cost.ts";
import { drawingCostOfThousand } from "#deploy/cost/drawing-cost.ts";
import { strangersCost } from "#deploy/cost/strangers-cost.ts";
import { readInputs } from "#deploy/cost/read-inputs.ts";
import { instructionsFor, proposeChange } from "#src/requests/model/propose-change.ts";
import { sampleSite } from "#tests/unit/requests/catalogues.ts";
import { runCommand } from "#tests/support/run-command.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

const inputs = await readInputs();

test("a million conversations pay for their writes, calls and requests at list price", () => {
  const cost = monthlyCost(1_000_000, deployment, inputs);
  expect(cost["DynamoDB writes"]).toBeCloseTo((15 + 25) * 0.625);
  expect(cost["Lambda calls"]).toBeCloseTo((7 + 35) * 0.2);
  expect(cost["Queue"]).toBeCloseTo((2 * 3 + 9 * 5 + 0.648) * 0.5);
  expect(cost["HTTP API"]).toBeCloseTo((2 + 8) * 1);
});

test("following is paid for by its reports, its looks and its news: without them it costs two writes", () => {
  const without = {
    ...inputs.assumptions,
    reportsPerChange: 0,
    looksPerChange: 0,
    dailyLooksPerChange: 0,
    newsPerChange: 0,
  };
  const each = followingEach(deployment, without);
  expect(Object.values(each).filter((used) => used !== 0)).toEqual([each.writeUnits]);
  expect(each.writeUnits).toBe(2);
  const more = (change: Partial<typeof without>) => followingEach(deployment, { ...without, ...change });
  expect(more({ reportsPerChange: 1 })).toMatchObject({
    writeUnits: 3,
    readUnits: 2,
    calls: 4,
    apiRequests: 1,
  });
  expect(more({ dailyLooksPerChange: 1 })).toMatchObject({
    writeUnits: 4,
    readUnits: 3,
    calls: 3,
    apiRequests: 0,
    queueRequests: 5,
  });
  expect(more({ newsPerChange: 1 }).writeUnits).toBe(5);
});

test("what a month costs is what the README says", () => {
  const readme = readFileSync("README.md", "utf8").replaceAll(/\s+/g, " ");
  const [few, many] = [1000, 100_000].map((count) =>
    totalOf(monthlyCostAfterFree(count, deployment, inputs)).toFixed(0),
  );
  expect(readme).toContain(`$${few} a month for 1,000 conversations`);
  expect(readme).toContain(`$${many} for 100,000`);
});

test("what is deployed costs something when nobody asks for anything", () => {
  const {
    "Metrics, alarms, dashboard": fixed,
    "Key of the alarms": key,
    Queue: polls,
    ...rest
  } = monthlyCost(0, deployment, inputs);
  expect(key).toBe(1);
  expect(fixed).toBeCloseTo(27 * 0.3 + 15 * 0.1 + 3);
  expect(polls).toBeCloseTo(0.324);
  expect(totalOf(rest)).toBe(0);
});

test("a request that a model reads costs its tokens, one write unit and the waiting", () => {
  const tokens = 1100 * 0.25 + 150 * 1.25;
  expect(modelCostOfThousand(inputs)).toBeCloseTo((tokens + 0.625) / 1000 + 1.5 * 0.0000133334 * 1000, 6);
  const sent = JSON.stringify([instructionsFor(sampleSite()), proposeChange(sampleSite())]).length / 4;
  expect(sent).toBeLessThanOrEqual(modelCall.inputTokens);
  expect(sent).toBeGreaterThan(modelCall.inputTokens / 2);
});

test("a thousand pictures of the live page cost the time of two functions, and little else", () => {
  const seconds = inputs.assumptions.drawMilliseconds / 1000;
  const time = seconds * (2 * 0.0000166667 + 0.0000133334) * 1000;
  expect(drawingCostOfThousand(inputs)).toBeGreaterThan(time);
  expect(drawingCostOfThousand(inputs)).toBeLessThan(time * 1.02);
  const [, said] =
    /thousand of them cost: (\d\.\d\d) US dollars when each takes five seconds/.exec(
      readFileSync("docs/operations.md", "utf8").replaceAll(/\s+/g, " "),
    ) ?? [];
  expect(said).toBe(drawingCostOfThousand(inputs).toFixed(2));
});

test("what strangers may cost a month is what the guide says, and more where each is traced", () => {
  const cost = strangersCost(50, deployment, inputs);
  expect(cost["HTTP API"]).toBeCloseTo(129.6);
  expect(cost["Lambda calls"]).toBeCloseTo(25.92);
  const guide = readFileSync("docs/operations.md", "utf8");
  expect(guide).toContain(`${Math.round(totalOf(cost))} US dollars a month`);
  const traced = strangersCost(50, { ...deployment, traced: true }, inputs);
  expect(totalOf(traced) - totalOf(cost)).toBeCloseTo(44.7, 1);
  expect(guide).toMatch(/X-Ray\s+would\s+add\s+45\s+to\s+that/);
});

test("another price changes what it is paid for and nothing else", async () => {
  const dearer = { ...inputs, prices: { ...inputs.prices, logsGb: 1 } };
  const [before, after] = [inputs, dearer].map((each) => monthlyCost(100_000, deployment, each));
  const changed = Object.keys(before ?? {}).filter((what) => before?.[what] !== after?.[what]);
  expect(changed).toEqual(["Logs"]);
});

test("what is free is never more than what is used", () => {
  const free = totalOf(monthlyCostAfterFree(0, deployment, inputs));
  expect(free).toBeCloseTo(17 * 0.3 + 5 * 0.1 + 1);
  expect(totalOf(monthlyCostAfterFree(1000, deployment, inputs))).toBeLessThan(
    totalOf(monthlyCost(1000, deployment, inputs)),
  );
});

test("what AWS stores for nothing is backed up at its price", () => {
  const generous = { ...inputs, free: { ...inputs.free, dynamodbGbMonth: 1e9 } };
  const [listed, free] = [
    monthlyCost(100_000, deployment, inputs),
    monthlyCostAfterFree(100_000, deployment, generous),
  ];
  const { dynamodbGbMonth, dynamodbBackupGbMonth } = inputs.prices;
  const backup = dynamodbBackupGbMonth / (dynamodbGbMonth + dynamodbBackupGbMonth);
  const what = "DynamoDB storage and backup";
  expect(free[what]).toBeCloseTo((listed[what] ?? 0) * backup, 9);
  expect(free[what]).toBeGreaterThan(0);
});

test("an item's size counts names and values as DynamoDB does", () => {
  expect(itemSize({ pk: "é", list: ["ab", true], map: { a: 1 } })).toBe(
    2 + 2 + (4 + 3 + 3 + 2) + (3 + 3 + 1 + 1 + 2),
  );
});

describe("inputs of one's own", () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "ux-agent-cost-"))));
  afterAll(() => removeFolder(folder));

  const given = async (content: string) => {
    const file = join(folder, "mine.json");
    await writeFile(file, content);
    return readInputs(file);
  };

  test("replace those that they name", async () => {
    const { prices } = await given('{ "prices": { "logsGb": 0.63 } }');
    expect(prices).toEqual({ ...inputs.prices, logsGb: 0.63 });
  });

  test.each([
    ['{ "prices": { "logGb": 0.63 } }', "prices knows no logGb"],
    ['{ "price": {} }', "it knows no price"],
    ['{ "free": { "logsGb": "5" } }', "free.logsGb must be a number from 0 on"],
    ['{ "prices":', "JSON"],
  ])("are refused in a sentence: %s", async (content, why) => {
    await expect(given(content)).rejects.toThrow(why);
  });

  test("have to be there", async () => {
    await expect(readInputs(join(folder, "none.json"))).rejects.toThrow(/none\.json cannot be used: ENOENT/);
  });
});

test.each(["abc", "-5", "0", "1000,"])(
  "a number of conversations that is none is refused: %s",
  async (many) => {
    const { code, out, err } = await runCommand("cost", [`--conversations=${many}`]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("whole numbers from 1 on");
  },
);
