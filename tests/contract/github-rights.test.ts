import { afterEach, expect, test } from "vitest";
import { generateKeyPairSync } from "node:crypto";
import { publishingRights } from "#src/publishing/github/rights.ts";
import { type FakeGitHub, startFakeGitHub } from "#stand-ins/github/github-stand-in.ts";

let github: FakeGitHub;
afterEach(() => github.close());

const rights = async (auth: Parameters<typeof publishingRights>[0]["auth"]) => {
  const outcome = await publishingRights({
    repository: "acme/site",
    apiUrl: github.url,
    auth,
    timing: { retry: 1 },
  });
  expect(github.problems).toEqual([]);
  return outcome;
};

test("a fine-grained token does not tell what it may do", async () => {
  github = await startFakeGitHub();
  expect(await rights({ token: "ghp_fake" })).toMatchObject({ ok: true, unused: undefined, base: "main" });
});

test("of an App it is known what it was given and does not need", async () => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const permissions = {
    contents: "write",
    pull_requests: "write",
    metadata: "read",
    administration: "write",
  };
  github = await startFakeGitHub({ app: { id: "7", publicKey, permissions } });
  const key = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
  expect(await rights({ appId: "7", privateKey: key })).toMatchObject({
    ok: true,
    unused: ["administration: write"],
  });
});

test("a plan without rules says so, and another refusal is told as one", async () => {
  const rule = "GET /repos/{owner}/{repo}/rules/branches/{branch}";
  const refused = (status: number) => ({ [rule]: { status, body: { message: "Upgrade to GitHub Pro" } } });
  github = await startFakeGitHub({ instead: refused(403) });
  expect(await rights({ token: "ghp_fake" })).toMatchObject({
    ok: true,
    ofOurBranches: null,
    ofTheBase: null,
  });
  await github.close();
  github = await startFakeGitHub({ instead: refused(404) });
  expect(await rights({ token: "ghp_fake" })).toMatchObject({ ok: false, failure: { code: "not-found" } });
});
