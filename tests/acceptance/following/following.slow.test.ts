import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FakeGitHub, FakeGitHubOptions } from "#stand-ins/github/github-stand-in.ts";
import {
  deploymentDelivery,
  pullRequestDelivery,
  statusDelivery,
  suiteDelivery,
} from "#stand-ins/github/deliveries.ts";
import type { FakeSuite } from "#stand-ins/github/repository.ts";
import { fileOn, publishHeader, startGitHubSystem } from "#tests/support/github-site.ts";
import { type Webhook, openWebhook } from "#tests/support/github-webhook.ts";
import { settleDefaultSite } from "#tests/support/default-site.ts";
import { ANN, GUILD } from "#tests/support/people.ts";
import { buttonsOf } from "#tests/support/shown-message.ts";
import type { TestSystem } from "#tests/support/system.ts";

const instead: NonNullable<FakeGitHubOptions["instead"]> = {};

const LOG = "400000000000000077";

let system: TestSystem;
let github: FakeGitHub;
let webhook: Webhook;
beforeAll(async () => {
  ({ system, github } = await startGitHubSystem({ instead }));
  webhook = openWebhook(system);
});
afterAll(async () => {
  expect(github.problems).toEqual([]);
  await system.stop();
  await github.close();
});

let texts = 0;

/** A pull request of Ann's, published just now. */
async function published() {
  texts += 1;
  const { id, pull } = await publishHeader({ system, github }, `Follow ${texts}`);
  return { id, pull, branch: pull.head, commit: pull.headCommit };
}

type Published = Awaited<ReturnType<typeof published>>;

/** GitHub has news, and some seconds pass. */
async function tell(send: () => Promise<unknown>): Promise<void> {
  await send();
  system.time += 4000;
  await system.deliver();
}

const tellOfPull = ({ pull }: Published, action = "synchronize") =>
  tell(() => webhook.send(pullRequestDelivery(github.state, pull, action)));

const suite = (commit: string, change: Partial<FakeSuite> = {}): FakeSuite => ({
  commit,
  status: "completed",
  conclusion: "success",
  runs: 1,
  ...change,
});

const deployed = (id: number, commit: string, url: string) =>
  github.state.deployments.push({ id, commit, statuses: [{ state: "success", url }] });

const said = () => system.message.content;
/** The buttons and links below the message. */
const shown = () => JSON.stringify(system.message.components);

describe("checks", () => {
  test("are one state: running while any runs, failed if any has failed, passed once all have", async () => {
    const one = await published();
    const { commit, branch } = one;
    const tellOfSuite = () => tell(() => webhook.send(suiteDelivery(github.state, branch, commit)));
    const slow = suite(commit, { status: "in_progress", conclusion: null });
    github.state.suites.push(
      suite(commit),
      slow,
      suite(commit, { status: "queued", conclusion: null, runs: 0 }),
    );
    await tellOfSuite();
    expect(said()).toContain(
      `⏳ Checks are running: [see them](https://github.example/acme/site/pull/${one.pull.number}/checks)`,
    );
    Object.assign(slow, { status: "completed", conclusion: "failure" });
    await tellOfSuite();
    expect(said()).toContain("❌ Checks failed");
    Object.assign(slow, { conclusion: "skipped" });
    await tellOfSuite();
    expect(said()).toContain("✅ Checks passed");
    expect(said()).toContain(`✅ Published as a draft pull request: [#${one.pull.number}](`);
    expect(buttonsOf(system.message)).toEqual(["Withdraw", "Undo", `Pull request #${one.pull.number}`]);
  });

  test("that are commit statuses count as well, and none is shown where there is none", async () => {
    const one = await published();
    await tellOfPull(one);
    expect(said()).not.toContain("Checks");
    github.state.statuses.push({ commit: one.commit, context: "ci", state: "error" });
    await tell(() => webhook.send(statusDelivery(github.state, one.branch, one.commit)));
    expect(said()).toContain("❌ Checks failed");
  });

  test("that the token may not read are not guessed: the commit's statuses tell what they can", async () => {
    const one = await published();
    github.state.suites.push(suite(one.commit, { conclusion: "failure" }));
    const operation = "GET /repos/{owner}/{repo}/commits/{ref}/check-suites";
    instead[operation] = {
      status: 403,
      body: { message: "Resource not accessible by personal access token" },
    };
    await tellOfPull(one);
    expect(said()).not.toContain("Checks");
    github.state.statuses.push({ commit: one.commit, context: "ci", state: "success" });
    await tell(() => webhook.send(statusDelivery(github.state, one.branch, one.commit)));
    delete instead[operation];
    expect(said()).toContain("✅ Checks passed");
  });
});

test("a host that knows only the commit leads to the preview", async () => {
  const one = await published();
  deployed(1, one.commit, "https://site-git-header.vercel.app/");
  await tell(() => webhook.send(deploymentDelivery(github.state, one.commit)));
  expect(buttonsOf(system.message)).toEqual([
    "Withdraw",
    "Undo",
    "Preview",
    `Pull request #${one.pull.number}`,
  ]);
  expect(shown()).toContain('"https://site-git-header.vercel.app/"');
});

describe("a merge", () => {
  test("is told with who did it, offers Undo, is counted, and stays in the record", async () => {
    const one = await published();
    system.passMinutes(30);
    github.state.merge(one.branch, "octo-cat");
    await tellOfPull(one, "closed");
    expect(said()).toMatch(/^🚀 Merged by octo\\-cat <t:\d+:R>: \[#\d+\]/);
    expect(buttonsOf(system.message)).toEqual(["Undo", `Pull request #${one.pull.number}`]);
    expect(system.functions.metrics.counted.filter((name) => name === "Merged")).toHaveLength(1);
    expect(system.functions.metrics.durations.map(({ name }) => name)).toContain("AskedToMergedMilliseconds");
    await system.expire(one.id);
    expect(await system.table.item(one.id)).toMatchObject({
      outcome: "published",
      publication: { state: "merged", merged_by: "octo-cat", merged_at: "2026-01-02T00:00:00Z" },
    });
    const status = await system.slash(ANN, {}, "ux-status");
    expect(JSON.stringify(status)).toContain(String.raw`merged by octo\\-cat`);
  });

  test("of what is a record by now changes the record and the message, as the bot", async () => {
    const one = await published();
    await system.expire(one.id);
    system.passMinutes(60 * 30);
    github.state.merge(one.branch);
    await tellOfPull(one, "closed");
    expect(await system.table.item(one.id)).toMatchObject({
      outcome: "published",
      publication: { state: "merged", merged_by: "reviewer" },
      history: expect.arrayContaining([expect.objectContaining({ event: "merged" })]),
    });
    expect(said()).toContain("🚀 Merged by reviewer");
  });

  test("ends it: nothing that is reported afterwards is looked at", async () => {
    const one = await published();
    github.state.merge(one.branch);
    await tellOfPull(one, "closed");
    const before = github.requests.length;
    expect(await webhook.send(pullRequestDelivery(github.state, one.pull, "labeled"))).toMatchObject({
      statusCode: 200,
      body: JSON.stringify({ message: "Nothing here is followed." }),
    });
    await system.deliver();
    expect(github.requests).toHaveLength(before);
  });

  test("that came before Withdraw is told, and nothing was withdrawn", async () => {
    const one = await published();
    const before = system.message;
    github.state.merge(one.branch);
    await system.press(ANN, before, "Withdraw");
    await system.deliver();
    expect(said()).toContain("It is merged already, so it could not be withdrawn.");
    await tellOfPull(one, "closed");
    expect(said()).toContain("🚀 Merged by reviewer");
    expect(buttonsOf(system.message)).toEqual(["Undo", `Pull request #${one.pull.number}`]);
  });
});

describe("a pull request that is closed", () => {
  test("without being merged is told, and opened again it is open again", async () => {
    const one = await published();
    one.pull.state = "closed";
    await tellOfPull(one, "closed");
    expect(said()).toMatch(/^🚪 Closed without merging: \[#/);
    expect(buttonsOf(system.message)).toEqual([`Pull request #${one.pull.number}`]);
    expect(system.functions.metrics.counted).toContain("ClosedUnmerged");
    const status = JSON.stringify(await system.slash(ANN, {}, "ux-status"));
    expect(status).toContain("closed without merging");
    one.pull.state = "open";
    await tellOfPull(one, "reopened");
    expect(said()).toMatch(/^✅ Published as a draft pull request/);
    expect(buttonsOf(system.message)).toEqual(["Withdraw", "Undo", `Pull request #${one.pull.number}`]);
  });

  test("because its branch was deleted is told the same", async () => {
    const one = await published();
    github.state.deleteRef(one.branch);
    await tellOfPull(one, "closed");
    expect(said()).toContain("Closed without merging");
  });

  test("by its owner's Withdraw stays withdrawn, whatever is reported of it", async () => {
    const one = await published();
    await system.press(ANN, system.message, "Withdraw");
    await system.deliver();
    await tellOfPull(one, "closed");
    expect(said()).toContain("Withdrawn");
    expect(await system.table.item(one.id)).toMatchObject({ status: "withdrawn" });
  });
});

describe("what people have done with our branch", () => {
  const CHANGED = "⚠️ People have changed its branch on GitHub, so it may no longer be what you saw.";
  const HEADER = "src/components/Header.jsx";
  const forcePush = ({ branch }: Published): string =>
    github.state.replace(branch, HEADER, fileOn(github, branch, HEADER).replace(/Follow \d+/, "Theirs"));

  test("is told when they have added a commit", async () => {
    const one = await published();
    github.state.commit(one.branch, "README.md", "# More\n");
    await tellOfPull(one);
    expect(said()).toContain(CHANGED);
  });

  test("is told when a force-push has replaced our commit, whose checks and preview count no more", async () => {
    const one = await published();
    const { commit } = one;
    github.state.suites.push(suite(commit));
    deployed(20, commit, "https://ours.example/");
    await tellOfPull(one);
    expect(said()).toContain("✅ Checks passed");
    expect(shown()).toContain("ours.example");
    const theirs = forcePush(one);
    await tellOfPull(one);
    expect(github.state.ahead(theirs, github.state.head("main"))).toEqual([theirs]);
    expect(said()).toContain(CHANGED);
    expect(said()).not.toContain("Checks");
    expect(shown()).not.toContain("ours.example");
    github.state.suites.push(suite(theirs, { conclusion: "failure" }));
    deployed(21, theirs, "https://theirs.example/");
    await tell(() => webhook.send(deploymentDelivery(github.state, theirs)));
    expect(said()).toContain("❌ Checks failed");
    expect(shown()).toContain("theirs.example");
  });

  test("and merged instead of ours is told, and Undo asks before it takes their text away", async () => {
    const one = await published();
    forcePush(one);
    github.state.merge(one.branch, "octo-cat");
    await tellOfPull(one, "closed");
    expect(said()).toContain("🚀 Merged by octo");
    expect(said()).toContain(CHANGED);
    expect(await system.table.item(one.id)).toMatchObject({
      result: { commit: one.commit },
      publication: { state: "merged", changed: true },
    });
    await system.press(ANN, system.message, "Undo");
    await system.deliver();
    expect(said()).toContain("Theirs");
    expect(buttonsOf(system.message)).toContain("Answer");
  });

  test("does not stop Withdraw: the pull request is closed, and their branch deleted with it", async () => {
    const one = await published();
    forcePush(one);
    await tellOfPull(one);
    await system.press(ANN, system.message, "Withdraw");
    await system.deliver();
    expect(said()).toContain("Withdrawn");
    expect(one.pull.state).toBe("closed");
  });
});

test("of a repository that was renamed, what is true is found under its new name", async () => {
  const one = await published();
  github.state.formerNames.add("acme/site");
  github.state.name = "shop";
  github.state.suites.push(suite(one.commit));
  await tell(() => webhook.send(suiteDelivery(github.state, one.branch, one.commit)));
  github.state.formerNames.delete("acme/site");
  github.state.name = "site";
  expect(said()).toContain("✅ Checks passed");
});

test("a log channel is told of a close and of the merge of a record, once each, with who merged it", async () => {
  await settleDefaultSite(system, { log_channel: { id: LOG, guild_id: GUILD } });
  // What a container has read of the site counts for a minute.
  system.passMinutes(2);
  const one = await published();
  one.pull.state = "closed";
  await tellOfPull(one, "closed");
  await tellOfPull(one, "labeled");
  one.pull.state = "open";
  await tellOfPull(one, "reopened");
  await system.expire(one.id);
  system.passMinutes(60 * 30);
  github.state.merge(one.branch, "octo-cat");
  await tellOfPull(one, "closed");
  const link = `[#${one.pull.number}](https://github.example/acme/site/pull/${one.pull.number})`;
  const lines = system.discord.standIn.channel
    .messages()
    .filter(({ channel_id }) => channel_id === LOG)
    .map(({ content }) => content.split("\n")[0]);
  expect(lines).toEqual([
    `✅ Published: **Header** · ${link}`,
    `🚪 Closed without merging: **Header** · ${link}`,
    String.raw`🚀 Merged by octo\-cat: **Header** · ${link}`,
  ]);
});
