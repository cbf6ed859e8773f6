import { BatchGetItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { createConversions } from "electrodb";
import type { SiteEntity, SiteItem } from "#entities/site.ts";
import { table as schema } from "#entities/table.ts";
import { blockedKey } from "#entities/blocked.ts";
import { usageKey } from "#entities/usage.ts";
import { TransientError } from "#src/errors.ts";
import { blocksIn, isOfBlocked } from "./blocked-people.ts";
import { usageIn } from "./usage-counter.ts";
import type { Usage } from "./usage.ts";

interface Options {
  table: string;
  client: DynamoDBClient;
  sites: SiteEntity;
}

/** The key of a site's item, as it goes over the wire. */
export function siteKey(sites: SiteEntity, guild_id: string) {
  const { fromComposite } = createConversions(sites);
  const { [schema.partitionKey]: pk, [schema.sortKey]: sk } = fromComposite.toKeys<Record<string, string>>({
    guild_id,
  });
  return marshall({ [schema.partitionKey]: pk, [schema.sortKey]: sk });
}

/**
 * Reads some sites, and the counter and the blocked people of a server, with one request.
 * @throws TransientError when DynamoDB left one of them unread
 */
export async function readWithUsage(
  { table, client, sites }: Options,
  keys: ReturnType<typeof siteKey>[],
  guildId: string | undefined,
): Promise<{ stored: SiteItem[]; usage: Usage; blocked: Set<string> }> {
  const counter = usageKey(guildId);
  const people = guildId === undefined ? [] : [blockedKey(guildId)];
  const answer = await client.send(
    new BatchGetItemCommand({ RequestItems: { [table]: { Keys: [...keys, counter, ...people] } } }),
  );
  if (Object.keys(answer.UnprocessedKeys ?? {}).length > 0)
    throw new TransientError("DynamoDB is too busy to read the site");
  const found = answer.Responses?.[table] ?? [];
  const ofCounter = found.find((item) => item[schema.partitionKey]?.S === counter.pk?.S);
  const ofBlocked = found.find((item) => guildId !== undefined && isOfBlocked(item, guildId));
  const stored = found
    .filter((item) => item !== ofCounter && item !== ofBlocked)
    .flatMap((item) => sites.parse({ Item: unmarshall(item) }).data ?? []);
  const blocked = new Set(blocksIn(ofBlocked ?? {}).map(({ user_id }) => user_id));
  return { stored, usage: usageIn(ofCounter ?? {}), blocked };
}
