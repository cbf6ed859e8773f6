import type { Need, OpenConversation } from "#src/admin/conversation-view.ts";
import { type ButtonRow, buttonFor, rowsOf } from "#src/discord/components.ts";
import { type Message, message } from "#src/discord/messages.ts";
import { limits } from "#src/discord/text.ts";
import { requestLine, thatFit, under } from "./status-message.ts";

const headings: Record<Need, string> = {
  failed: "Failed",
  owner: "Waiting for the person who asked",
  approval: "Waiting for approval",
  work: "Being worked on",
};
const needs: Need[] = ["failed", "approval", "owner", "work"];

/** What is open, failed and waiting in a server, a line each, with a button for each that can be tried again. */
export function serverMessage(open: OpenConversation[], more: boolean): Message {
  if (open.length === 0) return message(more ? NONE_OF_THE_NEWEST : NONE);
  const lines = needs.flatMap((need) =>
    under(headings[need], open.filter((one) => one.need === need).map(lineOf)),
  );
  const description = [
    ...thatFit(lines).map(({ text }) => text),
    ...(more ? ["*Older ones are not shown.*"] : []),
  ].join("\n");
  return message("Open, failed and waiting in this server:", [{ description }], waysOn(open));
}

const NONE = "Nothing is open, failed or waiting in this server.";
const NONE_OF_THE_NEWEST = "None of the newest requests in this server is open, failed or waiting.";

const lineOf = (one: OpenConversation) => ({
  text: requestLine(one, [`<@${one.user.id}>`, `\`${one.conversation_id}\``]),
});

/** The newest failures first, as many as there is room for. */
function waysOn(open: OpenConversation[]): ButtonRow[] {
  const failed = open.filter(({ need }) => need === "failed").slice(0, limits.buttons);
  return rowsOf(
    failed.map((one) => {
      const name = one.section_label ?? one.section ?? one.user.name;
      return buttonFor(one, one.file === undefined ? "redraft-for" : "retry-for", name);
    }),
  );
}
