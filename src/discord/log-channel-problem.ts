import type { APIGuildChannel } from "discord-api-types/v10";
import { SEND_MESSAGES, type Server, mayIn } from "./bot-permissions.ts";

export type LogChannel = Pick<APIGuildChannel, "id" | "type" | "guild_id" | "permission_overwrites">;

/** A text channel, and one of announcements, by Discord's numbers. */
const OF_TEXT = new Set([0, 5]);

const needed: [name: string, permission: bigint][] = [
  ["View Channel", 1n << 10n],
  ["Send Messages", SEND_MESSAGES],
  // What was posted is looked for before it is posted again.
  ["Read Message History", 1n << 16n],
];

/** Why the bot could not tell anything in a channel, in one sentence that says what to do; null when it can. */
export function logChannelProblem(server: Server, channel: LogChannel): string | null {
  if (!OF_TEXT.has(channel.type)) return `Channel ${channel.id} is not a text channel: name one that is.`;
  const may = mayIn(server, channel);
  const missing = needed.filter(([, permission]) => !may(permission)).map(([name]) => name);
  if (missing.length === 0) return null;
  const [what, which] = missing.length > 1 ? ["permissions", "these"] : ["permission", "this"];
  return `The bot cannot tell anything in channel ${channel.id}: give it ${which} ${what} there: ${missing.join(", ")}.`;
}
