import { SEND_MESSAGES, type Server, mayIn } from "./bot-permissions.ts";

const MENTION_EVERYONE = 1n << 17n;

/**
 * Why the bot could not tell those who approve, in one sentence that says what to do; null when it can. A channel may still
 * forbid what the server allows.
 */
export function announcingProblem({ guild, bot }: Server, roleIds: string[]): string | null {
  const here = guild.roles.filter(({ id }) => roleIds.includes(id));
  if (here.length === 0)
    return `Server ${guild.id} has none of the roles that approve: name one of its own with --approver-role.`;
  const may = mayIn({ guild, bot });
  if (!may(SEND_MESSAGES))
    return `The bot may not write in server ${guild.id}, so that it could not tell those who approve: give it the permission Send Messages.`;
  const silent = here.find(({ mentionable }) => !mentionable && !may(MENTION_EVERYONE));
  return silent
    ? `The bot may not mention role ${silent.id} in server ${guild.id}, so that it could not tell those who approve: let everyone mention the role, or give the bot the permission Mention All Roles.`
    : null;
}
