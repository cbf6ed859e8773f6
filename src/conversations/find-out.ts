import { NewerShapeError, UnknownOutcomeError } from "#src/errors.ts";
import type { Applied, ConversationRepository } from "./conversation-repository.ts";
import type { PersonsEvent } from "./events.ts";
import { type Stored, refusalOf } from "./transitions.ts";

/**
 * A person's write and the look after it are over by then, in milliseconds since the write began: Discord waits 3,000, and
 * the way to the function and its start are in them.
 */
const LATEST = 2500;

/**
 * The same repository, which finds out what became of a person's write whose answers were lost. DynamoDB may have made
 * the change all the same, so one consistent read looks whether the conversation has it:
 *
 *     0 ms          a first try, a second try                2,000 ms    one read          2,500 ms
 *     │ write ──────────────────────✕ ── write ───────────────────✕ │ ── find ── answer ─────│
 *                     answer lost                    answer lost
 *
 * What the read does not prove is not claimed: a request of the network may arrive later than the read.
 * @throws UnknownOutcomeError when it cannot be found out
 */
export function findOut(repository: ConversationRepository): ConversationRepository {
  const look = async (conversationId: string, began: number): Promise<Stored | null | undefined> => {
    const { promise: late, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(resolve, LATEST - (performance.now() - began), undefined);
    const found = repository.find(conversationId).catch(() => undefined);
    return Promise.race([found, late]).finally(() => clearTimeout(timer));
  };

  return {
    ...repository,
    async start(conversation) {
      const began = performance.now();
      try {
        return await repository.start(conversation);
      } catch (error) {
        if (isAnswer(error)) throw error;
        const existing = await look(conversation.conversation_id, began);
        if (!existing) throw new UnknownOutcomeError({ cause: error });
        return { started: false, existing };
      }
    },
    async apply(event) {
      if (!("interaction_id" in event)) return repository.apply(event);
      const began = performance.now();
      try {
        return await repository.apply(event);
      } catch (error) {
        if (isAnswer(error)) throw error;
        const stored = await look(event.conversation_id, began);
        const applied = stored === undefined ? null : appliedAsFound(stored, event);
        if (!applied) throw new UnknownOutcomeError({ cause: error });
        return applied;
      }
    },
  };
}

/** What the read proves of a person's write; null when it proves nothing. */
function appliedAsFound(stored: Stored | null, event: PersonsEvent): Applied | null {
  if (event.type === "cancel" && isCancelled(stored)) return { ok: true, conversation: null };
  if (!stored) return null;
  if ("conversation" in stored && stored.conversation.interactions?.includes(event.interaction_id))
    return { ok: true, conversation: stored.conversation };
  const refusal = refusalOf(stored, event, event.at);
  return refusal && { ok: false, refusal, stored };
}

const isCancelled = (stored: Stored | null): boolean =>
  stored === null || ("record" in stored && stored.record.outcome === "cancelled");

/** Whether DynamoDB answered the only try: then it did nothing, and there is nothing to find out. */
export function isAnswer(error: unknown): boolean {
  if (error instanceof NewerShapeError) return true;
  const { $metadata } = (error ?? {}) as { $metadata?: { httpStatusCode?: number; attempts?: number } };
  const { httpStatusCode: status = 0, attempts } = $metadata ?? {};
  return attempts === 1 && status >= 400 && status < 500;
}
