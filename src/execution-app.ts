import { type Replacements, createApp } from "./app.ts";
import type { Config } from "./config.ts";
import type { ExecutionPorts } from "./conversations/carry-out.ts";
import { createDiscordClient } from "./discord/discord-client.ts";
import { createMessageBoard } from "./discord/message-board.ts";
import { createSiteOpener } from "./sites/open-sites.ts";

/** Everything `execution` needs of the outside world, besides the table. */
export function createExecutionApp(
  config: Config,
  replacements: Replacements & { backoff?: { first: number; factor: number } } = {},
) {
  const app = createApp(config, replacements);
  const discord = createDiscordClient({
    apiUrl: config.DISCORD_API_URL,
    applicationId: config.DISCORD_APPLICATION_ID ?? "",
    botToken: config.DISCORD_BOT_TOKEN,
    ...(replacements.backoff ? { backoff: replacements.backoff } : {}),
  });
  return {
    ...app,
    board: createMessageBoard(discord, app.now),
    recordRetentionDays: config.RECORD_RETENTION_DAYS,
    openSite: createSiteOpener(config, app.sites),
  } satisfies ExecutionPorts;
}

export type ExecutionApp = ReturnType<typeof createExecutionApp>;
