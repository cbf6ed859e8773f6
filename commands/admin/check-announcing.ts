import { readConfig } from "#src/config.ts";
import { announcingProblem } from "#src/discord/announcing-problem.ts";
import { createApplicationApi } from "#src/discord/application-api.ts";
import { UserError } from "#src/errors.ts";
import { DEFAULT_SITE } from "#src/sites/site-directory.ts";
import { settingsOfStage } from "../discord-settings.ts";
import { type Choice, localSession } from "./choose-table.ts";

interface Asked extends Choice {
  guild: string;
}

/**
 * An edit of a message notifies no one, so that those who approve would never learn of a change that the bot cannot post
 * about.
 * @throws UserError with the reason why it cannot
 */
export async function checkAnnouncing(asked: Asked, roleIds: string[]): Promise<void> {
  if ((await localSession(asked))?.standIn) return;
  const env = asked.stage === undefined ? process.env : await settingsOfStage(asked.stage, asked.region);
  const config = readConfig([], env);
  const { DISCORD_BOT_TOKEN: botToken, DISCORD_APPLICATION_ID: applicationId } = config;
  if (!botToken || !applicationId)
    throw new UserError(
      "--approvals needs a bot that can tell those who approve: set DISCORD_APPLICATION_ID and DISCORD_BOT_TOKEN, or name a deployment with --stage.",
    );
  const guilds = asked.guild === DEFAULT_SITE ? (config.DISCORD_GUILD_IDS ?? []) : [asked.guild];
  if (guilds.length === 0)
    throw new UserError(
      "--approvals of the default site needs DISCORD_GUILD_IDS: the servers that it serves.",
    );
  const api = createApplicationApi({ apiUrl: config.DISCORD_API_URL, applicationId, botToken });
  for (const guild of guilds) {
    const problem = announcingProblem(await api.server(guild), roleIds);
    if (problem) throw new UserError(problem);
  }
}
