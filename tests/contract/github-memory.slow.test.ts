import { afterEach, beforeEach, expect, test } from "vitest";
import type { GitHubPublisherOptions } from "#src/publishing/github/publisher.ts";
import type { Publisher } from "#src/publishing/publisher.ts";
import { createGitHubWorld, type GitHubWorld } from "./github-world.ts";
import { CHANGED, HEADER, publication } from "./publishing-world.ts";
import { failure, publishIn, welcome } from "./use-world.ts";

let world: GitHubWorld;
let open: () => Publisher;
beforeEach(async () => {
  world = await createGitHubWorld();
  open = world.container();
  await open().readFile(HEADER);
});
afterEach(() => world.close());

const published = { ok: true, published: expect.objectContaining({ branch: publication().branch }) };
const textOf = async (branch: string) => String((await world.file(branch, HEADER))?.content);

test("a default branch that became another one is where the pull request goes, with its content", async () => {
  const { state } = world.github;
  await world.createBranch("next");
  await world.commit("next", "src/components/Footer.jsx", "the next footer\n");
  state.defaultBranch = "next";
  expect(await open().publish(publication(), welcome)).toMatchObject(published);
  expect(state.pulls).toMatchObject([{ base: "next" }]);
  expect(await world.difference("next", publication().branch)).toEqual([HEADER]);
});

test("so it is when the new default branch has the same newest commit", async () => {
  const { state } = world.github;
  await world.createBranch("next");
  state.defaultBranch = "next";
  expect(await open().publish(publication(), welcome)).toMatchObject(published);
  expect(state.pulls).toMatchObject([{ base: "next" }]);
  const stay = world.container({ baseBranch: "main" });
  const other = publication({ conversation_id: "5", branch: "ux-update/header-5" });
  expect(await stay().publish(other, welcome)).toMatchObject({ ok: true });
  expect(state.pulls[1], "where a branch is configured").toMatchObject({ base: "main" });
});

test("a repository that got another owner is looked through under its new name, and nothing is published twice", async () => {
  const { state } = world.github;
  const { commit } = await publishIn(world);
  await world.deleteBranch(publication().branch);
  await world.commit("main", "README.md", "moved\n");
  state.formerNames.add("acme/site");
  state.owner = "umbrella";
  expect(await open().publish(publication(), welcome)).toMatchObject({ failure: { transient: true } });
  expect(await open().publish(publication(), welcome)).toMatchObject({
    published: { commit, pull_request: { number: 1 } },
  });
  expect(state.pulls).toHaveLength(1);
  expect(await world.branches()).toEqual([]);
});

test("a repository that was archived since is refused, for a preview and for a publication", async () => {
  world.github.state.archived = true;
  expect(await open().publish(publication(), welcome)).toEqual(failure("archived"));
  expect(await open().readFile(HEADER)).toEqual(failure("archived"));
  world.github.state.archived = false;
  expect(await open().readFile(HEADER)).toMatchObject({ ok: true });
});

test("a token that was taken back opens nothing, whatever is remembered", async () => {
  const other = world.container({ auth: { token: "ghp_taken_back" } });
  expect(await other().readFile(HEADER)).toEqual(failure("no-permission"));
});

async function seen(publisher: Publisher): Promise<string> {
  const read = await publisher.readFile(HEADER);
  return read.ok ? Buffer.from(read.file.content).toString() : read.failure.message;
}

test("one step of work sees one moment of the site, the next step sees what was committed since", async () => {
  const step = open();
  await step.readFile("executable.html");
  await world.commit("main", HEADER, "newer\n");
  expect(await seen(step)).toContain("<h1>Hello</h1>");
  expect(await seen(open())).toBe("newer\n");
});

test("a look that failed is not remembered in its step", async () => {
  const step = open();
  world.github.failAt(world.github.requests.length + 1, 500, { times: 99 });
  expect(await step.readFile(HEADER)).toMatchObject({ failure: { transient: true } });
  world.github.stopFailing();
  expect(await step.readFile(HEADER)).toMatchObject({ ok: true });
});

/** GitHub if it changed the line endings of a text that it takes in with a tree. */
const changing: GitHubPublisherOptions["fetch"] = (input, init) => {
  const body =
    typeof init?.body === "string" ? init.body.replaceAll(String.raw`\n"`, String.raw`\r\n"`) : init?.body;
  return fetch(input, { ...init, body: body ?? null });
};

test("a text that GitHub would not keep to the byte is written as bytes", async () => {
  const careful = world.container({ fetch: changing });
  expect(await careful().publish(publication(), welcome)).toMatchObject(published);
  expect(await textOf(publication().branch)).toBe(CHANGED);
  expect(
    world.github.requests.filter(({ operation }) =>
      operation.endsWith("POST /repos/{owner}/{repo}/git/blobs"),
    ),
  ).toHaveLength(1);
});

test("a branch that has its commit but no pull request is completed, although the page has changed since", async () => {
  const { state } = world.github;
  await open().publish(publication(), welcome);
  state.pulls.length = 0;
  await world.commit("main", HEADER, null);
  expect(await open().publish(publication(), () => null)).toMatchObject(published);
  expect(state.pulls).toHaveLength(1);
});
