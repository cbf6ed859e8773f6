type Step = () => Promise<unknown>;

/** The steps that end a system of this machine; they run in reverse order of its start. */
export class Cleanup {
  readonly #steps: Step[] = [];
  #running: Promise<void> | undefined;

  add(step: Step): void {
    this.#steps.push(step);
  }

  /**
   * Waits for parts that start at the same time. When one fails, the others end before the steps are taken: they may be
   * writing where a step removes something.
   */
  together<A, B>(parts: [Promise<A>, Promise<B>]): Promise<[A, B]> {
    this.add(() => Promise.allSettled(parts));
    return Promise.all(parts);
  }

  /** Takes every step, even after one has failed, and those that are added meanwhile. A second call waits for the first. */
  run(): Promise<void> {
    this.#running ??= this.#undo();
    return this.#running;
  }

  async #undo(): Promise<void> {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) await step().catch(() => undefined);
  }
}
