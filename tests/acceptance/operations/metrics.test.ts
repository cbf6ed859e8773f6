import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANN, BOB } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const HEADER = { command: 'section:header text:"Hello there"' };

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({ DISCORD_BOT_TOKEN: "bot" });
});
afterAll(() => system.stop());
beforeEach(() => {
  system.functions.metrics.counted.length = 0;
  system.functions.metrics.durations.length = 0;
});

const counted = () => system.functions.metrics.counted;

describe("is counted once, however often it is delivered:", () => {
  test("the way of a request from its start to the pull request", async () => {
    const body = system.bodies.slash(ANN, HEADER);
    await system.send(body);
    await system.send(body);
    const started = await system.table.records();
    await system.execute(started);
    await system.execute(started);
    expect(counted()).toEqual(["Started", "Previewed"]);

    const { message } = system;
    await system.press(ANN, message, "Confirm");
    await system.press(ANN, message, "Confirm");
    const confirmed = await system.table.records();
    system.time += 2000;
    await system.execute(confirmed);
    await system.execute(confirmed);
    expect(counted().slice(2)).toEqual(["Confirmed", "Published"]);
    expect(system.functions.metrics.durations).toEqual([
      { name: "ConfirmedToPublishedMilliseconds", value: 2000 },
    ]);

    await system.press(ANN, system.message, "Withdraw");
    await system.deliver();
    expect(counted().slice(4)).toEqual(["Withdrawn"]);
  });

  test("a cancellation", async () => {
    const { message } = await system.preview(ANN, HEADER);
    await system.press(ANN, message, "Cancel");
    await system.deliver();
    await system.press(ANN, message, "Cancel");
    expect(counted()).toEqual(["Started", "Previewed", "Cancelled"]);
  });

  test("an expiry, with the message that was edited as the bot", async () => {
    const { id } = await system.preview(ANN, HEADER);
    system.passMinutes(61);
    const removed = await system.expire(id);
    await system.execute(removed);
    expect(counted().filter((name) => name !== "ReplyTokenFallbacks")).toEqual([
      "Started",
      "Previewed",
      "Expired",
    ]);
    expect(counted()).toContain("ReplyTokenFallbacks");
  });

  test("what could not be drafted, and what could not be published", async () => {
    const { message } = await system.preview(ANN, HEADER);
    await system.press(ANN, message, "Confirm");
    await system.site.git("symbolic-ref", "HEAD", "refs/heads/elsewhere");
    await system.deliver();
    await system.slash(ANN, HEADER);
    await system.deliver();
    await system.site.git("symbolic-ref", "HEAD", "refs/heads/main");
    expect(counted().slice(2)).toEqual(["Confirmed", "Failed", "Started", "Undrafted"]);
  });
});

test("a refusal is counted with its reason", async () => {
  const { message } = await system.preview(ANN, HEADER);
  counted().length = 0;
  await system.press(BOB, message, "Confirm");
  await system.press(ANN, { ...message, components: structuredClone(message.components) }, "Confirm");
  await system.press(ANN, message, "Cancel");
  await system.press(ANN, { ...message, id: "1" }, "Edit");
  expect(counted()).toEqual([
    "Refused: not-yours",
    "Confirmed",
    "Refused: publishing",
    "Refused: publishing",
  ]);
  await system.deliver();
});

test("the time to answer is measured from when the request came", async () => {
  const body = JSON.stringify(system.bodies.slash(ANN, HEADER));
  const requestContext = { timeEpoch: system.time - 120 };
  await system.post({ body, headers: system.sign(body), requestContext } as never);
  expect(system.functions.metrics.durations).toEqual([{ name: "AcknowledgeMilliseconds", value: 120 }]);
  const ping = JSON.stringify({ type: 1 });
  await system.post({ body: ping, headers: system.sign(ping), requestContext } as never);
  expect(system.functions.metrics.durations).toHaveLength(1);
});
