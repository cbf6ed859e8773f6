import type { SiteItem } from "#entities/site.ts";
import { logChannelProblem } from "#src/discord/log-channel-problem.ts";
import { UserError } from "#src/errors.ts";
import { DEFAULT_SITE } from "#src/sites/site-directory.ts";
import { type Asked, postingBot } from "./posting-bot.ts";

/**
 * A channel in which the bot cannot post, or read what it has posted, would stay silent for ever.
 * @returns the channel with the server that it is in
 * @throws UserError with the reason why the bot cannot
 */
export async function checkLogChannel(
  asked: Asked,
  id: string,
): Promise<NonNullable<SiteItem["log_channel"]>> {
  const bot = await postingBot(asked, "--log-channel needs a bot that can post there");
  if (!bot) return { id };
  const channel = await bot.api.channel(id);
  const guild_id = channel.guild_id ?? "";
  if (!bot.guilds.includes(guild_id))
    throw new UserError(
      `Channel ${id} is not in ${asked.guild === DEFAULT_SITE ? "a server that the default site serves (DISCORD_GUILD_IDS)" : `server ${asked.guild}`}: name one that is.`,
    );
  const problem = logChannelProblem(await bot.api.server(guild_id), channel);
  if (problem) throw new UserError(problem);
  return { id, guild_id };
}
