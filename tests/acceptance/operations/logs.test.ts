import { Logger } from "@aws-lambda-powertools/logger";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { FakeGitHub } from "#stand-ins/github/github-stand-in.ts";
import { startGitHubSystem } from "#tests/support/github-site.ts";
import { ANN, BOB } from "#tests/support/people.ts";
import type { TestSystem } from "#tests/support/system.ts";

const HEADER = { command: 'section:header text:"Hello there"' };

let system: TestSystem;
let github: FakeGitHub;
let secrets: string[];
let lines: Record<string, unknown>[];
beforeAll(async () => {
  ({ system, github, secrets } = await startGitHubSystem());
});
afterAll(async () => {
  await system.stop();
  await github.close();
});
beforeEach(() => {
  lines = [];
  const keep = (line: unknown) => Boolean(lines.push(JSON.parse(String(line)) as Record<string, unknown>));
  vi.spyOn(process.stdout, "write").mockImplementation(keep);
  vi.spyOn(process.stderr, "write").mockImplementation(keep);
  system.functions.log = new Logger({ serviceName: "ux-agent" });
});
afterEach(() => vi.restoreAllMocks());

const said = (message: string) => lines.filter((line) => line["message"] === message);

test("the log tells the way of a request by the ids of its interactions and its conversation", async () => {
  const { id, message } = await system.preview(ANN, HEADER);
  const refused = await system.press(BOB, message, "Confirm");
  const confirmed = await system.press(ANN, message, "Confirm");
  await system.deliver();
  expect(said("An interaction was answered")).toMatchObject([
    { interaction_id: id, conversation_id: id, asked: "/ux-update" },
    { interaction_id: refused.id, conversation_id: id, asked: "confirm (button)" },
    { interaction_id: confirmed.id, conversation_id: id, asked: "confirm (button)" },
  ]);
  expect(said("A change was carried out")).toMatchObject([
    { conversation_id: id, revision: 1, outcome: "drafted" },
    { conversation_id: id, revision: 1, outcome: "published" },
  ]);
});

test("nothing secret is in it, whatever goes wrong", async () => {
  const { message } = await system.preview(ANN, HEADER);
  await system.press(ANN, message, "Confirm");
  github.failAt(github.requests.length + 1, 502, { times: 20 });
  system.discord.intercept = () => ({ status: 400, body: { message: "Invalid Form Body" } });
  await system.deliver();
  github.stopFailing();
  system.discord.intercept = () => ({ status: 500 });
  await system.slash(ANN, HEADER);
  await system.deliver();
  system.discord.intercept = null;
  const body = JSON.stringify(system.bodies.slash(ANN, HEADER));
  const headers = system.sign(body);
  await system.post({ body: `${body} `, headers });
  await system.post({ body: "{", headers: system.sign("{") });
  system.breakTable();
  await system.post({ body, headers });
  expect(said("An interaction failed")).toMatchObject([
    { interaction_id: expect.stringMatching(/^\d+$/), conversation_id: expect.stringMatching(/^\d+$/) },
  ]);
  const written = JSON.stringify(lines) + system.functions.warnings.join("\n");
  expect(lines.length).toBeGreaterThan(4);
  for (const secret of [...secrets, headers["x-signature-ed25519"] ?? "?", "Hello there"])
    expect(written).not.toContain(secret);
});
