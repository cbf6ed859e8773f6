import type { BlockedPeople } from "#src/sites/blocked-people.ts";
import { BLOCKED } from "./leftover.ts";
import { type Confirmed, type PublishPorts, type Publishing, publish } from "./publish.ts";
import { sentence } from "#src/words/sentence.ts";
import { inWords } from "#src/words/words.ts";

export interface UnlessBlockedPorts extends PublishPorts {
  blockedPeople: Pick<BlockedPeople, "list">;
}

/**
 * Publishes what was confirmed, unless the person who asked, or one of those who approved, is blocked in the server by now. What
 * another try may have published is taken back once this is written down, when no try can write anything else.
 *
 *     block ──▶ read here            nothing is published
 *     read here ──▶ block            what is being published is published
 *
 * @throws TransientError when a later try may do it
 */
export async function publishUnlessBlocked(
  ports: UnlessBlockedPorts,
  conversation: Confirmed,
): Promise<Publishing> {
  const { guild_id, user_id, approvals = [] } = conversation;
  if (guild_id === undefined) return publish(ports, conversation);
  const blocked = new Set((await ports.blockedPeople.list(guild_id)).map((block) => block.user_id));
  const owner = blocked.has(user_id);
  if (!owner && !approvals.some(({ id }) => blocked.has(id))) return publish(ports, conversation);
  return {
    type: "undone",
    failure: {
      code: BLOCKED,
      ...inWords(sentence(owner ? "failed.owner-blocked" : "failed.approver-blocked")),
    },
  };
}
