/** What a container may keep of all its repositories together, in bytes. */
const LIMIT = 16_000_000;

/** A part of a {@link Memory}: values of one kind by their keys. */
export interface Shelf<T> {
  get(key: string): T | undefined;
  keep(key: string, value: T): void;
  forget(key: string): void;
}

interface Held {
  bytes: number;
  drop(): void;
}

/**
 * Keeps what was read, within a bound of bytes: what was not used for longest goes first. It may forget anything at any
 * time, so nothing may rely on it but the number of requests.
 */
export class Memory {
  readonly #limit: number;
  /** In the order of use, the latest last. */
  readonly #held = new Map<string, Held>();
  #bytes = 0;

  constructor(limit = LIMIT) {
    this.#limit = limit;
  }

  /** @param scope of the keys: shelves of one scope share nothing with those of another */
  shelf<T>(scope: string, bytesOf: (value: T) => number): Shelf<T> {
    const values = new Map<string, T>();
    const idOf = (key: string) => `${scope} ${key}`;
    return {
      get: (key) => {
        this.#use(idOf(key));
        return values.get(key);
      },
      keep: (key, value) => {
        this.#remove(idOf(key));
        values.set(key, value);
        this.#add(idOf(key), { bytes: key.length + bytesOf(value), drop: () => values.delete(key) });
      },
      forget: (key) => this.#remove(idOf(key)),
    };
  }

  #use(id: string): void {
    const held = this.#held.get(id);
    if (held === undefined) return;
    this.#held.delete(id);
    this.#held.set(id, held);
  }

  #add(id: string, held: Held): void {
    this.#held.set(id, held);
    this.#bytes += held.bytes;
    for (const oldest of this.#held.keys()) {
      if (this.#bytes <= this.#limit) return;
      this.#remove(oldest);
    }
  }

  #remove(id: string): void {
    const held = this.#held.get(id);
    if (held === undefined) return;
    this.#held.delete(id);
    this.#bytes -= held.bytes;
    held.drop();
  }
}
