import { BatchGetItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { createConversions } from "electrodb";
import type { SiteEntity, SiteItem } from "#entities/site.ts";
import { table as schema } from "#entities/table.ts";
import { usageKey } from "#entities/usage.ts";
import { TransientError } from "#src/errors.ts";
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
 * Reads some sites and the counter of a server with one request.
 * @throws TransientError when DynamoDB left one of them unread
 */
export async function readWithUsage(
  { table, client, sites }: Options,
  keys: ReturnType<typeof siteKey>[],
  guildId: string | undefined,
): Promise<{ stored: SiteItem[]; usage: Usage }> {
  const counter = usageKey(guildId);
  const answer = await client.send(
    new BatchGetItemCommand({ RequestItems: { [table]: { Keys: [...keys, counter] } } }),
  );
  if (Object.keys(answer.UnprocessedKeys ?? {}).length > 0)
    throw new TransientError("DynamoDB is too busy to read the site");
  const found = answer.Responses?.[table] ?? [];
  const ofCounter = found.find((item) => item[schema.partitionKey]?.S === counter.pk?.S);
  const stored = found
    .filter((item) => item !== ofCounter)
    .flatMap((item) => sites.parse({ Item: unmarshall(item) }).data ?? []);
  return { stored, usage: usageIn(ofCounter ?? {}) };
}
