import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Outage } from "#stand-ins/aws/outage.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("keeps nothing waiting before it begins", async () => {
  await expect(new Outage().over(AbortSignal.any([]))).resolves.toBeUndefined();
});

it("keeps everything waiting until it ends", async () => {
  const outage = new Outage();
  outage.begin(10_000);
  let over = false;
  const waiting = outage.over(AbortSignal.any([])).then(() => (over = true));
  await vi.advanceTimersByTimeAsync(9_999);
  expect(over).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await waiting;
  expect(over).toBe(true);
});

it("lets go of everything that is told to stop", async () => {
  const outage = new Outage();
  outage.begin(10_000);
  const end = new AbortController();
  const waiting = outage.over(end.signal);
  end.abort();
  await expect(waiting).resolves.toBeUndefined();
});
