import { type ListPorts, newestConversations } from "#src/admin/list-conversations.ts";
import { type OpenPorts, openInServer } from "#src/admin/open-conversations.ts";
import { administers } from "#src/sites/permissions.ts";
import type { SiteDirectory } from "#src/sites/site-directory.ts";
import { buttons } from "#src/discord/components.ts";
import { optionNames } from "#src/discord/commands.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import { type Reply, onlyYou, onlyYouSee } from "#src/discord/replies.ts";
import { serverMessage } from "./server-message.ts";
import type { Spoken } from "./spoken.ts";
import { statusMessage } from "./status-message.ts";

export interface AdminPorts extends ListPorts, OpenPorts, Spoken {
  sites: Pick<SiteDirectory, "find" | "isBlocked">;
}

type Command = Extract<Interaction, { kind: "command" }>;

/** How many of the newest are read: what one message can show, and more where other servers' are left out. */
const OWN = 25;
const OF_USER = 100;

/** `/ux-status`: the open and recent requests of the person who asks, with two reads. */
export async function showOwnRequests(
  ports: ListPorts & Spoken,
  { user, guild_id }: Command,
): Promise<Reply> {
  const { say } = ports;
  const { summaries, more } = await newestConversations(ports, user.id, OWN);
  return onlyYouSee(
    statusMessage(say, summaries, {
      title: say("list.own"),
      none: say("list.own-none"),
      older: more,
      canUndo: (one) => one.guild_id === guild_id,
    }),
  );
}

/** `/ux-admin`, for the administrators of a server, with two reads: all that is open, failed and waiting there, or one person's. */
export async function showToAdministrator(ports: AdminPorts, command: Command): Promise<Reply> {
  const { guild_id, options } = command;
  if (!guild_id) return onlyYou(ports.say("list.server-only"));
  if (!(await administers(command, ports.sites))) return onlyYou(ports.say("access.no-administrator"));
  if (options[optionNames.user] === undefined) return showServer(ports, guild_id);
  const userId = userIn(options[optionNames.user] ?? "");
  if (!userId) return onlyYou(ports.say("list.no-person"));
  return showRequestsOfUser(ports, { userId, guild_id });
}

async function showServer(ports: AdminPorts, guildId: string): Promise<Reply> {
  const { conversations, more } = await openInServer(ports, guildId);
  return onlyYouSee(serverMessage(ports.say, conversations, more));
}

async function showRequestsOfUser(
  ports: AdminPorts,
  { userId, guild_id }: { userId: string; guild_id: string },
): Promise<Reply> {
  const { summaries, more } = await newestConversations(ports, userId, OF_USER);
  const blocked = await ports.sites.isBlocked(guild_id, userId);
  const { say } = ports;
  const who = `<@${userId}>`;
  const list = statusMessage(
    say,
    summaries.filter((one) => one.guild_id === guild_id),
    {
      title: say(blocked ? "list.of-blocked" : "list.of", { who }),
      none: more ? say("list.of-none-newest", { who, most: OF_USER }) : say("list.of-none", { who }),
      older: more,
      withIds: true,
    },
  );
  const person = { conversation_id: userId, revision: 1 };
  return onlyYouSee({ ...list, components: [buttons(say, person, ["block", "unblock"])] });
}

/** A user option is a bare id; a mention is what a person types into one of text. */
const userIn = (option: string): string | undefined => /^(?:<@!?)?(\d{1,20})>?$/.exec(option.trim())?.[1];
