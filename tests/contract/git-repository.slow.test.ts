import { appendFile, chmod, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createGitPublisher } from "#src/publishing/git/publisher.ts";
import type { Outcome, Published } from "#src/publishing/publisher.ts";
import { createGitWorld, removeTemplates } from "./git-world.ts";
import { HEADER, publication } from "./publishing-world.ts";
import { failure, welcome } from "./use-world.ts";

let world: Awaited<ReturnType<typeof createGitWorld>>;
beforeEach(async () => {
  world = await createGitWorld({ bare: false });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await world.close();
});
afterAll(removeTemplates);

const publishing = () => world.publisher().publish(publication(), welcome);
const wordsOf = (outcome: Outcome<object>) => (outcome.ok ? "" : outcome.failure.message);

async function published(): Promise<Published> {
  const outcome = await publishing();
  if (outcome.ok && "published" in outcome) return outcome.published;
  throw new Error(JSON.stringify(outcome));
}

/** Somebody's work on the base branch, in the way that they merge: `merge` leaves it staged. */
async function onMain(...merge: string[]): Promise<void> {
  await world.git(["reset", "--quiet", "--hard"]);
  await world.commit("main", "elsewhere.txt", "made meanwhile\n");
  await world.git(["reset", "--quiet", "--hard"]);
  await world.git(merge);
  await world.git(["commit", "--quiet", "--no-gpg-sign", "--allow-empty", "-m", "merged"]);
}

describe("a repository that somebody works in", () => {
  test("keeps its work tree, its index and the branch it stands on", async () => {
    await writeFile(join(world.folder, HEADER), "half-finished work\n");
    await writeFile(join(world.folder, "staged.txt"), "staged\n");
    await world.git(["add", "staged.txt"]);
    const before = await world.git(["status", "--porcelain=v2", "--branch"]);
    await world.publisher().withdraw(await published());
    expect(await world.git(["status", "--porcelain=v2", "--branch"])).toBe(before);
  });

  test("gets no file beside the objects and refs, whatever its settings for an index are", async () => {
    await world.git(["config", "core.splitIndex", "true"]);
    const before = await readdir(join(world.folder, ".git"));
    await published();
    const after = await readdir(join(world.folder, ".git"));
    expect(after.filter((name) => !before.includes(name) && name !== "logs")).toEqual([]);
  });

  test("runs none of its hooks", async () => {
    const hooks = join(world.folder, ".git", "hooks");
    await mkdir(hooks, { recursive: true });
    await Promise.all(
      ["reference-transaction", "post-commit", "pre-commit", "post-index-change"].map(async (name) => {
        await writeFile(join(hooks, name), `#!/bin/sh\necho ran >> "${world.folder}/ran"\nexit 1\n`);
        await chmod(join(hooks, name), 0o755);
      }),
    );
    await published();
    expect(await readdir(world.folder)).not.toContain("ran");
  });

  test("is not asked to delete the branch that is checked out", async () => {
    const first = await published();
    await world.git(["switch", "--quiet", first.branch]);
    const publisher = world.publisher({ baseBranch: "main" });
    expect(await publisher.withdraw(first)).toEqual(failure("protected"));
    await world.git(["switch", "--quiet", "main"]);
    expect(await publisher.withdraw(first)).toEqual({ ok: true, withdrawn: true });
  });

  test("does not stack a change on another one that somebody looks at", async () => {
    const { branch } = await published();
    await world.git(["switch", "--quiet", branch]);
    expect(await world.publisher().readFile(HEADER)).toEqual(failure("no-base-branch"));
  });

  test("without a branch needs to be told its base", async () => {
    await world.git(["switch", "--quiet", "--detach"]);
    expect(await world.publisher().readFile(HEADER)).toEqual(failure("no-base-branch"));
    expect(await world.publisher({ baseBranch: "main" }).readFile(HEADER)).toMatchObject({ ok: true });
  });

  test("keeps what people added to a branch that is withdrawn", async () => {
    const first = await published();
    await world.commit(first.branch, HEADER, "a reviewer's work\n");
    const tip = await world.head(first.branch);
    await world.publisher().withdraw(first);
    expect(await world.git(["for-each-ref", "--format=%(objectname)", "refs/ux-agent/withdrawn"])).toBe(
      `${tip}\n`,
    );
  });

  describe("where changes are merged by squashing or picking them", () => {
    test("a squashed change is merged, also after the page has moved on", async () => {
      const first = await published();
      await onMain("merge", "--squash", first.branch);
      await world.commit("main", HEADER, "another page\n");
      expect(await world.publisher().withdraw(first)).toEqual({ ok: true, merged: true });
    });

    test("so is a picked one, whatever else is on its branch", async () => {
      const first = await published();
      await world.commit(first.branch, HEADER, "a reviewer's work\n");
      await onMain("cherry-pick", "--no-commit", first.commit);
      expect(await world.publisher().withdraw(first)).toEqual({ ok: true, merged: true });
    });

    test("so is one that was squashed together with a reviewer's work", async () => {
      const first = await published();
      await world.commit(first.branch, HEADER, "a reviewer's work\n");
      await onMain("merge", "--squash", first.branch);
      expect(await world.publisher().withdraw(first)).toEqual({ ok: true, merged: true });
    });

    test("another change of the same page is not taken for it", async () => {
      const first = await published();
      await onMain("status");
      await world.commit("main", HEADER, "another page\n");
      expect(await world.publisher().withdraw(first)).toEqual({ ok: true, withdrawn: true });
    });
  });

  test("says so when a branch stands in the way of ours", async () => {
    await world.git(["branch", "ux-update"]);
    const outcome = await world.publisher().publish(publication(), welcome);
    expect(outcome).toEqual(failure("protected"));
  });

  test("finds its commit again in a copy that has only the branches", async () => {
    const first = await published();
    await world.git(["update-ref", "-d", `refs/ux-agent/published/${publication().conversation_id}`]);
    expect(await published()).toEqual(first);
    await world.git(["branch", "-D", first.branch]);
    expect(await published()).toEqual(first);
    expect(await world.branches()).toEqual([]);
  });

  test("waits for no longer than a moment for another program's lock", async () => {
    await mkdir(join(world.folder, ".git", "refs", "heads", "ux-update"), { recursive: true });
    await writeFile(join(world.folder, ".git", "refs", "heads", `${publication().branch}.lock`), "");
    const outcome = await world.publisher().publish(publication(), welcome);
    expect(outcome).toMatchObject({ failure: { code: "unavailable", transient: true } });
  });

  test("says which file to delete when a program was interrupted and left its lock", async () => {
    await writeFile(join(world.folder, ".git", "packed-refs.lock"), "");
    const first = await published();
    const outcome = await world.publisher().withdraw(first);
    expect(outcome).toMatchObject({ failure: { transient: true } });
    expect(wordsOf(outcome)).toContain("left the file `packed-refs.lock` there to be deleted");
  });
});

/** The file in which an object is kept. */
async function objectOf(name: string): Promise<string> {
  const id = (await world.git(["rev-parse", name])).trim();
  return join(world.folder, ".git", "objects", id.slice(0, 2), id.slice(2));
}

describe("a repository that git cannot work with", () => {
  test.each([
    ["a file of settings that is broken", "[core\n"],
    ["an extension that this git does not know", "[extensions]\n\tnewer = true\n"],
    ["a format that this git does not know", "[core]\n\trepositoryformatversion = 99\n"],
  ])("is a failure for good, in words that help: %s", async (_, settings) => {
    const format = settings.startsWith("[ext") ? "[core]\n\trepositoryformatversion = 1\n" : "";
    await appendFile(join(world.folder, ".git", "config"), format + settings);
    for (const outcome of [await world.publisher().readFile(HEADER), await publishing()]) {
      expect(outcome).toMatchObject({ failure: { code: "unavailable", transient: false } });
      expect(wordsOf(outcome)).toContain("with `git status` in it");
    }
  });

  test.each(["main^{tree}", "main:src", `main:${HEADER}`])(
    "is a failure for good, in words that help, when %s is missing, empty or garbage",
    async (name) => {
      const object = await objectOf(name);
      await chmod(object, 0o644);
      for (const damage of [
        () => writeFile(object, "garbage"),
        () => writeFile(object, ""),
        () => rm(object),
      ]) {
        await damage();
        for (const outcome of [await world.publisher().readFile(HEADER), await publishing()]) {
          expect(outcome).toMatchObject({ failure: { code: "unavailable", transient: false } });
          expect(wordsOf(outcome)).toContain("with `git fsck` in it");
        }
      }
    },
  );

  test("so is one that lacks another file than the one that changes", async () => {
    await rm(await objectOf("main:executable.html"));
    expect(wordsOf(await publishing())).toContain("with `git fsck` in it");
  });
});

describe("something that is no repository", () => {
  test("is a failure in words when it is a file", async () => {
    const file = createGitPublisher({ repository: join(world.folder, HEADER) });
    expect(await file.readFile(HEADER)).toEqual(failure("not-found"));
  });

  test("does not lead to the repository around it", async () => {
    const inside = createGitPublisher({ repository: join(world.folder, "src") });
    expect(await inside.readFile("components/Header.jsx")).toEqual(failure("not-found"));
    expect(await inside.publish(publication(), welcome)).toEqual(failure("not-found"));
    expect(await world.branches()).toEqual([]);
  });

  test("is a failure in words, like a machine without git", async () => {
    vi.stubEnv("PATH", join(world.folder, "src"));
    expect(await world.publisher().readFile(HEADER)).toMatchObject({
      failure: { code: "unavailable", message: "git is not installed where ux-agent runs." },
    });
  });

  test("is a failure in words when it is empty", async () => {
    const empty = join(world.folder, "empty");
    await world.git(["init", "--quiet", "--initial-branch=main", empty]);
    expect(await createGitPublisher({ repository: empty }).readFile(HEADER)).toEqual(
      failure("no-base-branch"),
    );
  });
});
