type Step = () => Promise<unknown>;

/** What has to be undone when a local system ends, the last thing first. */
export class Cleanup {
  readonly #steps: Step[] = [];
  #running: Promise<void> | undefined;

  add(step: Step): void {
    this.#steps.push(step);
  }

  /** Does every step, also when one fails; asked again, it answers when the first time is over. */
  run(): Promise<void> {
    this.#running ??= this.#undo();
    return this.#running;
  }

  async #undo(): Promise<void> {
    for (const step of this.#steps.toReversed()) await step().catch(() => undefined);
  }
}
