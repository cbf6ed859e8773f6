import { replyTokenExpiry } from "#src/conversations/lifetimes.ts";
import { readImages } from "#src/discord/attachments.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import { type Reply, onlyYou } from "#src/discord/replies.ts";
import { inert } from "#src/discord/text.ts";
import { type SitePorts, accessOf } from "#src/sites/permissions.ts";
import { type BeginPorts, begin } from "./begin.ts";
import { refuseAccess } from "./refuse.ts";
import { wordsIn } from "./words-in.ts";

export type RequestPorts = BeginPorts &
  SitePorts & {
    /** Where Discord's API is, or what stands in for it. */
    discordApi: string;
  };

/** `/ux-update`: starts a conversation, or says at once what is wrong with the request. */
export async function handleRequest(
  ports: RequestPorts,
  command: Extract<Interaction, { kind: "command" }>,
): Promise<Reply> {
  const images = readImages(command.attachments, ports.discordApi);
  if (!images.ok) return onlyYou(inert(images.message));
  const access = await accessOf(command, ports.sites);
  if (!access.allowed) return refuseAccess(ports, access);
  const { interaction_id, user, guild_id, channel_id, token, attachment_size_limit } = command;
  const at = ports.now();
  return begin(ports, access.site, {
    interaction_id,
    user,
    ...(guild_id ? { guild_id } : {}),
    ...(channel_id ? { channel_id } : {}),
    ...(attachment_size_limit === undefined ? {} : { attachment_size_limit }),
    ...wordsIn(command.options),
    images: images.images,
    reply: { token, expires_at: replyTokenExpiry(at) },
    at,
  });
}
