import type { SiteItem } from "#entities/site.ts";

/**
 * The channel in which the ends of a server's requests are told. A default site may serve several servers, and a channel is
 * one server's: what is asked elsewhere, or in a direct message, is told nowhere.
 */
export function logChannelOf(site: SiteItem | null, guildId: string | undefined): string | undefined {
  const { id, guild_id } = site?.log_channel ?? {};
  return guildId !== undefined && (guild_id ?? guildId) === guildId ? id : undefined;
}
