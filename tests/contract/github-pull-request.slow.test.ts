import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TOKEN, createGitHubWorld, type GitHubWorld } from "./github-world.ts";
import { hostileWords } from "./hostile-words.ts";
import { publication } from "./publishing-world.ts";
import { failure, never, publishIn, welcome } from "./use-world.ts";

let world: GitHubWorld;
beforeEach(async () => {
  world = await createGitHubWorld();
});
afterEach(() => world.close());

const pulls = () => world.github.state.pulls;

/** GitHub that lists a pull request of a fork, from a branch of the same name, before ours. */
const withForks: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (!String(input instanceof Request ? input.url : input).includes("/pulls?")) return response;
  const [own] = (await response.json()) as [{ head: { repo: object } }];
  const head = { ...own.head, repo: { ...own.head.repo, id: 1 } };
  return Response.json([{ ...own, number: 99, head }, own], response);
};

describe("the pull request", () => {
  test("is one labelled draft against the base", async () => {
    const { pull_request, commit } = await publishIn(world);
    expect(pulls()).toMatchObject([
      {
        number: 1,
        state: "open",
        draft: true,
        base: "main",
        head: publication().branch,
        labels: ["ux-update"],
      },
    ]);
    expect(pull_request).toEqual({ number: 1, url: "https://github.example/acme/site/pull/1" });
    expect(pulls()[0]?.headCommit).toBe(commit);
  });

  test("says what was asked, by whom, what changes and what to look at", async () => {
    await publishIn(world);
    expect(pulls()[0]?.title).toBe("UX update: Header: Text → Welcome");
    const body = pulls()[0]?.body ?? "";
    expect(body).toContain("**Ada** (`80351110224678912`) asked on Discord");
    expect(body).toContain("> please say welcome in the header");
    expect(body).toContain("- **Text**: `Hello` → `Welcome`");
    expect(body).toContain("- [ ] ");
    expect(body).toContain("1380000000000000001");
  });

  test("is never that of a fork, which GitHub may list beside ours", async () => {
    const first = await publishIn(world);
    const again = await world.publisherWith({ fetch: withForks }).publish(publication(), never());
    expect(again).toMatchObject({ ok: true, published: first });
  });

  test("goes to the base branch that is configured", async () => {
    await world.createBranch("live");
    const outcome = await world.publisher({ baseBranch: "live" }).publish(publication(), welcome);
    expect(outcome).toMatchObject({ ok: true });
    expect(pulls()).toMatchObject([{ base: "live" }]);
  });

  test("goes to the base branch by the name it has now, when that was renamed", async () => {
    const { renamed } = world.github.state;
    renamed.set("master", "main");
    const publisher = world.publisher({ baseBranch: "master" });
    expect(await publisher.publish(publication(), welcome)).toMatchObject({ ok: true });
    expect(pulls()).toMatchObject([{ base: "main" }]);
    pulls().length = 0;
    expect(await publisher.publish(publication(), never())).toMatchObject({ ok: true });
    expect(pulls(), "for a branch that was there already").toMatchObject([{ base: "main" }]);
  });

  test("is an ordinary one, and says so, where there are no drafts", async () => {
    const other = await createGitHubWorld({ drafts: false });
    await publishIn(other);
    expect(other.github.state.pulls).toMatchObject([
      { draft: false, body: expect.stringContaining("no drafts") },
    ]);
    await other.close();
  });

  test.each([403, 404, 500])("is published without a label when labelling answers %i", async (status) => {
    const label = "POST /repos/{owner}/{repo}/issues/{issue_number}/labels";
    const other = await createGitHubWorld({ instead: { [label]: { status, body: { message: "no" } } } });
    expect(await publishIn(other)).toMatchObject({ pull_request: { number: 1 } });
    await other.close();
  });

  test("gets its label at the next call when an earlier one did not come so far", async () => {
    await publishIn(world);
    Object.assign(pulls()[0] ?? {}, { labels: [] });
    await publishIn(world);
    expect(pulls()[0]?.labels).toEqual(["ux-update"]);
  });

  test("holds nothing that acts, whatever people wrote", async () => {
    const texts = await Promise.all(hostileWords.map(async ([, words], index) => textWith(words, index)));
    for (const [index, text] of texts.entries()) {
      const name = hostileWords[index]?.[0];
      expect(text, name).not.toMatch(/@\w|#\d|GH-\d|:\/\/|\[skip|\[ci |^Co-authored-by/im);
      expect(text.split("\n")[1], name).toMatch(/^\*\*.*\*\* \(.*\) asked on Discord:$/);
    }
  });
});

/** Title and text of the pull request that says nothing but the given words. */
async function textWith(words: string, index: number): Promise<string> {
  const branch = `ux-update/words-${index}`;
  const changes = Array.from({ length: 60 }, () => ({ label: words, before: words, after: words }));
  const said = { asked: words, section_label: words, user: { id: words, name: words }, changes };
  await publishIn(world, publication({ conversation_id: String(index), branch, ...said }));
  const pull = pulls().find(({ head }) => head === branch);
  return `${pull?.title}\n${pull?.body}`;
}

test("the token is sent as such and stands nowhere else", async () => {
  await publishIn(world);
  await world.publisher().withdraw(await publishIn(world));
  expect(JSON.stringify([world.github.requests, pulls(), await world.head("main")])).not.toContain(TOKEN);
  const [commit] = [...world.github.state.objects.history(pulls()[0]?.headCommit ?? "")];
  expect(JSON.stringify(world.github.state.commitAt(commit ?? ""))).not.toContain(TOKEN);
});

describe("an earlier pull request", () => {
  test("that somebody closed is found and left closed", async () => {
    const first = await publishIn(world);
    Object.assign(pulls()[0] ?? {}, { state: "closed" });
    expect(await publishIn(world)).toEqual(first);
    expect(pulls()).toMatchObject([{ state: "closed" }]);
  });

  test("that somebody closed, deleting the branch, stays so", async () => {
    const first = await publishIn(world);
    await world.deleteBranch(first.branch);
    expect(await publishIn(world)).toEqual(first);
    expect(pulls()).toHaveLength(1);
    expect(await world.branches()).toEqual([]);
  });

  test("that GitHub does not list yet is not made a second time", async () => {
    const listing = { status: 200, body: [] };
    const late = await createGitHubWorld({ instead: { "GET /repos/{owner}/{repo}/pulls": listing } });
    await publishIn(late);
    expect(await late.publisher().publish(publication(), welcome)).toMatchObject({
      failure: { code: "unavailable", transient: true },
    });
    expect(late.github.state.pulls).toHaveLength(1);
    await late.close();
  });

  test("whose answer was lost and that a person closed at once is found, not made again", async () => {
    const pull = "POST /repos/{owner}/{repo}/pulls";
    let lost = 0;
    const losing = await createGitHubWorld({
      observe: ({ operation }, moment) => {
        if (operation !== pull || moment === "before" || lost > 0) return;
        lost += 1;
        Object.assign(losing.github.state.pulls[0] ?? {}, { state: "closed" });
        return "drop";
      },
    });
    const first = await losing.publisher().publish(publication(), welcome);
    expect(losing.github.state.pulls).toHaveLength(1);
    expect(first).toMatchObject({ failure: { code: "unavailable", transient: true } });
    expect(await publishIn(losing)).toMatchObject({ pull_request: { number: 1 } });
    expect(losing.github.state.pulls).toMatchObject([{ number: 1, state: "closed" }]);
    await losing.close();
  });

  test("of another branch is never taken for ours", async () => {
    await publishIn(world, publication({ conversation_id: "5", branch: "ux-update/header-5" }));
    await publishIn(world);
    expect(pulls().map(({ head }) => head)).toEqual(["ux-update/header-5", publication().branch]);
  });

  test("is not there yet when only the branch was made", async () => {
    const { commit } = await publishIn(world);
    pulls().length = 0;
    expect(await publishIn(world)).toMatchObject({ commit, pull_request: { number: 1 } });
    expect(pulls()).toHaveLength(1);
  });
});

describe("withdrawing", () => {
  test("closes it, says so in its title and keeps its text", async () => {
    const first = await publishIn(world);
    const { body } = pulls()[0] ?? {};
    await world.publisher().withdraw(first);
    const title = expect.stringMatching(/^Withdrawn: UX update: /);
    expect(pulls()).toMatchObject([{ state: "closed", merged: false, title, body }]);
  });

  test("marks one to which somebody gave the longest title there is", async () => {
    const first = await publishIn(world);
    Object.assign(pulls()[0] ?? {}, { title: "👋".repeat(256) });
    expect(await world.publisher().withdraw(first)).toEqual({ ok: true, withdrawn: true });
    expect(pulls()[0]?.title).toMatch(/^Withdrawn: 👋+…$/u);
  });

  test("finds what GitHub does not list yet", async () => {
    const listing = { status: 200, body: [] };
    const late = await createGitHubWorld({ instead: { "GET /repos/{owner}/{repo}/pulls": listing } });
    expect(await late.publisher().withdraw(await publishIn(late))).toEqual({ ok: true, withdrawn: true });
    expect(late.github.state.pulls).toMatchObject([{ state: "closed" }]);
    await late.close();
  });

  test("says where it looked for what it does not find, such as after a move to another repository", async () => {
    const first = await publishIn(world);
    const other = await createGitHubWorld();
    expect(await other.publisher().withdraw(first)).toMatchObject({
      failure: { code: "invalid", message: expect.stringContaining("acme/site has no pull request") },
    });
    await other.close();
  });

  test("leaves a branch that the rules of the repository keep, and has closed the pull request", async () => {
    const message = "Repository rule violations found\n\nCannot delete this branch";
    const answer = { status: 422, body: { message } };
    const other = await createGitHubWorld({
      instead: { "DELETE /repos/{owner}/{repo}/git/refs/{ref}": answer },
    });
    const first = await publishIn(other);
    expect(await other.publisher().withdraw(first)).toEqual({ ok: true, withdrawn: true });
    expect(other.github.state.pulls).toMatchObject([{ state: "closed" }]);
    await other.close();
  });

  test("finishes what an interrupted withdrawal left", async () => {
    const first = await publishIn(world);
    await world.publisher().withdraw(first);
    await world.createBranch(first.branch);
    expect(await world.publisher().withdraw(first)).toEqual({ ok: true, withdrawn: true });
    expect(await world.branches()).toEqual([]);
    expect(pulls()[0]?.title).not.toMatch(/Withdrawn: Withdrawn/);
  });

  test("marks one that somebody had closed, so that it stays withdrawn", async () => {
    const first = await publishIn(world);
    Object.assign(pulls()[0] ?? {}, { state: "closed" });
    expect(await world.publisher().withdraw(first)).toEqual({ ok: true, withdrawn: true });
    expect(await world.publisher().publish(publication(), never())).toEqual(failure("withdrawn"));
  });

  test("loses against a merge at the same moment, and gives the title back", async () => {
    const racing = await createGitHubWorld({
      observe: ({ operation }, moment) => {
        if (operation.startsWith("PATCH") && moment === "before")
          racing.github.state.merge(publication().branch);
      },
    });
    const first = await publishIn(racing);
    const title = racing.github.state.pulls[0]?.title;
    expect(await racing.publisher().withdraw(first)).toEqual({ ok: true, merged: true });
    expect(racing.github.state.pulls).toMatchObject([{ title, merged: true }]);
    expect(await racing.branches()).toEqual([first.branch]);
    await racing.close();
  });

  test("of the pull request of another conversation is refused", async () => {
    const first = await publishIn(world);
    const other = await publishIn(world, publication({ conversation_id: "5", branch: "ux-update/header-5" }));
    const mixed = { ...first, ...(other.pull_request && { pull_request: other.pull_request }) };
    expect(await world.publisher().withdraw(mixed)).toEqual(failure("invalid"));
    expect(pulls()).toMatchObject([{ state: "open" }, { state: "open" }]);
  });
});
