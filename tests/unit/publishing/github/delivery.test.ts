import { sign } from "@octokit/webhooks-methods";
import type { Context } from "aws-lambda";
import examples from "@octokit/webhooks-examples";
import type { WebhookEvent } from "@octokit/webhooks-types";
import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { createHandler } from "#functions/github.ts";
import type { Told } from "#src/conversations/hints.ts";
import { webhookSecret } from "#src/publishing/github/webhook-secret.ts";
import { anyCharacter } from "#tests/support/any-character.ts";

const MASTER = "0123456789abcdef0123456789abcdef";
const BRANCH = "ux-update/header-123456789012345678";
const COMMIT = "c0ffee".padEnd(40, "0");

let told: Told[];
let failing: Error | null;
let errors: Error[];
beforeEach(() => {
  [told, failing, errors] = [[], null, []];
});

const handlerWith = (master: string | undefined) =>
  createHandler({
    secret: async () => master,
    openHints: async () => ({
      give: async (one) => {
        if (failing) throw failing;
        return told.push(one) > 0;
      },
    }),
    log: async () => ({ error: (_, { error }) => void errors.push(error) }),
  });
const handler = handlerWith(MASTER);

interface Sent {
  event?: string;
  repository?: string;
  headers?: Record<string, string | undefined>;
  base64?: boolean;
  by?: typeof handler;
}

/** Sends a body as GitHub does for a repository, signed with Octokit's own code. */
async function send(text: string, { event = "pull_request", repository = "1", ...more }: Sent = {}) {
  const { headers, base64 = false, by = handler } = more;
  const all = {
    "content-type": "application/json",
    "x-github-event": event,
    "x-github-hook-installation-target-id": repository,
    "x-github-hook-installation-target-type": "repository",
    "x-hub-signature-256": await sign(webhookSecret(MASTER, repository), text || " "),
    ...headers,
  };
  const request = {
    version: "2.0",
    isBase64Encoded: base64,
    body: base64 ? Buffer.from(text).toString("base64") : text,
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
  };
  const answer = (await by(request as never, {} as Context)) as { statusCode: number; body: string };
  return { status: answer.statusCode, says: (JSON.parse(answer.body) as { message: string }).message };
}

/** The examples that GitHub publishes, with the events that they are of. */
const published = (examples as unknown as { name: string; examples: WebhookEvent[] }[]).flatMap(
  ({ name, examples }) =>
    examples.map((body, at) => ({ name, at, body: body as WebhookEvent & { repository?: { id: number } } })),
);

/** An example with our branch, or a commit, in the place of theirs. */
function ours(name: string, change: (text: string) => string) {
  const { body } = published.find((one) => one.name === name) ?? {};
  const text = change(JSON.stringify(body));
  const { repository } = JSON.parse(text) as { repository: { id: number } };
  return { text, repository: String(repository.id) };
}

describe("GitHub's own examples", () => {
  test("are all taken, each by the secret of its repository", async () => {
    const refused: string[] = [];
    for (const { name, at, body } of published) {
      const repository = String(body.repository?.id ?? 1);
      const { status } = await send(JSON.stringify(body), { event: name, repository });
      // Some events are of an organisation or an account.
      if (status !== (body.repository ? 200 : 400)) refused.push(`${name} ${at}: ${status}`);
    }
    expect(published.length).toBeGreaterThan(200);
    expect(refused).toEqual([]);
  });

  test.each([
    ["pull_request", '"ref":"changes"', `"ref":"${BRANCH}"`],
    ["check_suite", '"head_branch":"changes"', `"head_branch":"${BRANCH}"`],
    ["check_run", '"head_branch":"changes"', `"head_branch":"${BRANCH}"`],
    ["status", '"name":"changes"', `"name":"${BRANCH}"`],
    ["deployment_status", '"ref":"master"', `"ref":"${BRANCH}"`],
  ])("of the event %s tell of the conversation whose branch they name", async (name, theirs, own) => {
    const { text, repository } = ours(name, (text) => text.replaceAll(theirs, own));
    expect(text).toContain(BRANCH);
    expect(await send(text, { event: name, repository })).toEqual({ status: 200, says: "Noted." });
    expect(told).toEqual([{ repository, conversation_id: "123456789012345678" }]);
  });

  test("of a deployment that names no branch tell of its commit", async () => {
    const { text, repository } = ours("deployment_status", (text) =>
      text
        .replaceAll('"ref":"master"', `"ref":"${COMMIT}"`)
        .replaceAll(/"sha":"[0-9a-f]{40}"/g, `"sha":"${COMMIT}"`),
    );
    await send(text, { event: "deployment_status", repository });
    expect(told).toEqual([{ repository, commit: COMMIT }]);
  });

  test("whose branch is of a fork tell nothing, whatever it is called", async () => {
    const { text, repository } = ours("pull_request", (text) => text.replaceAll('"changes"', `"${BRANCH}"`));
    const body = JSON.parse(text) as { pull_request: { head: { repo: { id: number } } } };
    body.pull_request.head.repo.id += 1;
    expect(await send(JSON.stringify(body), { repository })).toMatchObject({ status: 200 });
    expect(told).toEqual([]);
  });
});

const body = (id: number, ref = BRANCH) =>
  JSON.stringify({ repository: { id }, pull_request: { head: { ref, repo: { id } } } });

describe("a delivery", () => {
  test("is taken in base64, and with headers of any case", async () => {
    expect(await send(body(1), { base64: true })).toMatchObject({ status: 200 });
    const signature = await sign(webhookSecret(MASTER, "1"), body(1));
    const headers = { "x-hub-signature-256": undefined, "X-Hub-Signature-256": signature };
    expect(await send(body(1), { headers })).toMatchObject({ status: 200 });
    expect(told).toHaveLength(2);
  });

  test.each([
    ["no signature", { "x-hub-signature-256": "" }],
    ["a signature of another length", { "x-hub-signature-256": "sha256=00" }],
    ["a signature by SHA-1", { "x-hub-signature-256": `sha1=${"0".repeat(40)}` }],
    ["a wrong signature", { "x-hub-signature-256": `sha256=${"0".repeat(64)}` }],
    ["no repository", { "x-github-hook-installation-target-id": "" }],
  ])("with %s is refused, and nothing is noted", async (_, headers) => {
    expect(await send(body(1), { headers })).toMatchObject({ status: 401 });
    expect(told).toEqual([]);
  });

  test("signed for one repository tells nothing of another", async () => {
    expect(await send(body(2), { repository: "1" })).toMatchObject({ status: 403 });
    const headers = { "x-github-hook-installation-target-id": "2" };
    expect(await send(body(2), { repository: "1", headers })).toMatchObject({ status: 401 });
    expect(told).toEqual([]);
  });

  test("is refused where no secret is set", async () => {
    expect(await send(body(1), { by: handlerWith(undefined) })).toMatchObject({ status: 401 });
  });

  test.each(["payload=%7B%7D", "", "null", "[]", "{}", '{"repository":{"id":"1"}}'])(
    "that is %j is answered in words",
    async (text) => {
      expect(await send(text)).toMatchObject({ status: 400 });
    },
  );

  test("of an event that tells nothing, or of another branch, is taken and not noted", async () => {
    expect(await send(body(1), { event: "star" })).toEqual({
      status: 200,
      says: "Nothing here is followed.",
    });
    expect(await send(body(1, "main"))).toMatchObject({ status: 200 });
    expect(await send(body(1), { event: "constructor" })).toMatchObject({ status: 200 });
    expect(told).toEqual([]);
  });

  test("during an outage of ours asks to be delivered again, and gives nothing away", async () => {
    failing = new Error("the table secret-table is away");
    const { status, says } = await send(body(1));
    expect(status).toBe(503);
    expect(says).not.toContain("secret-table");
    expect(errors).toEqual([failing]);
  });
});

describe("whatever is sent", () => {
  const headers = fc.dictionary(
    fc.constantFrom(
      "x-hub-signature-256",
      "x-github-event",
      "x-github-hook-installation-target-id",
      "content-type",
      "x-hub-signature",
    ),
    fc.oneof(
      fc.string(),
      fc.constantFrom("1", "pull_request", "sha256=", "__proto__"),
      fc.stringMatching(/^sha256=[0-9a-f]{64}$/),
    ),
  );
  const anyBody = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.json(),
    fc.constantFrom(body(1), body(2), `{"repository":{"id":1},"__proto__":{}}`),
  );

  test("is answered below 500, and without a right signature nothing is noted", async () => {
    const anySent = fc.record({ headers, text: anyBody, isBase64Encoded: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(anySent, async ({ headers, text, isBase64Encoded }) => {
        const request = { version: "2.0", isBase64Encoded, body: text, headers };
        const { statusCode } = (await handler(request as never, {} as Context)) as { statusCode: number };
        expect(statusCode).toBeLessThan(500);
        expect(statusCode).toBeGreaterThanOrEqual(400);
        expect(told).toEqual([]);
      }),
    );
  });

  test("rightly signed is answered below 500, and only its own repository's conversations are noted", async () => {
    const piece = fc.oneof(
      fc.jsonValue(),
      fc.record({
        head: fc.record({
          ref: fc.constantFrom(BRANCH, "main"),
          repo: fc.record({ id: fc.constantFrom(1, 2) }),
        }),
        head_branch: fc.constantFrom(BRANCH, null),
        head_sha: fc.constantFrom(COMMIT, "x"),
        ref: fc.constantFrom(BRANCH, COMMIT),
        sha: fc.constantFrom(COMMIT, 7),
      }),
    );
    const signed = fc.record(
      {
        repository: fc.record({ id: fc.constantFrom(1, 2) }),
        pull_request: piece,
        check_suite: piece,
        check_run: piece,
        deployment: piece,
        sha: fc.constantFrom(COMMIT, "x"),
        branches: fc.oneof(fc.jsonValue(), fc.constant([{ name: BRANCH }])),
      },
      { requiredKeys: [] },
    );
    const event = fc.constantFrom("pull_request", "check_suite", "check_run", "status", "deployment_status");
    await fc.assert(
      fc.asyncProperty(signed, event, async (sent, name) => {
        const { status } = await send(JSON.stringify(sent), { event: name });
        expect([200, 400, 403]).toContain(status);
        expect(told.every(({ repository }) => repository === "1")).toBe(true);
        if (sent.repository?.id !== 1) expect(told).toEqual([]);
        told.length = 0;
      }),
    );
  });
});
