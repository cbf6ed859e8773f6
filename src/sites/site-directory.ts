import { type DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { type SiteEntity, type SiteItem, siteKey } from "#entities/site.ts";
import { SHAPE_OF_APPROVALS, hasKnownShape, isNewerShape } from "#entities/shape.ts";
import { NewerShapeError } from "#src/errors.ts";
import { table as schema } from "#entities/table.ts";
import { lostCondition } from "#src/lost-condition.ts";
import type { Catalogue } from "#src/site/catalogue.ts";
import type { StandingValue } from "#src/site/standing-values.ts";
import { readWithUsage } from "./read-with-usage.ts";
import { type Known, createSiteMemory } from "./site-memory.ts";
import { type SectionValues, createSiteValues } from "./site-values.ts";
import { type Usage, emptyUsage } from "./usage.ts";

/** The key of the site that the environment names, for servers (and direct messages) without a site of their own. */
export const DEFAULT_SITE = "default";

/** What an operator says of a server's site; absent parts are as GitHub or the design has them. */
export type SiteSettings = Pick<
  SiteItem,
  | "guild_id"
  | "repository"
  | "base_branch"
  | "config_path"
  | "asker_role_ids"
  | "admin_role_ids"
  | "approver_role_ids"
  | "approvals"
  | "limits"
  | "log_channel"
  | "pictures"
>;

/**
 * The sites of the deployment and what can be changed on them. A site that a later release wrote in a newer shape is
 * never changed: reading one, and an operator's change of one, throws NewerShapeError.
 */
export interface SiteDirectory {
  /**
   * The site of a Discord server: its own, else the default, else null. One request, at most once a minute a server;
   * none in between, whatever was found.
   * @throws TransientError when DynamoDB left one of the two unread: a server's own must not be taken for the default
   */
  find(guildId: string | undefined): Promise<SiteItem | null>;
  /** What a server's people have asked for, as it was read together with its site; empty when that was not read. */
  usageOf(guildId: string | undefined): Usage;
  /** Whether a person is blocked in a server. It is read together with the server's site, so that {@link find} pays for both. */
  isBlocked(guildId: string | undefined, userId: string): Promise<boolean>;
  /** Whether the default site serves a server, or direct messages (undefined). A site of its own always does. */
  defaultServes(guildId: string | undefined): boolean;
  /**
   * Keeps what `execution` read in the repository, so that requests are understood without reading it again; of a
   * server's own site only while it is there.
   */
  keepCatalogue(key: string, catalogue: Catalogue): Promise<void>;
  /** What a section of a site said when `execution` last read it. One read; null when it never did. */
  valuesOf(key: string, section: string): Promise<SectionValues | null>;
  /** Keeps what `execution` read of some sections, where it is not what this container kept of them before. */
  keepValues(key: string, sections: string[], values: StandingValue[]): Promise<void>;
  /** Asks `execution`, by the table's stream, to read the catalogue of a site again. */
  wantCatalogue(key: string): Promise<void>;
  /** The key of the site whose catalogue an item of the stream, as unmarshalled, asks for; null for any other item. */
  wantedIn(item: Record<string, unknown>): string | null;
  /** Stores a server's site in place of the one it had; its catalogue is read anew. */
  put(settings: SiteSettings): Promise<SiteItem>;
  /** False when there was none. */
  remove(guildId: string): Promise<boolean>;
  list(): Promise<SiteItem[]>;
}

/** A lost condition is an answer, not an error. */
const evenIfGone = { returnOnConditionCheckFailure: "all_old", data: "raw" } as const;

interface Options {
  table: string;
  client: DynamoDBClient;
  /** Made for the first change: a request only reads. */
  sites: () => SiteEntity;
  now: () => Date;
  /** Whether the environment names a site, so that there is a default before its catalogue is stored. */
  hasDefault: boolean;
  /** The servers that the default site serves; undefined: every server, and direct messages. */
  defaultServes?: readonly string[] | undefined;
}

export function createSiteDirectory(options: Options): SiteDirectory {
  const { sites, now, defaultServes } = options;
  const known = createSiteMemory(now);
  const values = createSiteValues(options);
  const knownOf = async (guildId: string | undefined): Promise<Known> => {
    const key = guildId ?? DEFAULT_SITE;
    return known.get(key) ?? known.keep(key, await read(options, guildId));
  };
  return {
    find: async (guildId) => (await knownOf(guildId)).site,
    usageOf: (guildId) => known.get(guildId ?? DEFAULT_SITE)?.usage ?? emptyUsage(),
    isBlocked: async (guildId, userId) => (await knownOf(guildId)).blocked.has(userId),
    defaultServes: (guildId) => !defaultServes || (guildId !== undefined && defaultServes.includes(guildId)),
    keepCatalogue: (key, catalogue) => keepCatalogue(options, key, catalogue),
    valuesOf: (key, section) => values.find(key, section),
    keepValues: (key, sections, read) => values.keep(key, sections, read),
    async wantCatalogue(key) {
      known.forget(key);
      await wish(options, key);
    },
    wantedIn: (item) => wantedIn(sites, item),
    put: (settings) => put(options, settings),
    remove: (guildId) => remove(sites(), guildId),
    async list() {
      const { data } = await sites().query.site({}).go({ pages: "all" });
      return data;
    },
  };
}

/** A server's site and usage, in one request. */
async function read(options: Options, guildId: string | undefined): Promise<Known> {
  const { now, hasDefault } = options;
  const ids = [...new Set([guildId ?? DEFAULT_SITE, DEFAULT_SITE])];
  const { stored, usage, blocked } = await readWithUsage(options, ids, guildId);
  if (stored.some(isNewerShape)) throw new NewerShapeError();
  const own = stored.find((site) => site.guild_id === guildId);
  if (own || !hasDefault) return { site: own ?? null, usage, blocked };
  return { site: stored[0] ?? { guild_id: DEFAULT_SITE, updated_at: now().toISOString() }, usage, blocked };
}

/** The default site may have no item yet; a server's own must not come back after it was removed. */
async function keepCatalogue({ sites, now }: Options, key: string, catalogue: Catalogue): Promise<void> {
  const update = { catalogue, updated_at: now().toISOString() };
  if (key === DEFAULT_SITE)
    await sites()
      .upsert({ guild_id: key, ...update })
      .where(hasKnownShape)
      .go(evenIfGone);
  else await sites().patch({ guild_id: key }).set(update).where(hasKnownShape).go(evenIfGone);
}

function wantedIn(sites: () => SiteEntity, item: Record<string, unknown>): string | null {
  if (item["__edb_e__"] !== "site") return null;
  if (isNewerShape(item)) throw new NewerShapeError();
  const {
    guild_id = null,
    catalogue_wanted_at = "",
    updated_at = "",
  } = sites().parse({ Item: item }).data ?? {};
  return catalogue_wanted_at > updated_at ? guild_id : null;
}

async function put({ sites, now }: Options, settings: SiteSettings): Promise<SiteItem> {
  const shape = settings.approvals ? { shape: SHAPE_OF_APPROVALS } : {};
  const site = { ...settings, ...shape, updated_at: now().toISOString() };
  const { rejected } = await sites().put(site).where(hasKnownShape).go(evenIfGone);
  if (rejected) throw new NewerShapeError();
  return site;
}

async function remove(sites: SiteEntity, guildId: string): Promise<boolean> {
  const { rejected, data } = await sites.remove({ guild_id: guildId }).where(hasKnownShape).go(evenIfGone);
  if (rejected && Object.hasOwn(data ?? {}, "Item")) throw new NewerShapeError();
  return !rejected;
}

/**
 * Names no other attribute, not even `shape`: what `interactions` may name of a site it may also write, and it may write
 * this one alone. The wish means the same in every shape. A site that is gone in the meantime has nothing to be read.
 */
async function wish({ table, client, now }: Options, guild_id: string): Promise<void> {
  const update = new UpdateItemCommand({
    TableName: table,
    Key: siteKey(guild_id),
    UpdateExpression: "SET #wanted = :at",
    ConditionExpression: "attribute_exists(#pk)",
    ExpressionAttributeNames: { "#wanted": "catalogue_wanted_at", "#pk": schema.partitionKey },
    ExpressionAttributeValues: marshall({ ":at": now().toISOString() }),
  });
  await client.send(update).catch((error: unknown) => {
    if (!lostCondition(error)) throw error;
  });
}
