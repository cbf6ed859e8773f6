/** A part of the system that is away for a while on purpose; what needs it waits. */
export class Outage {
  #ended = Promise.resolve();
  #endsAt = 0;

  /** When it ends, in epoch milliseconds; a time in the past when there is none. */
  get endsAt(): number {
    return this.#endsAt;
  }

  begin(ms: number): void {
    this.#endsAt = Date.now() + ms;
    this.#ended = new Promise((resolve) => setTimeout(resolve, ms).unref());
  }

  /** Resolves when it has ended, or when `signal` is aborted. */
  async over(signal: AbortSignal): Promise<void> {
    const aborted = new Promise<void>((resolve) =>
      signal.addEventListener("abort", () => resolve(), { once: true }),
    );
    while (Date.now() < this.#endsAt && !signal.aborted) await Promise.race([this.#ended, aborted]);
  }
}
