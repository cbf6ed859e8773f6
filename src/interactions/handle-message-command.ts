import { epochSeconds } from "#src/conversations/conversation.ts";
import type { Askings } from "#src/conversations/askings.ts";
import { readImages } from "#src/discord/attachments.ts";
import { commandNames, imageOptions } from "#src/discord/commands.ts";
import { requestForm } from "#src/discord/forms/request-form.ts";
import type { Interaction, Targeted } from "#src/discord/interaction.ts";
import { type Reply, onlyYou } from "#src/discord/replies.ts";
import { accessOf } from "#src/sites/permissions.ts";
import type { RequestPorts } from "./handle-request.ts";
import { refuseAccess, refuseLimit } from "./refuse.ts";

type Command = Extract<Interaction, { kind: "message-command" }>;

export type AskPorts = RequestPorts & { askings: Pick<Askings, "keep"> };

/** **Request a change**: opens a form with the words of a message, and keeps its pictures until the form is sent. One write. */
export async function handleMessageCommand(ports: AskPorts, command: Command): Promise<Reply> {
  if (command.name !== commandNames.request) return onlyYou(ports.say("unknown.message-command"));
  const access = await accessOf(command, ports.sites);
  if (!access.allowed) return refuseAccess(ports, access);
  const { interaction_id: conversation_id, user, guild_id, channel_id, message } = command;
  const reached = ports.earlyLimits.reached(access.site, { conversation_id, user_id: user.id, guild_id });
  if (reached) return refuseLimit(ports, reached);
  const { images, left } = picturesOf(message, ports.discordApi);
  const at = ports.now();
  await ports.askings.keep({
    conversation_id,
    user_id: user.id,
    ...(guild_id ? { guild_id } : {}),
    ...(channel_id ? { channel_id } : {}),
    images,
    source: {
      user_id: message.author.id,
      name: message.author.name,
      message_url: `https://discord.com/channels/${guild_id ?? "@me"}/${message.channel_id}/${message.id}`,
    },
    created_at: at.toISOString(),
    ttl: epochSeconds(at) + OPEN,
  });
  return requestForm(ports.say, { conversation_id, words: message.content, images: images.length, left });
}

/** How long a form may be open, in seconds. */
const OPEN = 60 * 60;

/** As many pictures as the slash command takes; other files do not come along. */
function picturesOf({ attachments }: Targeted, discordApi: string) {
  const usable = attachments.flatMap((attachment) => {
    const read = readImages([attachment], discordApi);
    return read.ok ? read.images : [];
  });
  const images = usable.slice(0, imageOptions.length);
  return { images, left: attachments.length - images.length };
}
