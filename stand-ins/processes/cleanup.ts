type Step = () => Promise<unknown>;

/** The steps that end a system of this machine; they run in reverse order of its start. */
export class Cleanup {
  readonly #steps: Step[] = [];
  #running: Promise<void> | undefined;

  add(step: Step): void {
    this.#steps.push(step);
  }

  /** Takes every step, even after one has failed. A second call waits for the first. */
  run(): Promise<void> {
    this.#running ??= this.#undo();
    return this.#running;
  }

  async #undo(): Promise<void> {
    for (const step of this.#steps.toReversed()) await step().catch(() => undefined);
  }
}
