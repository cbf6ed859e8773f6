import { expect, test } from "vitest";
import type { Server } from "#src/discord/bot-permissions.ts";
import { type LogChannel, logChannelProblem } from "#src/discord/log-channel-problem.ts";

const [VIEW, SEND, READ, ADMINISTRATOR] = [1 << 10, 1 << 11, 1 << 16, 1 << 3];
const ALL = VIEW | SEND | READ;
const [EVERYONE, OF_BOT, OTHER, BOT] = ["1", "8", "9", "3"];

/** A server of which everyone may do this much, and a bot with the role 8. */
const server = (everyone: number, ofBot = 0) =>
  ({
    guild: {
      id: EVERYONE,
      roles: [
        { id: EVERYONE, permissions: String(everyone) },
        { id: OF_BOT, permissions: String(ofBot) },
        { id: OTHER, permissions: String(ADMINISTRATOR) },
      ],
    },
    bot: { roles: [OF_BOT], user: { id: BOT } },
  }) as unknown as Server;

const change = (id: string, { allow = 0, deny = 0 }) => ({
  id,
  type: id === BOT ? 1 : 0,
  allow: String(allow),
  deny: String(deny),
});
const channel = (permission_overwrites: object[] = [], type = 0) =>
  ({ id: "77", type, guild_id: EVERYONE, permission_overwrites }) as LogChannel;

test.each([
  ["a channel like the others", server(ALL), channel(), null],
  ["a voice channel", server(ALL), channel([], 2), "is not a text channel"],
  [
    "a server in which the bot may not write",
    server(VIEW | READ),
    channel(),
    "this permission there: Send Messages.",
  ],
  [
    "a server in which it may nothing",
    server(0),
    channel(),
    "these permissions there: View Channel, Send Messages, Read Message History.",
  ],
  [
    "a channel that is closed to everyone",
    server(ALL),
    channel([change(EVERYONE, { deny: VIEW })]),
    "View Channel",
  ],
  [
    "one that is open to the bot's role again",
    server(ALL),
    channel([change(EVERYONE, { deny: VIEW }), change(OF_BOT, { allow: VIEW })]),
    null,
  ],
  [
    "one that is open to another role",
    server(ALL),
    channel([change(EVERYONE, { deny: VIEW }), change(OTHER, { allow: VIEW })]),
    "View Channel",
  ],
  [
    "one that is closed to the bot itself",
    server(ALL),
    channel([change(OF_BOT, { allow: SEND }), change(BOT, { deny: SEND })]),
    "Send Messages",
  ],
  ["one that is open to the bot itself", server(0), channel([change(BOT, { allow: ALL })]), null],
  [
    "a bot that administers the server",
    server(0, ADMINISTRATOR),
    channel([change(BOT, { deny: ALL })]),
    null,
  ],
])("%s", (_, of, where, problem) => {
  const found = logChannelProblem(of, where);
  if (problem === null) expect(found).toBeNull();
  else expect(found).toContain(problem);
});
