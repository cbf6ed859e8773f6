import { table } from "./table.ts";

/**
 * The people who are blocked in a Discord server. Each is an attribute, by the person's id in its name, so that one update
 * blocks or unblocks one of them whatever others do at the same moment. ElectroDB cannot describe such names, hence no
 * entity. It is not part of a site: a server without a site of its own has it too, and `site set` leaves it alone.
 */
export const blockedKey = (guildId: string) => ({
  [table.partitionKey]: { S: `blocked#${guildId}` },
  [table.sortKey]: { S: "blocked" },
});

const PREFIX = "person#";

export const blockedAttribute = (userId: string): string => `${PREFIX}${userId}`;

/** Whom an attribute says to be blocked; null for any other attribute. */
export const readBlockedAttribute = (attribute: string): string | null =>
  attribute.startsWith(PREFIX) ? attribute.slice(PREFIX.length) : null;
