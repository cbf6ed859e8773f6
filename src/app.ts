import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createConversationEntity } from "#entities/conversation.ts";
import { createRecordEntity } from "#entities/record.ts";
import { createSiteEntity } from "#entities/site.ts";
import type { Config } from "./config.ts";
import { createConversationRepository } from "./conversations/conversation-repository.ts";
import { lifetimes } from "./conversations/lifetimes.ts";
import { createSiteDirectory } from "./sites/site-directory.ts";

/** What a test puts in place of the real thing. */
export interface Replacements {
  client?: DynamoDBClient;
  now?: () => Date;
}

/** Everything that touches only the table: config → client → entities → repositories. */
export function createApp(config: Config, replacements: Replacements = {}) {
  const now = replacements.now ?? (() => new Date());
  const client = replacements.client ?? new DynamoDBClient({});
  const options = { table: config.TABLE_NAME, client };
  return {
    now,
    client,
    conversations: createConversationRepository({
      conversations: createConversationEntity(options),
      records: createRecordEntity(options),
    }),
    sites: createSiteDirectory(createSiteEntity(options), now),
    lifetimes: lifetimes(config.CONVERSATION_TTL_SECONDS),
  };
}

export type App = ReturnType<typeof createApp>;
