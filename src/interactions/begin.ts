import type { SiteItem } from "#entities/site.ts";
import { replyTokenExpiry } from "#src/conversations/lifetimes.ts";
import type { Origin } from "#src/discord/interaction.ts";
import { messageOf, perhapsAskedMessage } from "#src/discord/messages.ts";
import { type Reply, newMessage, onlyYou, thinking } from "#src/discord/replies.ts";
import { inert } from "#src/discord/text.ts";
import type { Metrics } from "#src/metrics.ts";
import type { Say } from "#src/words/say.ts";
import { speech } from "#src/words/speech.ts";
import type { EarlyLimits } from "#src/sites/early-limits.ts";
import type { SitePorts } from "#src/sites/permissions.ts";
import { refuseLimit } from "./refuse.ts";
import type { Spoken } from "./spoken.ts";
import { type Command, type StartPorts, type Started, start } from "./start.ts";

export type BeginPorts = StartPorts & SitePorts & Spoken & { metrics: Metrics; earlyLimits: EarlyLimits };

/** Who asks, where, and how to answer; the interaction's id becomes the conversation's. */
export const askedFrom = (
  { interaction_id, user, guild_id, channel_id, locale, token, attachment_size_limit }: Origin,
  at: Date,
): Omit<Command, "images"> => ({
  interaction_id,
  user,
  ...(guild_id ? { guild_id } : {}),
  ...(channel_id ? { channel_id } : {}),
  locale,
  ...(attachment_size_limit === undefined ? {} : { attachment_size_limit }),
  reply: { token, expires_at: replyTokenExpiry(at) },
  at,
});

/** Starts a conversation within the limits, and says how it stands. */
export async function begin(ports: BeginPorts, site: SiteItem, asked: Command): Promise<Reply> {
  const { user, guild_id, opened } = asked;
  const conversation_id = opened?.conversation_id ?? asked.interaction_id;
  const request = { conversation_id, user_id: user.id, guild_id };
  const reached = ports.earlyLimits.reached(site, request);
  if (reached) return refuseLimit(ports, reached);
  ports.earlyLimits.note(request);
  const started = await start(ports, site, asked);
  if (!("conversation" in started)) ports.earlyLimits.release(conversation_id);
  else if (started.started === "perhaps") ports.metrics.refused("unknown-outcome");
  else if (!started.again) ports.metrics.count("Started");
  return replyTo(ports.say, started);
}

async function replyTo(say: Say, started: Started): Promise<Reply> {
  switch (started.started) {
    case "drafting":
      return thinking();
    case "clarifying":
      return newMessage(messageOf(await speech(started.conversation.locale), started.conversation));
    case "perhaps":
      return newMessage(perhapsAskedMessage(say, started.conversation));
    case "refused":
      return onlyYou(inert(say.words(started)));
    case "already":
      return onlyYou(say("start.again"));
    case "gone":
      return onlyYou(say("start.form-gone"));
  }
}
