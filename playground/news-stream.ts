import type { ServerResponse } from "node:http";
import type { News } from "./wire.ts";

/** The pages that are open, each told of what happens by server-sent events. */
export class NewsStream {
  readonly #readers = new Set<ServerResponse>();

  /** @param first what a page that has just been opened has to know */
  open(response: ServerResponse, first: (tell: Tell) => void): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    this.#readers.add(response);
    response.once("close", () => this.#readers.delete(response));
    // So that a page that connects again after a restart does not wait for long.
    response.write("retry: 500\n\n");
    first((name, data) => response.write(eventOf(name, data)));
  }

  /** Whether any page is open. */
  get isRead(): boolean {
    return this.#readers.size > 0;
  }

  readonly tell: Tell = (name, data) => {
    if (!this.isRead) return;
    const event = eventOf(name, data);
    for (const reader of this.#readers) reader.write(event);
  };
}

export type Tell = <Name extends keyof News>(name: Name, data: News[Name]) => void;

const eventOf = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
