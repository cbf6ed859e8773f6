import type { Socket } from "node:net";

/** Nothing that is connected and says nothing is waited for longer, in milliseconds. */
const SILENCE = 10_000;

/** All connections that one page makes, and how much they have brought. */
export class Traffic {
  /** Where the page wanted to go and may not. */
  readonly refused = new Set<string>();
  readonly #sockets = new Set<Socket>();
  readonly #most: number;
  readonly #over = Promise.withResolvers<void>();
  #bytes = 0;
  #isOver = false;

  /** @param most in bytes */
  constructor(most: number) {
    this.#most = most;
  }

  /** Whether there was too much, so that everything was cut off. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Resolves when there is too much; most often never. */
  get over(): Promise<void> {
    return this.#over.promise;
  }

  /** A connection that is kept alive comes again with each request, and is followed once. */
  follow<Followed extends Socket>(socket: Followed): Followed {
    if (this.#sockets.has(socket)) return socket;
    this.#sockets.add(socket);
    socket.setTimeout(SILENCE, () => socket.destroy());
    socket.on("error", () => socket.destroy());
    socket.once("close", () => this.#sockets.delete(socket));
    if (this.#isOver) socket.destroy();
    return socket;
  }

  /** Counts what came from the web. */
  count({ byteLength }: Uint8Array): void {
    this.#bytes += byteLength;
    if (this.#bytes <= this.#most) return;
    this.#isOver = true;
    this.#over.resolve();
    this.end();
  }

  end(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}
