import { phaseOf } from "#src/conversations/conversation.ts";
import type { EventRefusal, Stored } from "#src/conversations/transitions.ts";

/** Answers to a try to write down what was published that say it is written down. */
const known = new Set<EventRefusal["refused"]>(["published", "withdrawing", "withdrawn"]);

/** Whether something was published for a decision that no longer counts, as a lost write tells. */
export const isUnwanted = ({ refused }: EventRefusal): boolean => !known.has(refused);

const confirmations = new Set(["confirm", "approve-last"]);

/**
 * Whether a confirmation that no longer counts may have left a publication: of two workers on it, one found that the page
 * had changed, and the other one published and ended before it could write that down. A failure says so in its words, and
 * trying again finds out.
 */
export function mayHaveLeftSomething(stored: Stored): boolean {
  const { result, history } = "record" in stored ? stored.record : stored.conversation;
  const failed =
    "record" in stored ? stored.record.outcome === "failed" : phaseOf(stored.conversation) === "failed";
  return !result && !failed && history.some(({ event }) => confirmations.has(event));
}

/** Why a change was undone whose owner, or an approver, is blocked: another worker may have published it before. */
export const BLOCKED = "blocked";
