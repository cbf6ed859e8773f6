import type { EventRefusal } from "#src/conversations/transitions.ts";
import { type Message, expiredMessage, message } from "#src/discord/messages.ts";
import { refusalText } from "#src/discord/refusals.ts";
import { type Reply, onlyYou, onlyYouSee, updateMessage } from "#src/discord/replies.ts";
import type { Metrics } from "#src/metrics.ts";
import { type LimitName, limitText } from "#src/sites/limits.ts";
import type { Access } from "#src/sites/permissions.ts";

interface Ports {
  metrics: Pick<Metrics, "refused">;
}

type Denied = Extract<Access, { allowed: false }>;

/**
 * Answers a click that was not accepted. A click on an expired message turns it into its expired form, and a click on one
 * that is overdue into what it should say.
 */
export function refuse({ metrics }: Ports, refusal: EventRefusal, overdue: Message | null = null): Reply {
  metrics.refused(refusal.refused);
  if (refusal.refused === "expired") return updateMessage(expiredMessage(refusal.failed));
  return overdue ? updateMessage(overdue) : onlyYou(refusalText(refusal));
}

/** Answers a person who may not change the site here, and says whom to ask. Only the person sees it. */
export function refuseAccess({ metrics }: Ports, denied: Denied): Reply {
  metrics.refused(denied.because);
  return onlyYouSee(message(accessText(denied)));
}

/** Answers a person who has asked for too much lately; nothing is stored. */
export function refuseLimit({ metrics }: Ports, { limit, most }: { limit: LimitName; most: number }): Reply {
  metrics.refused(`limit_${limit}`);
  return onlyYou(`${limitText(limit, most)} Then use \`/ux-update\` again.`);
}

function accessText(denied: Denied): string {
  switch (denied.because) {
    case "no-site":
      return "This server has no site to change yet. Ask the operator of this bot to set one up.";
    case "not-served":
      return `This bot does not change its site for this server. Ask the operator of the bot to add \`${denied.guild_id}\` to \`DISCORD_GUILD_IDS\`, or to give this server a site of its own.`;
    case "direct-message":
      return "The site cannot be changed in a direct message. Use `/ux-update` in your server.";
    case "blocked":
      return "You are blocked from changing the site in this server. Ask the people who manage the server about it.";
    case "no-role":
      return `You need another role in this server to change the site: ${mentions(denied.role_ids)}. Ask the people who manage the server for it.`;
    case "no-approver":
      return denied.role_ids.length === 0
        ? "Nothing needs an approval here any more. The person who asked for this can press **Edit**, and then **Confirm**."
        : `You need another role in this server to approve or decline a change: ${mentions(denied.role_ids)}. Ask the people who manage the server for it.`;
  }
}

/** Discord shows a mention as the name of the role. These messages notify no one. */
const mentions = (roleIds: string[]): string => roleIds.map((id) => `<@&${id}>`).join(" or ");
