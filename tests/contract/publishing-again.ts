import { describe, expect, test } from "vitest";
import { HEADER, publication, type PublishingWorld } from "./publishing-world.ts";
import { never, useWorld } from "./use-world.ts";

export function describePublishingAgain(name: string, createWorld: () => Promise<PublishingWorld>): void {
  describe(`${name}: publishing again`, () => {
    const here = useWorld(createWorld);

    test("answers the first and prepares nothing", async () => {
      const first = await here.published();
      const prepare = never();
      expect(await here.world.publisher().publish(publication(), prepare)).toMatchObject({
        ok: true,
        published: first,
      });
      expect(prepare).not.toHaveBeenCalled();
    });

    test("answers the first when the base has moved on", async () => {
      const first = await here.published();
      await here.world.commit("main", HEADER, "newer\n");
      expect(await here.published()).toEqual(first);
    });

    test("many times at once makes one commit", async () => {
      const all = await Promise.all(Array.from({ length: 8 }, () => here.published()));
      expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
      expect(await here.world.commits(publication().branch)).toHaveLength(1);
    });

    test("at once with different results still makes one commit", async () => {
      const contents = ["a\n", "b\n", "c\n", "d\n"].map((text) => Buffer.from(text));
      const all = await Promise.all(contents.map((content) => here.published(publication(), content)));
      expect(new Set(all.map(({ commit }) => commit)).size).toBe(1);
      expect(await here.world.commits(publication().branch)).toHaveLength(1);
    });

    test("answers our commit when people have added theirs to the branch", async () => {
      const first = await here.published();
      await here.world.commit(first.branch, HEADER, "a reviewer's improvement\n");
      expect(await here.published()).toEqual(first);
      expect(String((await here.world.file(first.branch, HEADER))?.content)).toBe(
        "a reviewer's improvement\n",
      );
    });

    test("does not bring back a branch that somebody deleted", async () => {
      const first = await here.published();
      await here.world.deleteBranch(first.branch);
      expect(await here.published()).toEqual(first);
      expect(await here.world.branches()).toEqual([]);
    });

    test("does not bring back a branch that was deleted after merging", async () => {
      const first = await here.published();
      await here.world.merge(first.branch);
      await here.world.deleteBranch(first.branch);
      expect(await here.published()).toEqual(first);
      expect(await here.world.branches()).toEqual([]);
    });
  });
}
