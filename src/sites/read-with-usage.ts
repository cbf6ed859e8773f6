import { type AttributeValue, BatchGetItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { type SiteItem, siteKey } from "#entities/site.ts";
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
}

/**
 * Reads some sites, and the counter and the blocked people of a server, with one request.
 * @throws TransientError when DynamoDB left one of them unread
 */
export async function readWithUsage(
  { table, client }: Options,
  siteIds: string[],
  guildId: string | undefined,
): Promise<{ stored: SiteItem[]; usage: Usage; blocked: Set<string> }> {
  const counter = usageKey(guildId);
  const people = guildId === undefined ? [] : [blockedKey(guildId)];
  const answer = await client.send(
    new BatchGetItemCommand({
      RequestItems: { [table]: { Keys: [...siteIds.map(siteKey), counter, ...people] } },
    }),
  );
  if (Object.keys(answer.UnprocessedKeys ?? {}).length > 0)
    throw new TransientError("DynamoDB is too busy to read the site");
  const found = answer.Responses?.[table] ?? [];
  const ofCounter = found.find((item) => item[schema.partitionKey]?.S === counter.pk?.S);
  const ofBlocked = found.find((item) => guildId !== undefined && isOfBlocked(item, guildId));
  const stored = found.filter((item) => item !== ofCounter && item !== ofBlocked).map(siteIn);
  const blocked = new Set(blocksIn(ofBlocked ?? {}).map(({ user_id }) => user_id));
  return { stored, usage: usageIn(ofCounter ?? {}), blocked };
}

/** An item's attributes that are not a site's. */
const inner = new Set<string>([schema.partitionKey, schema.sortKey, "__edb_e__", "__edb_v__"]);

/** What ElectroDB would read in a site's item, whose attributes are named as they are stored, without making its model. */
function siteIn(item: Record<string, AttributeValue>): SiteItem {
  const site = Object.entries(unmarshall(item)).filter(([name]) => !inner.has(name));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is found under a site's key is a site
  return Object.fromEntries(site) as SiteItem;
}
