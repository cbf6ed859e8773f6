/** Something that can be shut for a while; whoever comes meanwhile waits. */
export class Gate {
  #opens = Promise.resolve();
  #opensAt = 0;

  /** Until when it is shut, in epoch milliseconds; a time that has passed when it is open. */
  get opensAt(): number {
    return this.#opensAt;
  }

  shut(ms: number): void {
    this.#opensAt = Date.now() + ms;
    this.#opens = new Promise((resolve) => setTimeout(resolve, ms).unref());
  }

  /** Resolves when it is open, or when `signal` is aborted. */
  async pass(signal: AbortSignal): Promise<void> {
    const aborted = new Promise<void>((resolve) =>
      signal.addEventListener("abort", () => resolve(), { once: true }),
    );
    while (Date.now() < this.#opensAt && !signal.aborted) await Promise.race([this.#opens, aborted]);
  }
}
