import { type ListPorts, newestConversations } from "#src/admin/list-conversations.ts";
import { type OpenPorts, openInServer } from "#src/admin/open-conversations.ts";
import { administers } from "#src/sites/permissions.ts";
import type { SiteDirectory } from "#src/sites/site-directory.ts";
import { buttons } from "#src/discord/components.ts";
import { optionNames } from "#src/discord/commands.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import { type Reply, onlyYou, onlyYouSee } from "#src/discord/replies.ts";
import { NOT_AN_ADMINISTRATOR } from "./decide-for.ts";
import { serverMessage } from "./server-message.ts";
import { statusMessage } from "./status-message.ts";

export interface AdminPorts extends ListPorts, OpenPorts {
  sites: Pick<SiteDirectory, "find" | "isBlocked">;
}

type Command = Extract<Interaction, { kind: "command" }>;

/** How many of the newest are read: what one message can show, and more where other servers' are left out. */
const OWN = 25;
const OF_USER = 100;

/** `/ux-status`: the open and recent requests of the person who asks, with two reads. */
export async function showOwnRequests(ports: ListPorts, { user, guild_id }: Command): Promise<Reply> {
  const { summaries, more } = await newestConversations(ports, user.id, OWN);
  return onlyYouSee(
    statusMessage(summaries, {
      title: "Your requests:",
      none: "You have no requests yet. Use `/ux-update` to change the site.",
      older: more,
      canUndo: (one) => one.guild_id === guild_id,
    }),
  );
}

/** `/ux-admin`, for the administrators of a server, with two reads: all that is open, failed and waiting there, or one person's. */
export async function showToAdministrator(ports: AdminPorts, command: Command): Promise<Reply> {
  const { guild_id, options } = command;
  if (!guild_id) return onlyYou("`/ux-admin` works in a server only.");
  if (!(await administers(command, ports.sites))) return onlyYou(NOT_AN_ADMINISTRATOR);
  if (options[optionNames.user] === undefined) return showServer(ports, guild_id);
  const userId = userIn(options[optionNames.user] ?? "");
  if (!userId) return onlyYou("`user` must be a person of this server, or the id of one.");
  return showRequestsOfUser(ports, { userId, guild_id });
}

async function showServer(ports: AdminPorts, guildId: string): Promise<Reply> {
  const { conversations, more } = await openInServer(ports, guildId);
  return onlyYouSee(serverMessage(conversations, more));
}

async function showRequestsOfUser(
  ports: AdminPorts,
  { userId, guild_id }: { userId: string; guild_id: string },
): Promise<Reply> {
  const { summaries, more } = await newestConversations(ports, userId, OF_USER);
  const blocked = await ports.sites.isBlocked(guild_id, userId);
  const list = statusMessage(
    summaries.filter((one) => one.guild_id === guild_id),
    {
      title: `Requests of <@${userId}> in this server${blocked ? ", who is blocked" : ""}:`,
      none: more
        ? `None of the newest ${OF_USER} requests of <@${userId}> is of this server.`
        : `<@${userId}> has no requests in this server.`,
      older: more,
      withIds: true,
    },
  );
  const person = { conversation_id: userId, revision: 1 };
  return onlyYouSee({ ...list, components: [buttons(person, ["block", "unblock"])] });
}

/** A user option is a bare id; a mention is what a person types into one of text. */
const userIn = (option: string): string | undefined => /^(?:<@!?)?(\d{1,20})>?$/.exec(option.trim())?.[1];
