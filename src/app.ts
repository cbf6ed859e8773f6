import { setTimeout } from "node:timers/promises";
import { Logger } from "@aws-lambda-powertools/logger";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createConversationEntity } from "#entities/conversation.ts";
import { createRecordEntity } from "#entities/record.ts";
import { createSiteEntity } from "#entities/site.ts";
import type { Config } from "./config.ts";
import { createMetrics } from "./cloudwatch-metrics.ts";
import { createAskings } from "./conversations/askings.ts";
import {
  type DisagreementLog,
  createConversationRepository,
} from "./conversations/conversation-repository.ts";
import { findOut } from "./conversations/find-out.ts";
import { lifetimes } from "./conversations/lifetimes.ts";
import { createOpenAmong } from "./conversations/open-among.ts";
import { undoClaimsInTable } from "./conversations/undo-claims-in-table.ts";
import { createGuildConversations } from "./conversations/guild-conversations.ts";
import { createUserConversations } from "./conversations/user-conversations.ts";
import type { Metrics } from "./metrics.ts";
import { once } from "./once.ts";
import { openClient } from "./open-client.ts";
import { createBlockedPeople } from "./sites/blocked-people.ts";
import { createEarlyLimits } from "./sites/early-limits.ts";
import type { Limits } from "./sites/limits.ts";
import { createSiteDirectory } from "./sites/site-directory.ts";
import { createUsageCounter } from "./sites/usage-counter.ts";

/** What a test puts in place of the real thing. */
export interface Replacements {
  client?: DynamoDBClient;
  now?: () => Date;
  metrics?: Metrics;
  wait?: (milliseconds: number) => Promise<unknown>;
  log?: DisagreementLog;
}

/** Everything that touches only the table: config → client → entities → repositories. */
export function createApp(config: Config, replacements: Replacements = {}) {
  const now = replacements.now ?? (() => new Date());
  const client = replacements.client ?? openClient();
  const log = once(() => replacements.log ?? new Logger({ serviceName: "ux-agent" }));
  const options = { table: config.TABLE_NAME, client };
  const entity = createConversationEntity(options);
  const conversations = findOut(
    createConversationRepository({
      conversations: entity,
      records: once(() => createRecordEntity(options)),
      log: { warn: (message, details) => log().warn(message, details) },
    }),
  );
  const sites = createSiteDirectory({
    ...options,
    sites: once(() => createSiteEntity(options)),
    now,
    hasDefault: Boolean(config.SITE_REPOSITORY ?? config.GITHUB_REPOSITORY),
    defaultServes: config.DISCORD_GUILD_IDS,
  });
  const limits = limitsIn(config);
  const stored = { ...options, conversations: entity, repository: conversations, now };
  const usage = createUsageCounter({ ...options, now, openAmong: createOpenAmong(stored) });
  return {
    now,
    client,
    conversations,
    askings: createAskings(stored),
    limits,
    earlyLimits: createEarlyLimits({ sites, usual: limits, now }),
    usage,
    undoClaims: undoClaimsInTable(stored),
    metrics: replacements.metrics ?? createMetrics(config.TABLE_NAME),
    userConversations: createUserConversations({ ...stored, wait: replacements.wait ?? setTimeout, usage }),
    guildConversations: createGuildConversations({ ...options, repository: conversations }),
    blockedPeople: createBlockedPeople(options),
    sites,
    discordApi: config.DISCORD_API_URL,
    readsByModel: config.MODEL_ID !== undefined,
    lifetimes: lifetimes(config.CONVERSATION_TTL_SECONDS, config.APPROVAL_TTL_SECONDS),
  };
}

const limitsIn = (config: Config): Limits => ({
  person_open: config.PERSON_OPEN_LIMIT,
  person_hourly: config.PERSON_HOURLY_LIMIT,
  server_open: config.SERVER_OPEN_LIMIT,
  server_hourly: config.SERVER_HOURLY_LIMIT,
});

export type App = ReturnType<typeof createApp>;
