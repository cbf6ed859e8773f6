import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { table as schema } from "#entities/table.ts";
import { readUsageSet, usageKey, usageSets } from "#entities/usage.ts";
import { TransientError } from "#src/errors.ts";
import type { LimitName, Limits } from "./limits.ts";
import { type Item, updateWhen } from "./update-when.ts";
import { type Countable, type Usage, askedEntry, emptyUsage, exceeded, prune } from "./usage.ts";

/** How long a counter is kept after the last request, in seconds: as long as what was confirmed may stay open. */
const KEPT = 24 * 60 * 60;
/** How often a lost write is repeated while other requests are counted at the same moment. */
const TRIES = 5;

/** Counts requests so that no more than the limits are open, or asked within an hour. */
export interface UsageCounter {
  /**
   * Counts one request of a person and of their server, at most once a conversation. One write; when a limit seems to be
   * reached, one more read finds out what has ended since.
   * @throws TransientError when too many count at the same moment
   */
  count(request: Countable, limits: Limits): Promise<{ limit: LimitName | null }>;
  /** Forgets whom the requests of a server were of; the server's own count stays. */
  forget(guildId: string | undefined, userId: string): Promise<void>;
}

interface Options {
  table: string;
  client: Pick<DynamoDBClient, "send">;
  now: () => Date;
  /** Which of these conversations are still open. */
  openAmong(conversationIds: string[]): Promise<Set<string>>;
}

export function createUsageCounter(options: Options): UsageCounter {
  return {
    async count(request, limits) {
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const found = await add(options, request, limits);
        if (!found || found.people.get(request.user_id)?.open.includes(request.conversation_id))
          return { limit: null };
        const limit = await makeRoom(options, { request, limits, found });
        if (limit) return { limit };
      }
      throw new TransientError("Too many requests come at the same moment. Please try again.");
    },
    async forget(guildId, userId) {
      const { asked, open } = usageSets(userId);
      await send(options, guildId, {
        UpdateExpression: "REMOVE #asked, #open",
        ConditionExpression: "attribute_exists(#pk)",
        ExpressionAttributeNames: { "#asked": asked, "#open": open, "#pk": schema.partitionKey },
      });
    },
  };
}

const within = (name: string, most: string): string =>
  `(attribute_not_exists(${name}) OR size(${name}) < ${most})`;

/** The one write: null when it counted, else what was there instead. DynamoDB compares the size of each set. */
async function add(options: Options, request: Countable, limits: Limits): Promise<Usage | null> {
  const at = options.now();
  const [person, server] = [usageSets(request.user_id), usageSets()];
  return send(options, request.guild_id, {
    UpdateExpression: "ADD #asked :entry, #open :id, #own_asked :entry, #own_open :id SET #ttl = :ttl",
    ConditionExpression: [
      "NOT contains(#own_open, :member)",
      within("#asked", ":server_hourly"),
      within("#open", ":server_open"),
      within("#own_asked", ":person_hourly"),
      within("#own_open", ":person_open"),
    ].join(" AND "),
    ExpressionAttributeNames: {
      "#asked": server.asked,
      "#open": server.open,
      "#own_asked": person.asked,
      "#own_open": person.open,
      "#ttl": schema.ttlAttribute,
    },
    ExpressionAttributeValues: {
      ":entry": { SS: [askedEntry(request.conversation_id, at)] },
      ":id": { SS: [request.conversation_id] },
      ":member": { S: request.conversation_id },
      ":ttl": { N: String(Math.floor(at.getTime() / 1000) + KEPT) },
      ...Object.fromEntries(Object.entries(limits).map(([name, most]) => [`:${name}`, { N: String(most) }])),
    },
  });
}

/** Removes requests that no longer count. Returns the limit that is still reached, or null when there is room. */
async function makeRoom(
  options: Options,
  { request, limits, found }: { request: Countable; limits: Limits; found: Usage },
): Promise<LimitName | null> {
  const now = options.now();
  const reached = exceeded(found, request, { limits, now });
  if (reached?.endsWith("hourly")) return reached;
  const own = found.people.get(request.user_id)?.open ?? [];
  const doubtful = found.open.length >= limits.server_open ? found.open : own;
  const open = await options.openAmong(reached ? doubtful : []);
  const ended = reached ? doubtful.filter((id) => !open.has(id)) : [];
  const { kept, gone } = prune(found, new Set(ended), now);
  await remove(options, request.guild_id, gone);
  return exceeded(kept, request, { limits, now });
}

/** Deleting from a set what is no longer in it changes nothing, so that this needs no condition but that the item is there. */
async function remove(options: Options, guildId: string | undefined, gone: Usage): Promise<void> {
  const lists = [[undefined, gone] as const, ...gone.people].flatMap(([user, counters]) =>
    (["asked", "open"] as const).map((set) => ({ name: usageSets(user)[set], members: counters[set] })),
  );
  const some = lists.filter(({ members }) => members.length > 0);
  if (some.length === 0) return;
  await send(options, guildId, {
    UpdateExpression: `DELETE ${some.map((_, at) => `#n${at} :m${at}`).join(", ")}`,
    ConditionExpression: "attribute_exists(#pk)",
    ExpressionAttributeNames: {
      "#pk": schema.partitionKey,
      ...Object.fromEntries(some.map(({ name }, at) => [`#n${at}`, name])),
    },
    ExpressionAttributeValues: Object.fromEntries(
      some.map(({ members }, at) => [`:m${at}`, { SS: members }]),
    ),
  });
}

/** Null when the update was made, else the counter that its condition was lost to. */
async function send(options: Options, guildId: string | undefined, update: Parameters<typeof updateWhen>[2]) {
  const lostTo = await updateWhen(options, usageKey(guildId), update);
  return lostTo && usageIn(lostTo);
}

/** A counter's item, as it comes over the wire. */
export function usageIn(item: Item): Usage {
  const usage = emptyUsage();
  for (const [attribute, { SS = [] }] of Object.entries(item)) {
    const of = readUsageSet(attribute);
    if (of?.user === undefined && of) usage[of.set] = SS;
    if (of?.user !== undefined)
      usage.people.set(of.user, { asked: [], open: [], ...usage.people.get(of.user), [of.set]: SS });
  }
  return usage;
}
