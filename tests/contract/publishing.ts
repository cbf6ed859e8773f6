import { describe, expect, test } from "vitest";
import type { Publication } from "#src/publishing/publisher.ts";
import { hostileWords } from "./hostile-words.ts";
import {
  CHANGED,
  HEADER,
  PICTURE,
  changedTo,
  contentOf,
  pathsOf,
  publication,
  publications,
  type PublishingWorld,
} from "./publishing-world.ts";
import { failure, never, publishIn, useWorld, welcome, withContent } from "./use-world.ts";

export function describePublishing(name: string, createWorld: () => Promise<PublishingWorld>): void {
  describe(`${name}: publishing`, () => {
    const here = useWorld(createWorld);

    test("makes one commit on a branch of its own, on top of the base", async () => {
      const base = await here.world.head("main");
      const { branch, commit } = await here.published();
      expect(branch).toBe(publication().branch);
      expect(await here.world.branches()).toEqual([branch]);
      expect(await here.world.commits(branch)).toEqual([
        expect.objectContaining({
          id: commit,
          parents: [base],
          author: "ux-agent",
          date: "2026-11-22T10:15:30.000Z",
        }),
      ]);
      expect(await here.world.head("main")).toBe(base);
    });

    test("changes that file and no other", async () => {
      const { branch } = await here.published();
      expect(await here.world.difference("main", branch)).toEqual([HEADER]);
      expect(String((await here.world.file(branch, HEADER))?.content)).toBe(CHANGED);
    });

    test("changes three files in one commit, each with its own content and mode", async () => {
      const wanted = publications()["three files"];
      const { branch, commit } = await here.published(wanted);
      expect((await here.world.commits(branch)).map(({ id }) => id)).toEqual([commit]);
      expect(await here.world.difference("main", branch)).toEqual(wanted.paths.toSorted());
      for (const path of wanted.paths)
        expect(String((await here.world.file(branch, path))?.content)).toBe(changedTo(path));
      expect(await here.world.file(branch, "executable.html")).toMatchObject({ mode: "100755" });
    });

    test("adds a picture to the commit of three files, to the byte, in a folder that was not there", async () => {
      const wanted = publications()["three files and a picture"];
      const { branch, commit } = await here.published(wanted);
      expect((await here.world.commits(branch)).map(({ id }) => id)).toEqual([commit]);
      expect(await here.world.difference("main", branch)).toEqual(pathsOf(wanted));
      const added = await here.world.file(branch, PICTURE.path);
      expect(added).toEqual({ mode: "100644", content: PICTURE.content });
    });

    test("adds a picture beside others in its folder", async () => {
      await here.world.commit("main", "public/images/a.txt", "a");
      await here.world.commit("main", "public/images.txt", "b");
      const wanted = publications()["three files and a picture"];
      const { branch } = await here.published(wanted);
      expect(await here.world.difference("main", branch)).toEqual(pathsOf(wanted));
    });

    test("leaves a picture alone that is there already", async () => {
      const wanted = { ...publication(), adds: ["added.txt"] };
      await here.world.commit("main", "added.txt", "the same");
      const outcome = await here.publisher.publish(
        wanted,
        (files) =>
          new Map([
            ...withContent(files, ({ path }) => contentOf(path)),
            ["added.txt", Buffer.from("the same")],
          ]),
      );
      expect(outcome).toMatchObject({ ok: true });
      expect(await here.world.difference("main", wanted.branch)).toEqual([HEADER]);
    });

    test.each([
      ["where another file is", "added.txt", "invalid"],
      ["through a link", "linked/added.txt", "not-a-file"],
      ["below a file", "executable.html/added.txt", "not-a-file"],
      ["below a submodule", "module/added.txt", "not-a-file"],
      ["in the place of a link", "link.jsx", "not-a-file"],
      ["outside of the repository", "../added.txt", "invalid"],
      ["among the repository's own files", ".git/hooks/added.txt", "invalid"],
    ])("adds nothing %s", async (_, path, code) => {
      await here.world.commit("main", "added.txt", "another");
      const outcome = await here.publisher.publish(
        { ...publication(), adds: [path] },
        (files) =>
          new Map([...withContent(files, (file) => contentOf(file.path)), [path, Buffer.from("new")]]),
      );
      expect(outcome).toEqual(failure(code));
      expect(await here.world.branches()).toEqual([]);
    });

    test("leaves a file alone that already is as it is to be", async () => {
      const wanted = publications()["three files"];
      await here.world.commit("main", "executable.html", changedTo("executable.html"));
      const { branch } = await here.published(wanted);
      const [header, footer] = wanted.paths;
      expect(await here.world.difference("main", branch)).toEqual([footer, header]);
    });

    test("makes nothing of three files when one of them is gone", async () => {
      await here.world.commit("main", "src/components/Footer.jsx", null);
      const prepare = never();
      expect(await here.publisher.publish(publications()["three files"], prepare)).toEqual(
        failure("no-file"),
      );
      expect(prepare).not.toHaveBeenCalled();
      expect(await here.world.branches()).toEqual([]);
    });

    test("publishes bytes in one of three files exactly, whatever they are", async () => {
      const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x0d, 0x0a]);
      const wanted = publications()["three files"];
      const outcome = await here.publisher.publish(wanted, (files) =>
        withContent(files, ({ path }) => (path === HEADER ? bytes : Buffer.from(changedTo(path)))),
      );
      expect(outcome).toMatchObject({ ok: true });
      expect((await here.world.file(wanted.branch, HEADER))?.content).toEqual(bytes);
      expect(await here.world.difference("main", wanted.branch)).toEqual(wanted.paths.toSorted());
    });

    test("says in the commit of three files what changed in which section", async () => {
      const { branch } = await here.published(publications()["three files"]);
      const [commit] = await here.world.commits(branch);
      expect(commit?.message.split("\n")[0]).toBe("UX update: Header and 2 more: Text and 2 more");
      expect(commit?.message).toContain(
        "Changes in src/components/Header.jsx, src/components/Footer.jsx, executable.html:",
      );
      for (const section of ["Header", "Footer", "Page"])
        expect(commit?.message).toContain(`- ${section} › Text: Hello → Welcome`);
    });

    test("says in the commit what was asked, by whom and what changed", async () => {
      const { branch } = await here.published();
      const [commit] = await here.world.commits(branch);
      expect(commit?.message.split("\n")[0]).toBe("UX update: Header: Text → Welcome");
      expect(commit?.message).toContain("\n> please say welcome in the header\n");
      expect(commit?.message).toContain("Asked on Discord by Ada (80351110224678912):");
      expect(commit?.message).toContain("- Text: Hello → Welcome");
      expect(commit?.message.trimEnd()).toMatch(/\n\nUx-Agent-Conversation: 1380000000000000001$/);
    });

    test("keeps an executable file executable", async () => {
      const { branch } = await here.published(publication({ paths: ["executable.html"] }));
      expect(await here.world.file(branch, "executable.html")).toMatchObject({ mode: "100755" });
    });

    test("publishes bytes exactly, whatever they are", async () => {
      const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x0d, 0x0a, 0x80, 0x0a, 0x0d]);
      const { branch } = await here.published(publication(), bytes);
      expect((await here.world.file(branch, HEADER))?.content).toEqual(bytes);
    });

    test("gives what is to be prepared the file as it is now", async () => {
      await here.world.commit("main", HEADER, "newer\n");
      const seen: string[] = [];
      await here.publisher.publish(publication(), (files) => {
        for (const { path, content } of files) seen.push(path, Buffer.from(content).toString());
        return welcome(files);
      });
      expect(seen).toEqual([HEADER, "newer\n"]);
    });

    test("publishes different conversations side by side", async () => {
      const other = publication({ conversation_id: "77", branch: "ux-update/footer-77" });
      await Promise.all([here.published(), here.published(other)]);
      expect(await here.world.branches()).toEqual(["ux-update/footer-77", publication().branch]);
    });

    test("makes nothing when the page is no longer what was shown", async () => {
      expect(await here.publisher.publish(publication(), () => null)).toEqual({ ok: true, changed: true });
      expect(await here.world.branches()).toEqual([]);
    });

    test("makes nothing when the page already is what was asked for", async () => {
      const same = await here.publisher.publish(publication(), (files) =>
        withContent(files, ({ content }) => content),
      );
      expect(same).toEqual({ ok: true, changed: true });
      expect(await here.world.branches()).toEqual([]);
    });

    test("fails in words when the file is gone", async () => {
      await here.world.commit("main", HEADER, null);
      const prepare = never();
      expect(await here.publisher.publish(publication(), prepare)).toMatchObject({
        ok: false,
        failure: { code: "no-file", message: `The site has no file ${HEADER}.`, transient: false },
      });
      expect(prepare).not.toHaveBeenCalled();
    });

    test("fails in words when the base branch is missing", async () => {
      const outcome = await here.world.publisher({ baseBranch: "nowhere" }).publish(publication(), welcome);
      expect(outcome).toEqual(failure("no-base-branch"));
      expect(outcome).toMatchObject({
        failure: { message: expect.stringContaining("nowhere"), transient: false },
      });
    });

    test("fails in words when the repository is missing", async () => {
      const outcome = await here.world.publisher({ repository: "missing" }).publish(publication(), welcome);
      expect(outcome).toEqual(failure("not-found"));
    });

    test("leaves a branch alone that somebody else made", async () => {
      await here.world.createBranch(publication().branch);
      await here.world.commit(publication().branch, HEADER, "somebody else's\n");
      const head = await here.world.head(publication().branch);
      const outcome = await here.publisher.publish(publication(), welcome);
      expect(outcome).toEqual(failure("protected"));
      expect(outcome).toMatchObject({ failure: { message: expect.stringContaining("delete or rename it") } });
      expect(await here.world.head(publication().branch)).toBe(head);
    });

    test.each([
      ["the base branch", { branch: "main" }],
      ["a branch of somebody else", { branch: "feature/header-1380000000000000001" }],
      ["the branch of another conversation", { branch: "ux-update/header-2" }],
      ["a branch like an option", { branch: "--force" }],
      ["a branch with a line break", { branch: "ux-update/header\n-1380000000000000001" }],
      ["an id with a line break", { conversation_id: "1\n2", branch: "ux-update/header-1\n2" }],
      ["a path out of the repository", { paths: ["../../etc/passwd"] }],
      ["a second path out of the repository", { paths: [HEADER, "../../etc/passwd"] }],
      ["a time that is none", { confirmed_at: "yesterday" }],
    ] satisfies [string, Partial<Publication>][])("refuses %s", async (_, difference) => {
      const prepare = never();
      expect(await here.publisher.publish(publication(difference), prepare)).toEqual(failure("invalid"));
      expect(prepare).not.toHaveBeenCalled();
      expect(await here.world.branches()).toEqual([]);
    });

    test("is not impressed by hostile words, wherever they stand", async () => {
      await Promise.all(
        hostileWords.map(([name, words], index) => publishWords(here.world, name, words, index)),
      );
      expect(await here.world.branches()).toHaveLength(hostileWords.length);
    });
  });
}

async function publishWords(
  world: PublishingWorld,
  name: string,
  words: string,
  index: number,
): Promise<void> {
  const change = publication({
    conversation_id: String(index),
    branch: `ux-update/words-${index}`,
    asked: words,
    section_labels: [words],
    user: { id: words, name: words },
    changes: [{ label: words, before: words, after: words }],
  });
  const { branch, commit } = await publishIn(world, change);
  const commits = await world.commits(branch);
  expect(
    commits.map(({ id }) => id),
    name,
  ).toEqual([commit]);
  expect(commits[0]?.message.trimEnd().split("\n\n").at(-1), name).toBe(`Ux-Agent-Conversation: ${index}`);
}
