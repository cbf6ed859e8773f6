import { type Replacements, createApp } from "#src/app.ts";
import type { Config } from "#src/config.ts";
import { createFarewells } from "#src/conversations/farewells.ts";
import { createDiscordClient } from "#src/discord/discord-client.ts";
import { createMessageBoard } from "#src/discord/message-board.ts";
import type { DispatchPorts } from "./dispatch.ts";
import { type TaskQueue, createTaskQueue } from "./task-queue.ts";

/** How long `dispatch` tries to edit the message of what was removed, in milliseconds. */
const MOMENT = 1500;

interface DispatchReplacements extends Replacements {
  queue?: TaskQueue;
}

/** Everything `dispatch` needs; it has no secrets. */
export function createDispatchApp(config: Config, replacements: DispatchReplacements = {}): DispatchPorts {
  const app = createApp(config, replacements);
  const discord = createDiscordClient({
    apiUrl: config.DISCORD_API_URL,
    applicationId: config.DISCORD_APPLICATION_ID ?? "",
    singleTry: MOMENT,
  });
  return {
    conversations: app.conversations,
    farewells: createFarewells({ table: config.TABLE_NAME, client: app.client, now: app.now }),
    sites: app.sites,
    metrics: app.metrics,
    queue: replacements.queue ?? createTaskQueue(config.QUEUE_URL ?? ""),
    board: createMessageBoard(discord, app.now, app.metrics),
    recordRetentionDays: config.RECORD_RETENTION_DAYS,
  };
}
