import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Gate } from "#stand-ins/discord/outage.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("lets everyone through while it is open", async () => {
  await expect(new Gate().pass(AbortSignal.any([]))).resolves.toBeUndefined();
});

it("holds back whoever comes while it is shut", async () => {
  const gate = new Gate();
  gate.shut(10_000);
  let passed = false;
  const passing = gate.pass(AbortSignal.any([])).then(() => (passed = true));
  await vi.advanceTimersByTimeAsync(9_999);
  expect(passed).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await passing;
  expect(passed).toBe(true);
});

it("lets go of everyone at the end", async () => {
  const gate = new Gate();
  gate.shut(10_000);
  const end = new AbortController();
  const passing = gate.pass(end.signal);
  end.abort();
  await expect(passing).resolves.toBeUndefined();
});
