import { readConfig } from "#src/config.ts";
import { type ApplicationApi, createApplicationApi } from "#src/discord/application-api.ts";
import { UserError } from "#src/errors.ts";
import { DEFAULT_SITE } from "#src/sites/site-directory.ts";
import { settingsOfStage } from "../discord-settings.ts";
import { type Choice, localSession } from "./choose-table.ts";

/** For which server something is set. */
export interface Asked extends Choice {
  guild: string;
}

interface PostingBot {
  api: ApplicationApi;
  /** The servers that the site serves; none of the default site where DISCORD_GUILD_IDS names none. */
  guilds: readonly string[];
}

/**
 * The bot that posts for a site; null where Discord is played on this machine, and every bot may.
 * @param why goes on with what to set
 * @throws UserError when there is no bot
 */
export async function postingBot(asked: Asked, why: string): Promise<PostingBot | null> {
  if ((await localSession(asked))?.standIn) return null;
  const env = asked.stage === undefined ? process.env : await settingsOfStage(asked.stage, asked.region);
  const config = readConfig([], env);
  const { DISCORD_BOT_TOKEN: botToken, DISCORD_APPLICATION_ID: applicationId } = config;
  if (!botToken || !applicationId)
    throw new UserError(
      `${why}: set DISCORD_APPLICATION_ID and DISCORD_BOT_TOKEN, or name a deployment with --stage.`,
    );
  return {
    api: createApplicationApi({ apiUrl: config.DISCORD_API_URL, applicationId, botToken }),
    guilds: asked.guild === DEFAULT_SITE ? (config.DISCORD_GUILD_IDS ?? []) : [asked.guild],
  };
}
