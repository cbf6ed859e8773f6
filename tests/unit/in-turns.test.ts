import { expect, it } from "vitest";
import { inTurns } from "#src/in-turns.ts";

it("so many run at once, the others in their order, also behind one that fails", async () => {
  const turn = inTurns(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const all = [0, 1, 2, 3].map((each) =>
    turn(async () => {
      begun.push(each);
      await new Promise<void>((end) => (ends[each] = end));
      if (each === 0) throw new Error("failed");
      return each;
    }),
  );
  const settled = Promise.allSettled(all);
  await expect.poll(() => begun).toEqual([0, 1]);
  ends[0]?.();
  await expect.poll(() => begun).toEqual([0, 1, 2]);
  ends[2]?.();
  await expect.poll(() => begun).toEqual([0, 1, 2, 3]);
  ends[1]?.();
  ends[3]?.();
  expect((await settled).map(({ status }) => status)).toEqual([
    "rejected",
    "fulfilled",
    "fulfilled",
    "fulfilled",
  ]);
});
