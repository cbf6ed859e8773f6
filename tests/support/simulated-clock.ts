import { setImmediate } from "node:timers/promises";

interface Timer {
  at: number;
  resolve: () => void;
}

/** A clock that jumps to the next timer as soon as nothing else is left to do. */
export class SimulatedClock {
  /** Milliseconds. */
  time: number;
  readonly #timers = new Set<Timer>();
  #busy = 0;

  /** @param time when it starts, in milliseconds */
  constructor(time = 0) {
    this.time = time;
  }

  now = (): number => this.time;

  pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const timer = { at: Math.ceil(this.time + milliseconds), resolve };
      this.#timers.add(timer);
      signal?.addEventListener("abort", () => {
        this.#timers.delete(timer);
        resolve();
      });
    });

  /** Does something that takes real time; by this clock it takes none. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    return work().finally(() => (this.#busy -= 1));
  }

  /** Runs until the clock shows a time. */
  async runUntil(end: number): Promise<void> {
    while (this.time < end) {
      do await setImmediate();
      while (this.#busy > 0);
      let next: Timer | undefined;
      for (const timer of this.#timers) if (!next || timer.at < next.at) next = timer;
      this.time = Math.min(end, next?.at ?? end);
      if (!next || next.at > end) continue;
      this.#timers.delete(next);
      next.resolve();
    }
  }
}
