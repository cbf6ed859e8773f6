/** Where the message of a conversation is in Discord; `@me` stands for direct messages. Undefined while it is not known. */
export const messageUrl = ({
  guild_id = "@me",
  channel_id,
  message_id,
}: {
  guild_id?: string;
  channel_id?: string;
  message_id?: string;
}): string | undefined =>
  channel_id && message_id
    ? `https://discord.com/channels/${guild_id}/${channel_id}/${message_id}`
    : undefined;
