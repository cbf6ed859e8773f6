import { expect, test } from "vitest";
import { announcingProblem } from "#src/discord/announcing-problem.ts";
import type { Server } from "#src/discord/bot-permissions.ts";

const SEND = String(1 << 11);
const MENTION_ALL = String((1 << 11) | (1 << 17));

/** A server with the role 7, and a bot with the role 8. */
const server = (everyone: string, bot: string, mentionable = false) =>
  ({
    guild: {
      id: "1",
      roles: [
        { id: "1", permissions: everyone, mentionable: false },
        { id: "7", permissions: "0", mentionable },
        { id: "8", permissions: bot, mentionable: false },
      ],
    },
    bot: { roles: ["8"] },
  }) as unknown as Server;

test.each([
  ["a role of another server", server(SEND, MENTION_ALL), ["9"], "none of the roles"],
  ["a bot that may not write", server("0", "0", true), ["7"], "Send Messages"],
  ["a role that it may not mention", server(SEND, "0"), ["7"], "may not mention role 7"],
  ["a role that everyone may mention", server(SEND, "0", true), ["7"], null],
  ["a bot that may mention all roles", server("0", MENTION_ALL), ["7"], null],
  ["a bot that administers the server", server("0", String(1 << 3)), ["7"], null],
])("%s", (_, of, roles, problem) => {
  const found = announcingProblem(of, roles);
  if (problem === null) expect(found).toBeNull();
  else expect(found).toContain(problem);
});
