import type { Need, OpenConversation } from "#src/admin/conversation-view.ts";
import { type ButtonRow, buttonFor, rowsOf } from "#src/discord/components.ts";
import { type Message, message } from "#src/discord/messages.ts";
import { limits } from "#src/discord/text.ts";
import type { Say } from "#src/words/say.ts";
import { requestLine, thatFit, under } from "./status-message.ts";

const headings = {
  failed: "list.failed",
  owner: "list.waiting-owner",
  approval: "list.waiting-approval",
  work: "list.worked-on",
} as const;
const needs: Need[] = ["failed", "approval", "owner", "work"];

/** What is open, failed and waiting in a server, a line each, with a button for each that can be tried again. */
export function serverMessage(say: Say, open: OpenConversation[], more: boolean): Message {
  if (open.length === 0) return message(say(more ? "list.server-none-newest" : "list.server-none"));
  const lines = needs.flatMap((need) =>
    under(
      say(headings[need]),
      open.filter((one) => one.need === need).map((one) => lineOf(say, one)),
    ),
  );
  const description = [
    ...thatFit(say, lines).map(({ text }) => text),
    ...(more ? [`*${say("list.older")}*`] : []),
  ].join("\n");
  return message(say("list.server"), [{ description }], waysOn(say, open));
}

const lineOf = (say: Say, one: OpenConversation) => ({
  text: requestLine(say, one, [`<@${one.user.id}>`, `\`${one.conversation_id}\``]),
});

/** The newest failures first, as many as there is room for. */
function waysOn(say: Say, open: OpenConversation[]): ButtonRow[] {
  const failed = open.filter(({ need }) => need === "failed").slice(0, limits.buttons);
  return rowsOf(
    failed.map((one) => {
      const named = one.section_label ?? one.section ?? one.user.name;
      return buttonFor(say, one, { action: one.file === undefined ? "redraft-for" : "retry-for", named });
    }),
  );
}
