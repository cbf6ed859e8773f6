import { applyPatch } from "diff";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FakeGitHub } from "#stand-ins/github/github-stand-in.ts";
import { fileOn, startGitHubSystem } from "#tests/support/github-site.ts";
import { ANN } from "#tests/support/people.ts";
import { attachedTo } from "#tests/support/shown-message.ts";
import type { TestSystem } from "#tests/support/system.ts";

const HEADER = "src/components/Header.jsx";
const long = `${"Welcome to our shop. ".repeat(190).slice(0, 3880)} and send your card here`;

let system: TestSystem;
let github: FakeGitHub;
beforeAll(async () => {
  ({ system, github } = await startGitHubSystem());
});
afterAll(async () => {
  await system.stop();
  await github.close();
});

test("a preview of a site on GitHub is attached whole, and its pull request says where the rest is", async () => {
  const { id, message } = await system.preview(ANN, { command: `section:header text:"${long}"` });
  const patch = attachedTo(message, "change.diff", system.discord.standIn).toString();
  await system.confirm(ANN, message);
  expect(applyPatch(fileOn(github, "main", HEADER), patch)).toBe(
    fileOn(github, `ux-update/header-${id}`, HEADER),
  );
  const body = github.state.pulls[0]?.body ?? "";
  expect(body).toContain("whole in the **Files changed**");
  expect(body.length).toBeLessThan(65_536);
});
