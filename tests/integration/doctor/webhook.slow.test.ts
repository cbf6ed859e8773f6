import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { webhookSecret } from "#src/publishing/github/webhook-secret.ts";
import { type DeployedWorld, startDeployedWorld } from "#tests/support/deployed-world.ts";

const MASTER = "0123456789abcdef0123456789abcdef";

let world: DeployedWorld;
beforeAll(async () => {
  world = await startDeployedWorld();
});
afterAll(() => world.stop());

const found = async () => (await world.findings()).get("webhook of acme/site");

describe("the doctor, of GitHub's webhook", () => {
  test("says what it is good for as long as there is no secret for it", async () => {
    expect(await found()).toMatchObject({
      state: "skipped",
      says: expect.stringMatching(/found once a day.*GITHUB_WEBHOOK_SECRET.*webhook register/),
    });
  });

  test("finds that none is registered, that one is as it has to be, and that its secret is another one", async () => {
    world.parameters.set("GITHUB_WEBHOOK_SECRET", { Value: MASTER, Type: "SecureString" });
    expect(await found()).toMatchObject({
      state: "problem",
      remedy: expect.stringContaining("webhook register"),
    });
    const hook = {
      id: 1,
      active: true,
      events: ["pull_request", "check_suite", "status", "deployment_status"],
      config: {
        url: "https://api.example/github/webhook",
        content_type: "json",
        secret: webhookSecret(MASTER, "4711"),
      },
      lastStatus: 200,
    };
    world.github.state.hooks.push(hook);
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
});
