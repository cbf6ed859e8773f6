import { announcingProblem } from "#src/discord/announcing-problem.ts";
import { UserError } from "#src/errors.ts";
import { type Asked, postingBot } from "./posting-bot.ts";

/**
 * An edit of a message notifies no one, so that those who approve would never learn of a change that the bot cannot post
 * about.
 * @throws UserError with the reason why it cannot
 */
export async function checkAnnouncing(asked: Asked, roleIds: string[]): Promise<void> {
  const bot = await postingBot(asked, "--approvals needs a bot that can tell those who approve");
  if (!bot) return;
  if (bot.guilds.length === 0)
    throw new UserError(
      "--approvals of the default site needs DISCORD_GUILD_IDS: the servers that it serves.",
    );
  for (const guild of bot.guilds) {
    const problem = announcingProblem(await bot.api.server(guild), roleIds);
    if (problem) throw new UserError(problem);
  }
}
