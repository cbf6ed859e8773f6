import { table } from "./table.ts";

/**
 * The counter of a Discord server: what was asked for lately, and by whom. It is no ElectroDB entity, since its attributes
 * are sets that carry a person's id in their name, so that one conditional update can count for both the person and the
 * server. DynamoDB removes it a day after the last request.
 */
export const usageKey = (guildId: string | undefined) => ({
  [table.partitionKey]: { S: `usage#${guildId ?? "direct"}` },
  [table.sortKey]: { S: "usage" },
});

/** The sets, of the server or of one person. */
export const usageSets = (userId?: string) => {
  const of = userId === undefined ? "" : `#${userId}`;
  return { asked: `asked${of}`, open: `open${of}` };
};

/** Which set an attribute is, and whose: null when it is none. */
export function readUsageSet(attribute: string): { set: "asked" | "open"; user?: string } | null {
  const [set, user, ...rest] = attribute.split("#");
  if ((set !== "asked" && set !== "open") || rest.length > 0) return null;
  return { set, ...(user === undefined ? {} : { user }) };
}
