import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DeployedWorld, startDeployedWorld } from "#tests/support/deployed-world.ts";

let world: DeployedWorld;
beforeAll(async () => {
  world = await startDeployedWorld();
});
afterAll(() => world.stop());

const found = async () => (await world.findings()).get("webhook of acme/site");

describe("the doctor, of GitHub's webhook", () => {
  test("finds that one is as it has to be, is answered with another secret, or is switched off", async () => {
    const [hook] = world.github.state.hooks;
    if (!hook) throw new Error("there is no webhook");
    expect(await found()).toMatchObject({ state: "ok" });
    hook.lastStatus = 401;
    expect(await found()).toMatchObject({
      state: "problem",
      says: "Its last report was answered 401.",
      remedy: expect.stringContaining("Its secret is another one"),
    });
    hook.active = false;
    expect(await found()).toMatchObject({ state: "problem", says: "It is there, but it is switched off." });
  });

  test("finds that none is registered", async () => {
    world.github.state.hooks.length = 0;
    expect(await found()).toMatchObject({
      state: "problem",
      remedy: expect.stringContaining("webhook register"),
    });
  });

  test("says what it is good for as long as there is no secret for it", async () => {
    world.parameters.delete("GITHUB_WEBHOOK_SECRET");
    expect(await found()).toMatchObject({
      state: "skipped",
      says: expect.stringMatching(/found once a day.*GITHUB_WEBHOOK_SECRET.*webhook register/),
    });
  });
});
