import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { whileFresh } from "#src/while-fresh.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what secrets are needed for is made once in a quarter of an hour, so that a rotated one counts", async () => {
  const read = vi.fn<() => Promise<string>>().mockResolvedValueOnce("old").mockResolvedValueOnce("new");
  const current = whileFresh(read);
  expect(read).not.toHaveBeenCalled();
  expect(await current()).toBe("old");
  vi.advanceTimersByTime(15 * 60 * 1000 - 1);
  expect(await current()).toBe("old");
  vi.advanceTimersByTime(1);
  expect(await current()).toBe("new");
  expect(read).toHaveBeenCalledTimes(2);
});

test("what could not be made is tried again", async () => {
  const read = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error("away"))
    .mockResolvedValue("it");
  const current = whileFresh(read);
  await expect(current()).rejects.toThrow("away");
  expect(await current()).toBe("it");
});
