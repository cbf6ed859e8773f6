import { afterAll, beforeAll, expect, test } from "vitest";
import type { FakeGitHub } from "#stand-ins/github/github-stand-in.ts";
import { fileOn, startGitHubSystem } from "#tests/support/github-site.ts";
import { ANN } from "#tests/support/people.ts";
import type { TestSystem } from "#tests/support/system.ts";
import { FOOTER, HEADER, NAVBAR } from "./undoing.ts";

const FILES = [HEADER, FOOTER, NAVBAR];

let system: TestSystem;
let github: FakeGitHub;
beforeAll(async () => {
  ({ system, github } = await startGitHubSystem());
});
afterAll(async () => {
  await system.stop();
  await github.close();
});

test("a merged pull request of several files is undone by another one, lists included", async () => {
  const before = FILES.map((path) => fileOn(github, "main", path));
  const { id } = await system.preview(ANN, {
    command: 'section:header text:"Sale" section:footer color:#111111 section:navbar remove:"Visit"',
  });
  const published = await system.confirm(ANN, system.message);
  github.state.merge(`ux-update/header-${id}`);
  expect(FILES.map((path) => fileOn(github, "main", path))).not.toEqual(before);
  system.use(system.newContainer());
  const undo = await system.press(ANN, published, "Undo");
  await system.deliver();
  const first = github.state.pulls.find(({ head }) => head.endsWith(id));
  expect(system.message.content).toContain(`This takes back [#${first?.number}](`);
  await system.confirm(ANN, system.message);
  const branch = `ux-update/header-${undo.id}`;
  const pull = github.state.pulls.find(({ head }) => head === branch);
  expect(pull).toMatchObject({ state: "open", draft: true });
  expect(pull?.body).toContain(`Undo of #`);
  expect(FILES.map((path) => fileOn(github, branch, path))).toEqual(before);
  expect(github.problems).toEqual([]);
  expect(system.discord.standIn.violations).toEqual([]);
});
