import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { PublishFailure } from "#src/publishing/publisher.ts";
import type { FakeGitHubOptions } from "#stand-ins/github/github-stand-in.ts";
import { TOKEN, createGitHubWorld, type GitHubWorld } from "./github-world.ts";
import { PICTURE, publication } from "./publishing-world.ts";
import { welcome } from "./use-world.ts";

const REF = "POST /repos/{owner}/{repo}/git/refs";
const PULL = "POST /repos/{owner}/{repo}/pulls";
const REPOSITORY = "GET /repos/{owner}/{repo}";

let world: GitHubWorld | undefined;
const output: string[] = [];

beforeEach(() => {
  output.length = 0;
  for (const method of ["debug", "log", "info", "warn", "error"] as const) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => void output.push(words.join(" ")));
  }
});
afterEach(async () => {
  vi.restoreAllMocks();
  await world?.close();
  world = undefined;
});

async function failureWith(
  options: FakeGitHubOptions,
  prepare?: (world: GitHubWorld) => void,
): Promise<PublishFailure> {
  world = await createGitHubWorld(options);
  prepare?.(world);
  const outcome = await world.publisher().publish(publication(), welcome);
  expect(JSON.stringify(outcome)).not.toContain(TOKEN);
  expect(output).toEqual([]);
  if (outcome.ok) throw new Error("published");
  return outcome.failure;
}

const answers = (operation: string, status: number, message: string, headers = {}) => ({
  instead: { [operation]: { status, body: { message }, headers } },
});

describe("a failure that trying again does not help", () => {
  test("names the permission that is missing", async () => {
    const headers = { "x-accepted-github-permissions": "contents=write; contents=write,workflows=write" };
    const failure = await failureWith(answers(REF, 403, "Resource not accessible by integration", headers));
    expect(failure).toMatchObject({ code: "no-permission", transient: false });
    expect(failure.message).toContain("“contents: write” for acme/site");
  });

  test("names everything that is needed, so that it has to be granted only once", async () => {
    const headers = { "x-accepted-github-permissions": "pull_requests=read" };
    const list = "GET /repos/{owner}/{repo}/pulls";
    const message = "Resource not accessible by personal access token";
    const failure = await failureWith(answers(list, 403, message, headers));
    expect(failure.message).toContain("lacks the permission “pull requests: read”");
    expect(failure.message).toContain("can grant the bot “contents: write” and “pull requests: write”");
  });

  test("is told in GitHub's words when it is not about a permission", async () => {
    const headers = { "x-accepted-github-permissions": "metadata=read" };
    const message = "The organization has an IP allow list enabled, and your IP address is not permitted.";
    const failure = await failureWith(answers(REPOSITORY, 403, message, headers));
    expect(failure).toMatchObject({ code: "no-permission", transient: false });
    expect(failure.message).toMatch(/^acme\/site does not let the bot in: .* IP allow list/);
    expect(failure.message).not.toContain("metadata");
  });

  test("names the scope that a classic token lacks", async () => {
    const headers = { "x-accepted-oauth-scopes": "repo", "x-oauth-scopes": "" };
    const failure = await failureWith(answers(PULL, 403, "Must have push access", headers));
    expect(failure).toMatchObject({ code: "no-permission", message: expect.stringContaining("“repo”") });
  });

  test("is a write that GitHub pretends not to know", async () => {
    expect(await failureWith(answers(REF, 404, "Not Found"))).toMatchObject({
      code: "no-permission",
      message: expect.stringContaining("write access"),
    });
  });

  test("is a token that is not known", async () => {
    expect(await failureWith({ token: "ghp_another" })).toMatchObject({
      code: "no-permission",
      transient: false,
    });
  });

  test("is a single sign-on that the token is not authorised for", async () => {
    const headers = { "x-github-sso": "required; url=https://github.example/sso" };
    const failure = await failureWith(
      answers(REPOSITORY, 403, "Resource protected by SAML enforcement.", headers),
    );
    expect(failure).toMatchObject({
      code: "no-permission",
      message: expect.stringContaining("single sign-on"),
    });
  });

  test("is a repository that is archived", async () => {
    const failure = await failureWith({}, ({ github }) => (github.state.archived = true));
    expect(failure).toMatchObject({ code: "archived", transient: false });
    expect(world?.github.requests.filter(({ operation }) => !operation.startsWith("GET"))).toEqual([]);
  });

  test("is a repository that is archived at that moment", async () => {
    const failure = await failureWith(answers(REF, 403, "Repository was archived so is read-only."));
    expect(failure).toMatchObject({ code: "archived" });
  });

  test("is a repository without a commit", async () => {
    expect(await failureWith({ files: [] })).toMatchObject({ code: "no-base-branch", transient: false });
  });

  test("is a base branch that is deleted at that moment", async () => {
    const errors = [{ resource: "PullRequest", field: "base", code: "invalid" }];
    const body = { message: "Validation Failed", errors };
    expect(await failureWith({ instead: { [PULL]: { status: 422, body } } })).toMatchObject({
      code: "no-base-branch",
    });
  });

  test("is a rule of the repository", async () => {
    const message =
      "Repository rule violations found\n\nCannot create ref due to creations being restricted.";
    const failure = await failureWith(answers(REF, 422, message));
    expect(failure).toMatchObject({ code: "protected", transient: false });
    expect(failure.message).toContain("Repository rule violations found");
  });

  test("is a branch of the name of our folder", async () => {
    const failure = await failureWith({}, ({ github }) => {
      github.state.setRef("ux-update", github.state.head("main"));
    });
    expect(failure).toMatchObject({ code: "protected", transient: false });
    expect(failure.message).toContain("delete or rename ux-update");
  });

  test("says what GitHub said when it is none that we know", async () => {
    const failure = await failureWith(answers(PULL, 422, "Something @everyone\nnew"));
    expect(failure).toMatchObject({ code: "invalid", transient: false });
    expect(failure.message).toMatch(/^GitHub did not take the change: Something @\u200Beveryone new/);
  });
});

test("what GitHub found invalid is said without its JSON", async () => {
  const errors = [
    { resource: "Issue", code: "custom", field: "title", message: "title is too long" },
    { resource: "Issue", code: "missing_field", field: "body" },
  ];
  const body = { message: "Validation Failed", errors };
  expect(await failureWith({ instead: { [PULL]: { status: 422, body } } })).toMatchObject({
    message: "GitHub did not take the change: title is too long, body missing_field",
  });
});

describe("a failure that passes", () => {
  test("tells when the hourly limit ends", async () => {
    const failure = await failureWith({}, ({ github }) => github.failAt(5, "rate-limit"));
    expect(failure).toMatchObject({ code: "rate-limited", transient: true });
    expect(failure.retry_after_seconds).toBeGreaterThan(1700);
    expect(failure.retry_after_seconds).toBeLessThanOrEqual(1801);
    expect(failure.message).toMatch(/3[01] minutes/);
    expect(world?.github.requests).toHaveLength(5);
  });

  test("tells how long to wait for the other limit", async () => {
    const failure = await failureWith({}, ({ github }) => github.failAt(9, "secondary-rate-limit"));
    expect(failure).toMatchObject({ code: "rate-limited", transient: true, retry_after_seconds: 90 });
  });

  test.each([
    "You have exceeded a secondary rate limit.",
    "You have triggered an abuse detection mechanism.",
  ])("is a limit of which GitHub does not say how long it lasts: %s", async (message) => {
    expect(await failureWith(answers(REF, 403, message))).toMatchObject({
      code: "rate-limited",
      transient: true,
      retry_after_seconds: 60,
    });
  });

  test("waits itself for a limit that ends in a moment", async () => {
    world = await createGitHubWorld({
      observe: ({ number }, moment) => {
        if (number === 1 && moment === "before") world?.github.failAt(2, "short-limit");
      },
    });
    expect(await world.publisher().publish(publication(), welcome)).toMatchObject({ ok: true });
  });

  test.each([
    [REF, "Reference update failed"],
    [REF, "Object does not exist"],
    ["POST /repos/{owner}/{repo}/git/trees", "tree.sha 84beb43c is not a valid blob"],
    ["POST /repos/{owner}/{repo}/git/commits", "Tree SHA does not exist"],
  ])("is something that GitHub itself gave out and does not know yet: %s, %s", async (operation, message) => {
    expect(await failureWith(answers(operation, 422, message))).toMatchObject({
      code: "unavailable",
      transient: true,
    });
  });

  test.each([
    { field: "head", code: "invalid" },
    { field: "head_sha", code: "custom", message: "Head sha can't be blank" },
    { code: "custom", message: "No commits between main and ux-update/header-1380000000000000001" },
  ])("is a branch that not all of GitHub knows yet: %j", async (error) => {
    const body = { message: "Validation Failed", errors: [{ resource: "PullRequest", ...error }] };
    expect(await failureWith({ instead: { [PULL]: { status: 422, body } } })).toMatchObject({
      code: "unavailable",
      transient: true,
    });
  });

  test("is a folder for a picture that GitHub named and does not know yet", async () => {
    world = await createGitHubWorld();
    await world.commit("main", "public/images/a.txt", "a");
    let trees = 0;
    const late = vi.fn<typeof fetch>(async (input, init) => {
      const { href } = new URL(input instanceof Request ? input.url : input);
      // The trees of the header are the root, `src` and `src/components`; the next one is `public`.
      if (href.includes("/git/trees/") && (trees += 1) > 3)
        return Response.json({ message: "Not Found" }, { status: 404 });
      return fetch(input, init);
    });
    const outcome = await world
      .publisherWith({ fetch: late })
      .publish({ ...publication(), adds: [PICTURE.path] }, welcome);
    expect(outcome).toMatchObject({ ok: false, failure: { code: "unavailable", transient: true } });
  });

  test.each([500, 502, 503] as const)("is %i again and again", async (status) => {
    const failure = await failureWith({}, ({ github }) => github.failAt(4, status, { times: 99 }));
    expect(failure).toMatchObject({ code: "unavailable", transient: true });
    expect(world?.github.requests).toHaveLength(6);
  });

  test("is a connection that is lost again and again", async () => {
    const failure = await failureWith({}, ({ github }) => github.failAt(1, "lost", { times: 99 }));
    expect(failure).toMatchObject({ code: "unavailable", transient: true });
  });

  test("is a server that is not there", async () => {
    world = await createGitHubWorld();
    const publisher = world.publisherWith({ apiUrl: "http://127.0.0.1:9" });
    expect(await publisher.publish(publication(), welcome)).toMatchObject({
      ok: false,
      failure: { code: "unavailable", transient: true },
    });
  });

  test("is a server that does not answer, within the budget of the call", async () => {
    world = await createGitHubWorld();
    world.github.failAt(3, "no-answer", { times: 99 });
    const publisher = world.publisherWith({ timing: { budget: 300, request: 100, retry: 10 } });
    expect(await publisher.publish(publication(), welcome)).toMatchObject({
      ok: false,
      failure: { code: "unavailable", transient: true },
    });
    expect(world.github.requests.length).toBeLessThan(6);
  });

  test("is an answer that breaks off in the middle", async () => {
    world = await createGitHubWorld();
    const broken = vi.fn<typeof fetch>(async (input, init) => {
      const response = await fetch(input, init);
      const text = await response.text();
      const { headers, status } = response;
      return new Response(text.slice(0, text.length / 2), { headers, status });
    });
    const outcome = await world.publisherWith({ fetch: broken }).publish(publication(), welcome);
    expect(outcome).toMatchObject({ ok: false, failure: { code: "unavailable", transient: true } });
  });

  test("is a token that cannot even be sent", async () => {
    world = await createGitHubWorld();
    const token = `${TOKEN}\nsecond line`;
    const outcome = await world.publisherWith({ auth: { token } }).publish(publication(), welcome);
    expect(outcome).toMatchObject({ ok: false });
    expect(JSON.stringify(outcome)).not.toContain(TOKEN);
  });
});

describe("a repository that was renamed", () => {
  test("is asked for with the name it has now", async () => {
    world = await createGitHubWorld();
    world.github.state.formerNames.add("acme/old");
    const publisher = world.publisherWith({ repository: "acme/old" });
    expect(await publisher.publish(publication(), welcome)).toMatchObject({ ok: true });
    // The first look is at the repository and at its base branch.
    const [, , ...later] = world.github.requests.filter(({ url }) => !url.startsWith("/repos/acme/site"));
    expect(later).toEqual([]);
  });
});
