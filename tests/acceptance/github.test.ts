import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { labelsOf } from "#tests/support/answer.ts";
import type { FakeGitHub, FakeGitHubOptions } from "#stand-ins/github/github-stand-in.ts";
import { fileOn, startGitHubSystem } from "#tests/support/github-site.ts";
import { ANN } from "#tests/support/people.ts";
import { buttonsOf } from "#tests/support/shown-message.ts";
import type { TestSystem } from "#tests/support/system.ts";

const HEADER = "src/components/Header.jsx";

/** What GitHub answers in place of what it has, by operation. */
const instead: NonNullable<FakeGitHubOptions["instead"]> = {};

let system: TestSystem;
let github: FakeGitHub;
let secrets: string[];
beforeAll(async () => {
  ({ system, github, secrets } = await startGitHubSystem({ instead }));
});
afterAll(async () => {
  await system.stop();
  await github.close();
});

const confirmed = async (text: string) => {
  const { id, message } = await system.preview(ANN, { command: `section:header text:"${text}"` });
  await system.press(ANN, message, "Confirm");
  return id;
};

test("a confirmed change becomes one draft pull request, linked in the message", async () => {
  const id = await confirmed("On GitHub");
  await system.deliver();
  const [pull, ...more] = github.state.pulls.filter(({ head }) => head.endsWith(id));
  expect(more).toEqual([]);
  expect(pull).toMatchObject({
    state: "open",
    draft: true,
    head: `ux-update/header-${id}`,
    labels: ["ux-update"],
  });
  expect(pull?.title).toMatch(/^UX update: Header: /);
  expect(pull?.body).toContain(`section:header text:"On GitHub"`);
  expect(pull?.body).toContain(ANN.id);
  expect(pull?.body).toContain(id);
  expect(system.message.content).toContain(`[#${pull?.number}](`);
  expect(buttonsOf(system.message)).toEqual(["Withdraw", "Undo", `Pull request #${pull?.number}`]);
  expect(github.problems).toEqual([]);
});

test("the pull request says what was answered too, not only what was asked at first", async () => {
  const { id } = await system.slash(ANN, { description: "make the header darker" });
  const modal = await system.press(ANN, system.message, "Answer");
  const [label = ""] = labelsOf(modal);
  await system.submit(ANN, modal, system.message, { [label]: "navy" });
  await system.deliver();
  await system.press(ANN, system.message, "Confirm");
  await system.deliver();
  const pull = github.state.pulls.find(({ head }) => head.endsWith(id));
  expect(pull?.body).toContain("> make the header darker\n> navy\n");
});

test("Withdraw closes the pull request and deletes its branch", async () => {
  const id = await confirmed("Withdrawn");
  await system.deliver();
  await system.press(ANN, system.message, "Withdraw");
  await system.deliver();
  const pull = github.state.pulls.find(({ head }) => head.endsWith(id));
  expect(pull?.state).toBe("closed");
  expect(github.state.refs.has(`ux-update/header-${id}`)).toBe(false);
  expect(system.message.content).toContain("Withdrawn");
});

/** Fails the request that comes as number `nth` from now on by one 404; what it was, once it was made. */
function oneNotFound(nth: number): () => string | undefined {
  const request = github.requests.length + nth;
  github.failAt(request, 404);
  return () => github.requests[request - 1]?.operation;
}

const click = (label: string) => () => system.press(ANN, system.message, label);

/** The whole way, and what the message says after each step. */
const steps = (nth: number) => [
  {
    act: () => system.slash(ANN, { command: `section:header text:"404 as ${nth}"` }),
    end: "would change",
  },
  { act: click("Confirm"), end: "draft pull request" },
  { act: click("Withdraw"), end: "Withdrawn" },
];

describe("when GitHub does not do it", () => {
  test("for a moment, it is tried again and it is published once", async () => {
    const id = await confirmed("After an outage");
    github.failAt(github.requests.length + 4, 502, { times: 8 });
    await system.deliver();
    github.stopFailing();
    expect(github.state.pulls.filter(({ head }) => head.endsWith(id))).toHaveLength(1);
    expect(system.message.content).toContain("draft pull request");
  });

  test("for longer, the message says so and its owner can try again", async () => {
    const id = await confirmed("After a long outage");
    const records = await system.table.records();
    github.failAt(github.requests.length + 1, 503, { times: 10_000 });
    expect(await system.execute(records), "given back to the queue").not.toEqual([]);
    system.passMinutes(3);
    await system.execute(records);
    expect(await system.table.item(id)).toMatchObject({ status: "failed", failure: { code: "unavailable" } });
    expect(buttonsOf(system.message)).toEqual(["Try again"]);
    github.stopFailing();
    await system.press(ANN, system.message, "Try again");
    await system.deliver();
    expect(system.message.content).toContain("draft pull request");
  });

  test("one 404 for whatever is read, while a change is shown, published and withdrawn, is not told as the truth", async () => {
    const untrue: string[] = [];
    for (let nth = 1, more = true; more; nth += 1) {
      more = false;
      for (const { act, end } of steps(nth)) {
        await act();
        const failed = oneNotFound(nth);
        await system.deliver();
        more ||= failed() !== undefined;
        const isTrue = system.message.content.includes(end) || failed()?.startsWith("GET") === false;
        if (!isTrue) untrue.push(`${end}, after a 404 for ${failed()}: ${system.message.content}`);
        github.stopFailing();
        if (!system.message.content.includes(end)) break;
      }
    }
    expect(untrue).toEqual([]);
  });

  test.each([
    "GET /repos/{owner}/{repo}/commits",
    "GET /repos/{owner}/{repo}/git/trees/{tree_sha}",
    "GET /repos/{owner}/{repo}/git/blobs/{file_sha}",
  ])("404 for %s, time and again, is not a page that has changed", async (operation) => {
    const id = await confirmed(`After 404 for ${operation.split("/").at(-1)}`);
    const records = await system.table.records();
    github.state.commit("main", "ux-agent.json", `${fileOn(github, "main", "ux-agent.json")}\n`);
    instead[operation] = { status: 404, body: { message: "Not Found" } };
    expect(await system.execute(records), "given back to the queue").not.toEqual([]);
    delete instead[operation];
    expect(await system.table.item(id)).toMatchObject({ status: "confirmed" });
    await system.execute(records);
    expect(await system.table.item(id)).toMatchObject({ status: "published", revision: 1 });
    expect(system.message.content).toContain("draft pull request");
  });

  test("because the repository is archived, it fails at once and in words", async () => {
    const id = await confirmed("Archived");
    github.state.archived = true;
    await system.deliver();
    github.state.archived = false;
    expect(system.message.content).toMatch(/^❌ .*archived/);
    expect(await system.table.item(id)).toMatchObject({ status: "failed", failure: { code: "archived" } });
  });
});

describe("when the file has moved on", () => {
  test("in other lines, what was shown is published on top of it", async () => {
    const id = await confirmed("Moved on");
    const content = fileOn(github, "main", HEADER);
    github.state.commit("main", HEADER, `// somebody else\n${content}`);
    await system.deliver();
    expect(fileOn(github, `ux-update/header-${id}`, HEADER)).toContain("// somebody else");
  });

  test("in the edited line, it has to be confirmed again", async () => {
    const id = await confirmed("Not like this");
    const content = fileOn(github, "main", HEADER);
    github.state.commit("main", HEADER, content.replace(/(header-title[^>]*>)/, "$1Theirs "));
    await system.deliver();
    expect(system.message.content).toContain("has changed since");
    expect(github.state.refs.has(`ux-update/header-${id}`)).toBe(false);
  });
});

test("when the file is gone, it fails in words and nothing is published", async () => {
  const content = fileOn(github, "main", HEADER);
  const id = await confirmed("Gone");
  github.state.commit("main", HEADER, null);
  await system.deliver();
  github.state.commit("main", HEADER, content);
  expect(system.message.content).toContain(`The site has no file ${HEADER}.`);
  expect(github.state.refs.has(`ux-update/header-${id}`)).toBe(false);
});

test("when the settings file is gone, the words say so and nothing is published", async () => {
  const content = fileOn(github, "main", "ux-agent.json");
  const id = await confirmed("Without settings");
  github.state.commit("main", "ux-agent.json", null);
  await system.deliver();
  github.state.commit("main", "ux-agent.json", content);
  expect(system.message.content).toContain("The site's settings file `ux-agent.json` is gone");
  expect(system.message.content).not.toContain("page has changed");
  expect(github.state.refs.has(`ux-update/header-${id}`)).toBe(false);
});

test("no secret is in a message, a pull request, a commit, an error or an archived record", async () => {
  const id = await confirmed("Secret words");
  await system.deliver();
  await confirmed("Fails");
  github.failAt(github.requests.length + 1, 500, { times: 10_000 });
  await system.deliver();
  github.stopFailing();
  await system.expire(id);
  const seen = JSON.stringify([
    system.discord.standIn.channel.messages(),
    github.state.pulls,
    github.requests.map(({ body, url }) => [body, url]),
    system.errors.map((error) => [error.message, error.stack, String(error.cause)]),
    await system.table.item(id),
  ]);
  expect(system.errors.length).toBeGreaterThan(0);
  for (const secret of secrets) expect(seen).not.toContain(secret);
});
