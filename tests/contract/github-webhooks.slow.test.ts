import { afterEach, beforeEach, expect, test } from "vitest";
import { findWebhook, registerWebhook } from "#src/publishing/github/webhooks.ts";
import { webhookSecret } from "#src/publishing/github/webhook-secret.ts";
import {
  type FakeGitHub,
  type FakeGitHubOptions,
  startFakeGitHub,
} from "#stand-ins/github/github-stand-in.ts";
import { TOKEN } from "./github-world.ts";

const MASTER = "0123456789abcdef0123456789abcdef";
const url = "https://api.example/github/webhook";
const instead: NonNullable<FakeGitHubOptions["instead"]> = {};

let github: FakeGitHub;
beforeEach(async () => {
  github = await startFakeGitHub({ token: TOKEN, instead });
});
afterEach(async () => {
  await github.close();
  expect(github.problems).toEqual([]);
});

const options = () => ({
  repository: "acme/site",
  apiUrl: github.url,
  auth: { token: TOKEN },
  timing: { retry: 1 },
  url,
});

test("a webhook is made with the repository's own secret, and found as it has to be", async () => {
  expect(await findWebhook(options())).toEqual({ ok: true, webhook: null });
  expect(await registerWebhook({ ...options(), master: MASTER })).toEqual({ ok: true, made: "new" });
  expect(github.state.hooks).toMatchObject([
    {
      active: true,
      events: ["pull_request", "check_suite", "status", "deployment_status"],
      config: { url, content_type: "json", insecure_ssl: "0", secret: webhookSecret(MASTER, "4711") },
    },
  ]);
  expect(await findWebhook(options())).toEqual({ ok: true, webhook: { differences: [], lastStatus: null } });
});

test("one that leads to the same address is put right, and those of others are left alone", async () => {
  github.state.hooks.push(
    { id: 1, active: true, events: ["push"], config: { url: "https://others.example" }, lastStatus: 200 },
    { id: 2, active: false, events: ["status"], config: { url, content_type: "form" }, lastStatus: 401 },
  );
  expect(await findWebhook(options())).toEqual({
    ok: true,
    webhook: {
      differences: [
        "it is switched off",
        "it does not report pull_request, check_suite, deployment_status",
        "its content type is not application/json",
        "it has no secret",
      ],
      lastStatus: 401,
    },
  });
  expect(await registerWebhook({ ...options(), master: MASTER })).toEqual({ ok: true, made: "again" });
  expect(github.state.hooks).toHaveLength(2);
  expect(github.state.hooks[0]?.config).toEqual({ url: "https://others.example" });
  expect(await findWebhook(options())).toMatchObject({ webhook: { differences: [] } });
});

test("a token that may not is told in words", async () => {
  const body = { message: "Resource not accessible by personal access token" };
  instead["GET /repos/{owner}/{repo}/hooks"] = { status: 403, body };
  expect(await registerWebhook({ ...options(), master: MASTER })).toMatchObject({
    ok: false,
    failure: { code: "no-permission" },
  });
  delete instead["GET /repos/{owner}/{repo}/hooks"];
});

test("two repositories have two secrets", () => {
  expect(webhookSecret(MASTER, "1")).not.toBe(webhookSecret(MASTER, "2"));
  expect(webhookSecret(MASTER, "1")).toMatch(/^[0-9a-f]{64}$/);
});
