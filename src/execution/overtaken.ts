import { failed } from "#src/sites/site-reader.ts";
import { type Conversation, type Result, epochSeconds } from "#src/conversations/conversation.ts";
import type { DraftPorts } from "./make-preview.ts";
import { type Confirmed, publicationOf } from "./publish.ts";
import type { Refusal, Stored } from "#src/conversations/transitions.ts";

type SitePorts = Pick<DraftPorts, "openSite">;

/** Whether what a record of the stream told of a conversation is still so. */
export const isStill = (stored: Stored | null, told: Conversation): boolean =>
  stored !== null &&
  "conversation" in stored &&
  stored.conversation.status === told.status &&
  stored.conversation.revision === told.revision;

/**
 * Whether the result of what a record told is known. What is gone before its time counts as cancelled without one (an
 * erasure leaves nothing that would tell); what is gone after it may have had one.
 */
export function isKnown(stored: Stored | null, told: Conversation, now: Date): boolean {
  if (!stored) return told.ttl <= epochSeconds(now);
  const { result } = "record" in stored ? stored.record : stored.conversation;
  return result !== undefined;
}

/**
 * What an earlier try published without having written it down; null when there is nothing. It publishes nothing.
 * @throws TransientError when a later try may find out
 */
export async function publishedBefore(ports: SitePorts, conversation: Confirmed): Promise<Result | null> {
  const site = await ports.openSite(conversation.site);
  if (!site) return null;
  const outcome = await site.publisher.publish(publicationOf(conversation), () => null);
  if (!outcome.ok) failed(outcome.failure);
  return outcome.ok && "published" in outcome ? outcome.published : null;
}

/** Answers to a try to write down what was published that say it is written down. */
const known = new Set<Refusal["refused"]>(["published", "withdrawing", "withdrawn"]);

/** Whether something was published for a decision that no longer counts, as a lost write tells. */
export const isUnwanted = ({ refused }: Refusal): boolean => !known.has(refused);

/**
 * Takes back what was published for a decision that no longer counts: two tries of the same record met, and the other one
 * found that the page had changed. Unless somebody has merged it: then it stays, as that person wanted it.
 * @throws when it is not taken back, so that the record is tried again and in the end somebody looks at it
 */
export async function takeBack(
  ports: SitePorts,
  { site: key }: Conversation,
  published: Result,
): Promise<void> {
  const site = await ports.openSite(key);
  const outcome = await site?.publisher.withdraw(published);
  if (outcome && !outcome.ok) failed(outcome.failure);
  if (!outcome?.ok) throw new Error(`${published.branch} was published for a decision that no longer counts`);
}
