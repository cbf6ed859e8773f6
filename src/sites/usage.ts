import type { Limits, LimitName } from "./limits.ts";

/** Milliseconds. */
const HOUR = 60 * 60 * 1000;

/**
 * What the people of a server have asked for lately. `asked`: when, in epoch seconds, and for which conversation, as
 * `1764086400.42`; those older than an hour may still be in it. `open`: ids of conversations, of which some may have ended.
 */
export interface Counters {
  asked: string[];
  open: string[];
}

export interface Usage extends Counters {
  people: Map<string, Counters>;
}

/** A request that is to be counted. */
export interface Countable {
  conversation_id: string;
  user_id: string;
  guild_id?: string | undefined;
}

const emptyCounters = (): Counters => ({ asked: [], open: [] });
export const emptyUsage = (): Usage => ({ ...emptyCounters(), people: new Map() });

export const askedEntry = (conversationId: string, at: Date): string =>
  `${Math.floor(at.getTime() / 1000)}.${conversationId}`;

/** The digits before the point; parsing stops there. */
const timeOf = (entry: string): number => Number.parseInt(entry, 10) * 1000;
export const idOf = (entry: string): string => entry.slice(entry.indexOf(".") + 1);

/** Those of the last hour, and those that no longer count. */
export const isRecent = (entry: string, now: Date): boolean => timeOf(entry) > now.getTime() - HOUR;

/** The first limit that one more request would exceed; null when it is within all. What has ended must be left out. */
export function exceeded(
  usage: Usage,
  { user_id, conversation_id }: Countable,
  { limits, now }: { limits: Limits; now: Date },
): LimitName | null {
  const own = usage.people.get(user_id) ?? emptyCounters();
  const others = (ids: string[]) => ids.filter((id) => id !== conversation_id).length;
  const recent = (asked: string[]) => others(asked.filter((entry) => isRecent(entry, now)).map(idOf));
  const counts: Limits = {
    person_open: others(own.open),
    person_hourly: recent(own.asked),
    server_open: others(usage.open),
    server_hourly: recent(usage.asked),
  };
  const order: LimitName[] = ["person_hourly", "server_hourly", "person_open", "server_open"];
  return order.find((name) => counts[name] >= limits[name]) ?? null;
}

/** The same without what no longer counts; `gone` tells what that is. */
export function prune(usage: Usage, ended: ReadonlySet<string>, now: Date): { kept: Usage; gone: Usage } {
  const [kept, gone] = [emptyUsage(), emptyUsage()];
  const sort = (from: Counters, keep: Counters, drop: Counters) => {
    for (const entry of from.asked) (isRecent(entry, now) ? keep : drop).asked.push(entry);
    for (const id of from.open) (ended.has(id) ? drop : keep).open.push(id);
  };
  sort(usage, kept, gone);
  for (const [user, counters] of usage.people) {
    const [keep, drop] = [emptyCounters(), emptyCounters()];
    sort(counters, keep, drop);
    kept.people.set(user, keep);
    if (drop.asked.length + drop.open.length > 0) gone.people.set(user, drop);
  }
  return { kept, gone };
}
