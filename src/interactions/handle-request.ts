import { replyTokenExpiry } from "#src/conversations/lifetimes.ts";
import { readImages } from "#src/discord/attachments.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import { messageOf, perhapsAskedMessage } from "#src/discord/messages.ts";
import { type Reply, newMessage, onlyYou, thinking } from "#src/discord/replies.ts";
import { inert } from "#src/discord/text.ts";
import type { Metrics } from "#src/metrics.ts";
import type { EarlyLimits } from "#src/sites/early-limits.ts";
import { type SitePorts, accessOf } from "#src/sites/permissions.ts";
import { refuseAccess, refuseLimit } from "./refuse.ts";
import { type StartPorts, start } from "./start.ts";
import { wordsIn } from "./words-in.ts";

export type RequestPorts = StartPorts & SitePorts & { metrics: Metrics; earlyLimits: EarlyLimits };

/** `/ux-update`: starts a conversation, or says at once what is wrong with the request. */
export async function handleRequest(
  ports: RequestPorts,
  command: Extract<Interaction, { kind: "command" }>,
): Promise<Reply> {
  const images = readImages(command.attachments);
  if (!images.ok) return onlyYou(inert(images.message));
  const access = await accessOf(command, ports.sites);
  if (!access.allowed) return refuseAccess(ports, access);
  const { interaction_id, user, guild_id, channel_id, token } = command;
  const request = { conversation_id: interaction_id, user_id: user.id, guild_id };
  const reached = ports.earlyLimits.reached(access.site, request);
  if (reached) return refuseLimit(ports, reached);
  ports.earlyLimits.note(request);
  const at = ports.now();
  const started = await start(ports, access.site, {
    interaction_id,
    user,
    ...(guild_id ? { guild_id } : {}),
    ...(channel_id ? { channel_id } : {}),
    ...wordsIn(command.options),
    images: images.images,
    reply: { token, expires_at: replyTokenExpiry(at) },
    at,
  });
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
