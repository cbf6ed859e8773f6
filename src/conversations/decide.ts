import type { Applied, ConversationRepository } from "./conversation-repository.ts";
import type { Lifetimes } from "./lifetimes.ts";
import type { Input } from "./events.ts";

/** What a person can decide by one click. */
export type Decision = "confirm" | "cancel" | "retry" | "redraft" | "withdraw";

export interface DecidePorts {
  conversations: Pick<ConversationRepository, "apply">;
  lifetimes: Lifetimes;
}

/** Carries out one decision with one conditional write; a repeated one is answered like the first. */
export async function decide(
  ports: DecidePorts,
  type: Decision,
  click: Omit<Input, "ttl">,
): Promise<Applied> {
  const ttl =
    type === "redraft" ? ports.lifetimes.afterInput(click.at) : ports.lifetimes.afterDecision(click.at);
  return ports.conversations.apply({ ...click, type, ttl });
}
