import { expect, test } from "vitest";
import { message } from "#src/discord/messages.ts";
import { newMessage, onlyYou, onlyYouSee, updateMessage, updateState } from "#src/discord/replies.ts";

const words = "@everyone <@100000000000000001> <@&7>";

test.each([
  ["words for one person", onlyYou(words)],
  ["a message for one person", onlyYouSee(message(words))],
  ["a new message", newMessage(message(words))],
  ["another message in place of one", updateMessage(message(words))],
  ["another state of a message", updateState(words)],
])("%s: nobody is notified, whoever is mentioned in it", (_, reply) => {
  expect(reply).toMatchObject({ data: { content: words, allowed_mentions: { parse: [] } } });
});
