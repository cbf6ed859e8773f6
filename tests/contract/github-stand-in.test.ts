import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { objectId, type GitObject } from "#stand-ins/github/git-objects.ts";
import { startFakeGitHub, type FakeGitHub } from "#stand-ins/github/github-stand-in.ts";

describe("the objects of the fake GitHub have the ids that Git gives them:", () => {
  let repository: string;
  beforeAll(() => {
    repository = mkdtempSync(join(tmpdir(), "ux-agent-objects-"));
    execFileSync("git", ["init", "--quiet", repository]);
  });
  afterAll(() => rmSync(repository, { recursive: true }));

  const id = "84beb43c051a82e32b6bb8606a4900b080841ee3";
  const entry = (mode: string, name: string) => ({ mode, name, id });
  const person = { name: "Ada", email: "ada@example.com", date: "2026-11-22T10:00:00Z" };
  const commit = {
    tree: id,
    parents: ["1".repeat(40), "2".repeat(40)],
    author: person,
    committer: person,
    message: "título\n\nbody\n",
  };
  const objects: [string, GitObject][] = [
    ["a blob", { type: "blob", content: Buffer.from("hello\r\n") }],
    [
      "a tree",
      { type: "tree", entries: [entry("040000", "a"), entry("100644", "a.b"), entry("100755", "ä")] },
    ],
    ["a commit", { type: "commit", commit }],
  ];

  test.each(objects)("%s", (_, object) => {
    expect(objectId(object)).toBe(idByGit(repository, object));
  });
});

describe("the fake GitHub", () => {
  let github: FakeGitHub;
  beforeEach(async () => {
    github = await startFakeGitHub();
  });
  afterEach(() => github.close());

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${github.url}/repos/acme/site${path}`, {
      ...init,
      headers: {
        authorization: "token ghp_fake",
        accept: "application/json",
        "content-type": "application/json",
      },
    });

  test("notices a request that GitHub does not know", async () => {
    await ask("/nothing");
    expect(github.problems).toEqual(["no such operation: GET /repos/acme/site/nothing"]);
  });

  test("notices a parameter that GitHub does not know, and one of the wrong kind", async () => {
    await ask("/pulls?colour=red&state=unknown");
    expect(github.problems).toHaveLength(2);
  });

  test("notices a body that GitHub would not take", async () => {
    await ask("/git/refs", { method: "POST", body: JSON.stringify({ ref: 1, shaa: "x" }) });
    expect(github.problems.length).toBeGreaterThanOrEqual(3);
  });

  test("answers as GitHub describes it", async () => {
    const response = await ask("");
    expect(await response.json()).toMatchObject({
      full_name: "acme/site",
      default_branch: "main",
      archived: false,
    });
    expect(github.problems).toEqual([]);
  });

  test("fails when and as it is told", async () => {
    github.failAt(2, 502);
    github.failAt(3, "lost", { when: "after" });
    const statuses = [(await ask("")).status, (await ask("")).status];
    expect(statuses).toEqual([200, 502]);
    await expect(ask("")).rejects.toThrow("fetch failed");
    expect((await ask("")).status).toBe(200);
  });
});

/** Git's own opinion. */
function idByGit(repository: string, object: GitObject): string {
  if (object.type === "tree") {
    const lines = object.entries.map(
      ({ mode, name, id }) => `${mode} ${mode === "040000" ? "tree" : "blob"} ${id}\t${name}\n`,
    );
    return hash(repository, ["mktree", "--missing"], lines.join(""));
  }
  if (object.type === "blob") return hash(repository, ["hash-object", "--stdin"], object.content);
  const { tree, parents, message } = object.commit;
  const who = "Ada <ada@example.com> 1795341600 +0000";
  const head = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${who}`,
    `committer ${who}`,
  ];
  return hash(repository, ["hash-object", "-t", "commit", "--stdin"], `${head.join("\n")}\n\n${message}`);
}

function hash(repository: string, args: string[], input: string | Buffer): string {
  return execFileSync("git", ["-C", repository, ...args], { input })
    .toString()
    .trim();
}
