/** Thrown where a process ends in the middle of its work. */
class Crash extends Error {}

/**
 * A process that may end between any two of its steps. A step is one call to something outside; once it has ended, nothing
 * more reaches the outside, whatever the code does with the error.
 */
export class Process {
  #left: number;
  #ended = false;
  readonly #before: () => Promise<unknown>;

  /**
   * @param steps how many steps it lives for
   * @param before awaited before each step, so that others can do theirs
   */
  constructor(steps = Infinity, before: () => Promise<unknown> = async () => {}) {
    this.#left = steps;
    this.#before = before;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** The same object, each of whose listed methods is a step. */
  steps<T extends object>(outside: T, methods: readonly (keyof T)[]): T {
    return new Proxy(outside, {
      get: (target, name) => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a proxy does not know the types it stands for
        const value = Reflect.get(target, name) as unknown;
        if (!methods.includes(name as keyof T) || typeof value !== "function") return value;
        return async (...args: unknown[]): Promise<unknown> => {
          await this.#before();
          this.#step();
          // oxlint-disable-next-line typescript/no-unsafe-return -- passed on as it is
          return Reflect.apply(value, target, args);
        };
      },
    });
  }

  #step(): void {
    if (this.#ended || this.#left <= 0) {
      this.#ended = true;
      throw new Crash("The process ended");
    }
    this.#left -= 1;
  }
}
