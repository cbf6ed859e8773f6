import type { Farewells } from "#src/conversations/farewells.ts";
import { type Held, tokensIn, usableTokens } from "#src/conversations/reply-tokens.ts";

/** The reply tokens of removed conversations in memory. */
export class MemoryFarewells implements Farewells {
  readonly kept = new Map<string, Held>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  keep: Farewells["keep"] = async ({ conversation_id, ...held }) => {
    if (usableTokens(held, this.#now()).length === 0) return false;
    this.kept.set(conversation_id, tokensIn(held));
    return true;
  };

  find: Farewells["find"] = async (id) => this.kept.get(id) ?? null;

  drop: Farewells["drop"] = async (id) => void this.kept.delete(id);
}
