import type { EventRefusal } from "#src/conversations/transitions.ts";
import { type Message, expiredMessage, message } from "#src/discord/messages.ts";
import { refusalText } from "#src/discord/refusals.ts";
import { type Reply, onlyYou, onlyYouSee, updateMessage } from "#src/discord/replies.ts";
import type { Metrics } from "#src/metrics.ts";
import { type LimitName, limitReached } from "#src/sites/limits.ts";
import type { Access } from "#src/sites/permissions.ts";
import type { Say } from "#src/words/say.ts";
import { speech } from "#src/words/speech.ts";
import type { Spoken } from "./spoken.ts";

interface Ports extends Spoken {
  metrics: Pick<Metrics, "refused">;
}

type Denied = Extract<Access, { allowed: false }>;

/**
 * Answers a click that was not accepted. A click on an expired message turns it into its expired form, and a click on one
 * that is overdue into what it should say.
 */
export async function refuse(
  { metrics, say }: Ports,
  refusal: EventRefusal,
  overdue: Message | null = null,
): Promise<Reply> {
  metrics.refused(refusal.refused);
  if (refusal.refused === "expired")
    return updateMessage(expiredMessage(await speech(refusal.locale), refusal.failed));
  return overdue ? updateMessage(overdue) : onlyYou(refusalText(say, refusal));
}

/** Answers a person who may not change the site here, and says whom to ask. Only the person sees it. */
export function refuseAccess({ metrics, say }: Ports, denied: Denied): Reply {
  metrics.refused(denied.because);
  return onlyYouSee(message(accessText(say, denied)));
}

/** Answers a person who has asked for too much lately; nothing is stored. */
export function refuseLimit(
  { metrics, say }: Ports,
  { limit, most }: { limit: LimitName; most: number },
): Reply {
  metrics.refused(`limit_${limit}`);
  return onlyYou(say("start.limit", { limit: limitReached(limit, most) }));
}

function accessText(say: Say, denied: Denied): string {
  if (denied.because === "not-served") return say("access.not-served", { guild_id: denied.guild_id });
  if (!("role_ids" in denied)) return say(`access.${denied.because}`);
  const roles = mentions(denied.role_ids);
  if (denied.because === "no-approver" && roles.length === 0) return say("access.no-approvals");
  return say(`access.${denied.because}`, { roles });
}

/** Discord shows a mention as the name of the role. These messages notify no one. */
const mentions = (roleIds: string[]): string[] => roleIds.map((id) => `<@&${id}>`);
