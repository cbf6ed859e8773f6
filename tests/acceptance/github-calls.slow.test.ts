import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { FakeGitHub } from "#stand-ins/github/github-stand-in.ts";
import { fileOn, startGitHubSystem } from "#tests/support/github-site.ts";
import { note } from "#tests/support/measured.ts";
import { ANN } from "#tests/support/people.ts";
import type { TestSystem } from "#tests/support/system.ts";

const HEADER = "src/components/Header.jsx";

let system: TestSystem;
let github: FakeGitHub;
/** How often a request was sent when none was on its way. */
let rounds = 0;
let underWay = 0;
beforeAll(async () => {
  ({ system, github } = await startGitHubSystem({
    observe: async (_, moment) => {
      if (moment === "after") return void (underWay -= 1);
      if (underWay === 0) rounds += 1;
      underWay += 1;
      // Long enough for what is sent at once to come.
      await new Promise((done) => setTimeout(done, 200));
    },
  }));
  // The first conversation of a container reads the site.
  await system.preview(ANN, { command: 'section:header text:"First"' });
});
afterAll(async () => {
  await system.stop();
  await github.close();
});

/** The requests to GitHub that a piece of work makes, without the repository's place. */
async function callsOf(work: () => Promise<unknown>): Promise<string[]> {
  const before = github.requests.length;
  await work();
  return github.requests
    .slice(before)
    .map(({ operation, status }) => `${operation.replace("/repos/{owner}/{repo}", "")} ${status}`);
}

const preview = (text: string) => () => system.preview(ANN, { command: `section:header text:"${text}"` });

const confirm = async () => {
  await system.press(ANN, system.message, "Confirm");
  await system.deliver();
};

const PUBLISHING = [
  "GET /commits 304",
  "GET /pulls 200",
  "POST /git/trees 201",
  "POST /git/commits 201",
  "POST /git/refs 201",
  "POST /pulls 201",
  "POST /issues/{issue_number}/labels 200",
];

test("a preview asks GitHub twice, whether its repository and its base are still the same", async ({
  task,
}) => {
  const calls = await callsOf(preview("Twice"));
  note(task, { preview: calls.length });
  expect(calls.toSorted()).toEqual(["GET  304", "GET /commits 304"]);
});

test("a preview with files attached asks no more often: they are those of the draft", async () => {
  const long = `${"Welcome to our shop. ".repeat(190).slice(0, 3880)} and send your card here`;
  expect(await callsOf(preview(long))).toHaveLength(2);
  expect(system.message.attachments.length).toBeGreaterThan(0);
});

test("a publication asks seven times", async ({ task }) => {
  await preview("Seven times")();
  const calls = await callsOf(confirm);
  const creations = calls.filter((call) => call.startsWith("POST ")).length;
  note(task, { publication: calls.length, creations });
  expect(calls.slice(2)).toEqual(PUBLISHING.slice(2));
  expect(calls.slice(0, 2).toSorted()).toEqual(PUBLISHING.slice(0, 2));
});

test("three files are previewed and published with as many requests as one, and are one commit", async ({
  task,
}) => {
  const command = "section:header color:red section:footer color:red section:navbar color:red";
  // The files are read once.
  await system.preview(ANN, { command });
  const previewing = await callsOf(() => system.preview(ANN, { command }));
  expect(previewing).toHaveLength(2);
  const calls = await callsOf(confirm);
  note(task, { previewOfThree: previewing.length, publicationOfThree: calls.length });
  expect(calls.toSorted()).toEqual(PUBLISHING.toSorted());
  const [pull] = github.state.pulls.slice(-1);
  const { head = "" } = pull ?? {};
  for (const [file, section] of [
    [HEADER, "Header"],
    ["src/components/Footer.jsx", "Footer"],
    ["src/components/NavBar.jsx", "Navigation bar"],
  ] as const) {
    expect(fileOn(github, head, file)).not.toBe(fileOn(github, "main", file));
    expect(pull?.body).toContain(`- **${section} \u203a Color**`);
  }
  expect(github.state.ahead(github.state.head(head), github.state.head("main"))).toHaveLength(1);
});

test("publishing again finds the pull request with two requests, and withdrawing takes three", async ({
  task,
}) => {
  await preview("Again")();
  await system.press(ANN, system.message, "Confirm");
  const records = await system.table.records();
  // The write that says what was published is lost, as when a process is killed before it.
  const lost = vi.spyOn(system.app.conversations, "apply").mockRejectedValue(new Error("it was killed"));
  await system.execute(records);
  lost.mockRestore();
  const again = await callsOf(() => system.execute(records));
  expect(again.toSorted()).toEqual(["GET /commits 304", "GET /pulls 200"]);
  expect(system.message.content).toContain("draft pull request");
  await system.press(ANN, system.message, "Withdraw");
  const withdrawing = await callsOf(() => system.deliver());
  note(task, { publicationAgain: again.length, withdrawal: withdrawing.length });
  expect(withdrawing).toEqual([
    "GET /pulls/{pull_number} 200",
    "PATCH /pulls/{pull_number} 200",
    "DELETE /git/refs/{ref} 204",
  ]);
});

test("a preview after a change of its file reads what changed, and no more", async () => {
  github.state.commit("main", HEADER, `// somebody else\n${fileOn(github, "main", HEADER)}`);
  expect((await callsOf(preview("After a change"))).toSorted()).toEqual([
    "GET  304",
    "GET /commits 200",
    "GET /git/blobs/{file_sha} 200",
    "GET /git/trees/{tree_sha} 200",
    "GET /git/trees/{tree_sha} 200",
    "GET /git/trees/{tree_sha} 200",
  ]);
});

test("a preview waits for GitHub once, and a publication six times", async ({ task }) => {
  rounds = 0;
  await preview("At once")();
  const previewRounds = rounds;
  await confirm();
  const publicationRounds = rounds - previewRounds;
  note(task, { previewRounds, publicationRounds });
  expect([previewRounds, publicationRounds]).toEqual([1, 6]);
});
