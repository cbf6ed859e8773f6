import type { Message } from "#stand-ins/discord/messages.ts";
import type { News } from "./wire.ts";

/** Finds what changed in the channel since the last look. */
export class ChangedMessages {
  #seen = new Map<string, string>();

  /** What has changed; null when nothing has. */
  since(messages: Message[]): News["messages"] | null {
    const now = new Map(messages.map((message) => [message.id, JSON.stringify(message)]));
    const changed = messages.filter(({ id }) => now.get(id) !== this.#seen.get(id));
    const removed = [...this.#seen.keys()].filter((id) => !now.has(id));
    this.#seen = now;
    return changed.length + removed.length > 0 ? { changed, removed } : null;
  }
}
