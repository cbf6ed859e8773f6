import { type ListPorts, newestConversations } from "#src/admin/list-conversations.ts";
import { administers } from "#src/sites/permissions.ts";
import type { SiteDirectory } from "#src/sites/site-directory.ts";
import { optionNames } from "#src/discord/commands.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import { type Reply, onlyYou, onlyYouSee } from "#src/discord/replies.ts";
import { statusMessage } from "./status-message.ts";

interface AdminPorts extends ListPorts {
  sites: Pick<SiteDirectory, "find">;
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

/** `/ux-admin`: a person's requests in this server, for its administrators, with two reads. */
export async function showRequestsOfUser(ports: AdminPorts, command: Command): Promise<Reply> {
  if (!command.guild_id) return onlyYou("`/ux-admin` works in a server only.");
  if (!(await administers(command, ports.sites)))
    return onlyYou("Only people with the permission **Manage Server** can see other people's requests.");
  const userId = userIn(command.options[optionNames.user] ?? "");
  if (!userId) return onlyYou("`user` must be a person of this server, or the id of one.");
  const { summaries, more } = await newestConversations(ports, userId, OF_USER);
  return onlyYouSee(
    statusMessage(
      summaries.filter(({ guild_id }) => guild_id === command.guild_id),
      {
        title: `Requests of <@${userId}> in this server:`,
        none: more
          ? `None of the newest ${OF_USER} requests of <@${userId}> is of this server.`
          : `<@${userId}> has no requests in this server.`,
        older: more,
        withIds: true,
      },
    ),
  );
}

/** A user option is a bare id; a mention is what a person types into one of text. */
const userIn = (option: string): string | undefined => /^(?:<@!?)?(\d{1,20})>?$/.exec(option.trim())?.[1];
