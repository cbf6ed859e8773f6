import type { APIGuild, APIGuildChannel, APIGuildMember, APIOverwrite } from "discord-api-types/v10";

/** Discord's permission bits: https://discord.com/developers/docs/topics/permissions */
const ADMINISTRATOR = 1n << 3n;
export const SEND_MESSAGES = 1n << 11n;

/** A server, and what the bot is in it. */
export interface Server {
  guild: Pick<APIGuild, "id" | "roles">;
  bot: Pick<APIGuildMember, "roles" | "user">;
}

type Overwrites = Pick<APIGuildChannel, "permission_overwrites">;

/**
 * What the bot may do in a server, or in one of its channels: everything, when it administers the server; else what its roles
 * allow, then what the channel denies and allows everyone, the bot's roles together, and the bot itself.
 */
export function mayIn(server: Server, channel: Overwrites = {}): (permission: bigint) => boolean {
  const permissions = bitsIn(server, channel);
  return (permission) => (permissions & (permission | ADMINISTRATOR)) !== 0n;
}

function bitsIn({ guild, bot }: Server, channel: Overwrites): bigint {
  const ofRoles = guild.roles
    .filter(({ id }) => id === guild.id || bot.roles.includes(id))
    .reduce((all, role) => all | BigInt(role.permissions), 0n);
  if ((ofRoles & ADMINISTRATOR) !== 0n) return ofRoles;
  const { permission_overwrites: all = [] } = channel;
  const levels = [
    all.filter(({ id }) => id === guild.id),
    all.filter(({ id }) => id !== guild.id && bot.roles.includes(id)),
    all.filter(({ id }) => id === bot.user.id),
  ];
  return levels.reduce(changed, ofRoles);
}

const changed = (permissions: bigint, overwrites: APIOverwrite[]): bigint =>
  (permissions & ~unionOf(overwrites, "deny")) | unionOf(overwrites, "allow");

const unionOf = (overwrites: APIOverwrite[], side: "allow" | "deny"): bigint =>
  overwrites.reduce((all, one) => all | BigInt(one[side]), 0n);
