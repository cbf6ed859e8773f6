import { setTimeout as delay } from "node:timers/promises";

const PAUSE_MS = 200;

/** Waits until something is so; false when it still is not after some seconds. */
export async function until(isSo: () => boolean | Promise<boolean>, seconds: number): Promise<boolean> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await isSo())) {
    if (Date.now() >= deadline) return false;
    await delay(PAUSE_MS);
  }
  return true;
}
