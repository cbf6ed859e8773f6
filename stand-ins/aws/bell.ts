/** Wakes what waits, before its time is over. */
export class Bell {
  #ringing = Promise.withResolvers<void>();

  ring(): void {
    this.#ringing.resolve();
    this.#ringing = Promise.withResolvers();
  }

  /** Resolves at the next ring. */
  get next(): Promise<void> {
    return this.#ringing.promise;
  }
}
