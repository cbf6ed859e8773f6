import { table } from "./table.ts";

/**
 * The counter of a Discord server: who asked for what in the last hour. Its attributes are sets with a person's id in
 * their name, so one conditional update counts for both the person and the server. ElectroDB cannot describe such names,
 * hence no entity. DynamoDB deletes the item a day after the last request.
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

/** Which set an attribute holds, and whose; null for any other attribute. */
export function readUsageSet(attribute: string): { set: "asked" | "open"; user?: string } | null {
  const [set, user, ...rest] = attribute.split("#");
  if ((set !== "asked" && set !== "open") || rest.length > 0) return null;
  return { set, ...(user === undefined ? {} : { user }) };
}
