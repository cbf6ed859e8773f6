import type { SiteItem } from "#entities/site.ts";
import { messageOf, perhapsAskedMessage } from "#src/discord/messages.ts";
import { type Reply, newMessage, onlyYou, thinking } from "#src/discord/replies.ts";
import { inert } from "#src/discord/text.ts";
import type { Metrics } from "#src/metrics.ts";
import type { EarlyLimits } from "#src/sites/early-limits.ts";
import { refuseLimit } from "./refuse.ts";
import { type Command, type StartPorts, start } from "./start.ts";

export interface BeginPorts extends StartPorts {
  metrics: Metrics;
  earlyLimits: EarlyLimits;
}

/** Starts a conversation within the hourly limits, and answers the interaction that asked for it with its message. */
export async function begin(ports: BeginPorts, site: SiteItem, asked: Command): Promise<Reply> {
  const { interaction_id, user, guild_id } = asked;
  const request = { conversation_id: interaction_id, user_id: user.id, guild_id };
  const reached = ports.earlyLimits.reached(site, request);
  if (reached) return refuseLimit(ports, reached);
  ports.earlyLimits.note(request);
  const started = await start(ports, site, asked);
  if (!("conversation" in started)) ports.earlyLimits.release(interaction_id);
  else if (started.started === "perhaps") ports.metrics.refused("unknown-outcome");
  else if (!started.again) ports.metrics.count("Started");
  switch (started.started) {
    case "drafting":
      return thinking();
    case "clarifying":
      return newMessage(messageOf(started.conversation));
    case "perhaps":
      return newMessage(perhapsAskedMessage(started.conversation));
    case "refused":
      return onlyYou(inert(started.message));
    case "already":
      return onlyYou("This request was received before.");
  }
}
