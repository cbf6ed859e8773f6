import { generateKeyPairSync } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { GitHubPublisherOptions } from "#src/publishing/github/publisher.ts";
import type { FakeGitHubOptions } from "#stand-ins/github/github-stand-in.ts";
import { createGitHubWorld, type GitHubWorld } from "./github-world.ts";
import { HEADER, publication } from "./publishing-world.ts";
import { failure, never, welcome } from "./use-world.ts";

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = privateKey.export({ type: "pkcs1", format: "pem" }).toString();

let world: GitHubWorld;
afterEach(async () => {
  vi.useRealTimers();
  await world.close();
});

async function installed(lag: (401 | 403)[] = [], options: FakeGitHubOptions = {}): Promise<void> {
  world = await createGitHubWorld({ app: { id: "12345", publicKey, lag }, ...options });
}

const publisherWith = (options: Partial<GitHubPublisherOptions> = {}) =>
  world.publisherWith({ auth: { appId: "12345", privateKey: pem }, ...options });

describe("a GitHub App", () => {
  test("publishes with one installation token for all calls, for this repository and no more than it needs", async () => {
    await installed();
    const publisher = publisherWith();
    expect(await publisher.publish(publication(), welcome)).toMatchObject({ ok: true });
    expect(await publisher.publish(publication(), never())).toMatchObject({ ok: true });
    expect(world.github.issuedTokens).toHaveLength(1);
    const asked = world.github.requests.find(({ operation }) => operation.includes("access_tokens"));
    expect(JSON.parse(asked?.body ?? "")).toEqual({
      repositories: ["site"],
      permissions: { contents: "write", pull_requests: "write" },
    });
  });

  test("with a key of somebody else fails in words", async () => {
    await installed();
    const wrong = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    const privateKey = wrong.export({ type: "pkcs8", format: "pem" }).toString();
    const publisher = publisherWith({ auth: { appId: "12345", privateKey } });
    expect(await publisher.publish(publication(), never())).toEqual(failure("no-permission"));
  });

  test.each(["not a key", "-----BEGIN RSA PRIVATE KEY-----\nSECRETsecret\n-----END RSA PRIVATE KEY-----"])(
    "with an unusable key fails in words that do not quote it: %#",
    async (privateKey) => {
      await installed();
      const outcome = await publisherWith({ auth: { appId: 1, privateKey } }).publish(publication(), never());
      expect(outcome).toEqual(failure("no-permission"));
      expect(JSON.stringify(outcome)).not.toContain(privateKey.slice(-20));
    },
  );

  test("that is not installed fails in words", async () => {
    await installed();
    const outcome = await publisherWith({ repository: "acme/other" }).publish(publication(), never());
    expect(outcome).toMatchObject({
      failure: { code: "not-found", message: expect.stringContaining("is not installed on acme/other") },
    });
  });

  test("that is installed on the repository under its new name says so", async () => {
    await installed();
    world.github.state.formerNames.add("acme/old");
    const outcome = await publisherWith({ repository: "acme/old" }).readFile(HEADER);
    expect(outcome).toMatchObject({
      failure: { code: "not-found", message: expect.stringContaining("has another name") },
    });
  });
});

describe("an installation token", () => {
  test("is given the time that GitHub needs to know it and what it permits", async () => {
    await installed([401, 403, 403]);
    expect(await publisherWith().publish(publication(), welcome)).toMatchObject({ ok: true });
    expect(world.github.issuedTokens).toHaveLength(1);
  });

  test("that stays unknown is replaced when the stream tries again", async () => {
    // A first call asks for the repository and for its base branch at once, four times each.
    await installed(Array.from({ length: 8 }, () => 401));
    const publisher = publisherWith();
    expect(await publisher.readFile(HEADER)).toMatchObject({ failure: { transient: true } });
    await publisher.readFile(HEADER);
    expect(world.github.issuedTokens).toHaveLength(2);
  });

  test("that was taken back is replaced when the stream tries again", async () => {
    await installed();
    const open = world.container({ auth: { appId: "12345", privateKey: pem } });
    await open().readFile(HEADER);
    for (const token of world.github.issuedTokens) world.github.revokedTokens.add(token);
    expect(await open().readFile(HEADER)).toMatchObject({ failure: { transient: true } });
    expect(await open().readFile(HEADER)).toMatchObject({ ok: true });
  });

  test("that is not new and may not do it is not asked for it again", async () => {
    const body = { message: "Resource not accessible by integration" };
    await installed([], { instead: { "POST /repos/{owner}/{repo}/git/refs": { status: 403, body } } });
    const publisher = publisherWith();
    await publisher.readFile(HEADER);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
    expect(await publisher.publish(publication(), welcome)).toEqual(failure("no-permission"));
    const asked = world.github.requests.filter(({ operation }) => operation.endsWith("/git/refs"));
    expect(asked).toHaveLength(1);
  });
});
