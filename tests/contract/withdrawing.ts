import { describe, expect, test } from "vitest";
import { HEADER, publication, type PublishingWorld } from "./publishing-world.ts";
import { failure, never, useWorld } from "./use-world.ts";

export function describeWithdrawing(name: string, createWorld: () => Promise<PublishingWorld>): void {
  describe(`${name}: withdrawing`, () => {
    const here = useWorld(createWorld);

    test("deletes the branch and leaves the base alone", async () => {
      const base = await here.world.head("main");
      expect(await here.publisher.withdraw(await here.published())).toEqual({ ok: true, withdrawn: true });
      expect(await here.world.branches()).toEqual([]);
      expect(await here.world.head("main")).toBe(base);
    });

    test("a second time answers the same", async () => {
      const first = await here.published();
      await here.publisher.withdraw(first);
      expect(await here.world.publisher().withdraw(first)).toEqual({ ok: true, withdrawn: true });
    });

    test("many times at once answers the same to all", async () => {
      const first = await here.published();
      const all = await Promise.all(Array.from({ length: 4 }, () => here.world.publisher().withdraw(first)));
      expect(all).toEqual(Array.from({ length: 4 }, () => ({ ok: true, withdrawn: true })));
    });

    test("keeps it from being published again", async () => {
      await here.publisher.withdraw(await here.published());
      const prepare = never();
      expect(await here.world.publisher().publish(publication(), prepare)).toEqual(failure("withdrawn"));
      expect(prepare).not.toHaveBeenCalled();
      expect(await here.world.branches()).toEqual([]);
    });

    test("does nothing once it is merged", async () => {
      const first = await here.published();
      await here.world.merge(first.branch);
      expect(await here.publisher.withdraw(first)).toEqual({ ok: true, merged: true });
      expect(await here.world.branches()).toEqual([first.branch]);
      expect(await here.published()).toEqual(first);
    });

    test("says merged even when the branch is gone", async () => {
      const first = await here.published();
      await here.world.merge(first.branch);
      await here.world.deleteBranch(first.branch);
      expect(await here.publisher.withdraw(first)).toEqual({ ok: true, merged: true });
    });

    test("is content when somebody has deleted the branch already", async () => {
      const first = await here.published();
      await here.world.deleteBranch(first.branch);
      expect(await here.publisher.withdraw(first)).toEqual({ ok: true, withdrawn: true });
      expect(await here.publisher.publish(publication(), never())).toEqual(failure("withdrawn"));
    });

    test("deletes the branch too when people have added commits to it", async () => {
      const first = await here.published();
      await here.world.commit(first.branch, HEADER, "more\n");
      expect(await here.publisher.withdraw(first)).toEqual({ ok: true, withdrawn: true });
      expect(await here.world.branches()).toEqual([]);
    });

    test.each([
      ["the base branch", "main"],
      ["somebody else's branch", "feature"],
      ["the branch of another conversation", "ux-update/header-2"],
    ])("never deletes %s", async (_, branch) => {
      const first = await here.published();
      if (branch !== "main") await here.world.createBranch(branch);
      const before = await here.world.branches();
      expect(await here.publisher.withdraw({ ...first, branch })).toEqual(failure("invalid"));
      expect(await here.world.branches()).toEqual(before);
    });
  });
}
