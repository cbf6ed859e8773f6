import { type Replacements, createApp } from "./app.ts";
import type { Config } from "./config.ts";
import type { ExecutionPorts } from "./conversations/carry-out.ts";
import { createDiscordClient } from "./discord/discord-client.ts";
import { createMessageBoard } from "./discord/message-board.ts";
import type { Publisher } from "./publishing/publisher.ts";
import { DEFAULT_SITE } from "./sites/site-directory.ts";
import type { OpenSite } from "./sites/site-reader.ts";

const CONFIG_PATH = "ux-agent.json";

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
  const site = defaultSite(config);
  return {
    ...app,
    board: createMessageBoard(discord, app.now),
    recordRetentionDays: config.RECORD_RETENTION_DAYS,
    openSite: async () => site(),
  } satisfies ExecutionPorts;
}

export type ExecutionApp = ReturnType<typeof createExecutionApp>;

/** The site that the environment names. Its publisher is loaded once, and only the one that is used. */
function defaultSite(config: Config): () => Promise<OpenSite | null> {
  let opened: Promise<OpenSite | null> | undefined;
  return () => (opened ??= openDefault(config));
}

async function openDefault(config: Config): Promise<OpenSite | null> {
  const publisher = await publisherFor(config);
  return publisher && { key: DEFAULT_SITE, configPath: CONFIG_PATH, publisher };
}

async function publisherFor(config: Config): Promise<Publisher | null> {
  if (config.SITE_REPOSITORY) {
    const { createGitPublisher } = await import("./publishing/git-publisher.ts");
    return createGitPublisher({ repository: config.SITE_REPOSITORY });
  }
  return null;
}
