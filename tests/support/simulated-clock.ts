import { setImmediate } from "node:timers/promises";

interface Timer {
  at: number;
  resolve: () => void;
}

/** A clock that jumps to the next timer as soon as nothing else is left to do. */
export class SimulatedClock {
  /** Milliseconds. */
  time = 0;
  readonly #timers = new Set<Timer>();

  now = (): number => this.time;

  pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const timer = { at: this.time + milliseconds, resolve };
      this.#timers.add(timer);
      signal?.addEventListener("abort", () => {
        this.#timers.delete(timer);
        resolve();
      });
    });

  /** Runs until the clock shows a time. */
  async runUntil(end: number): Promise<void> {
    while (this.time < end) {
      await setImmediate();
      let next: Timer | undefined;
      for (const timer of this.#timers) if (!next || timer.at < next.at) next = timer;
      this.time = Math.min(end, next?.at ?? end);
      if (!next || next.at > end) continue;
      this.#timers.delete(next);
      next.resolve();
    }
  }
}
