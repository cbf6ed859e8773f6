import { InteractionResponseType } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { responseProblems } from "#stand-ins/discord/limits.ts";
import { message } from "#src/discord/messages.ts";
import {
  answerModal,
  newMessage,
  onlyYou,
  onlyYouSee,
  updateMessage,
  updateState,
} from "#src/discord/replies.ts";
import { english } from "#src/words/english.ts";
import { conversationIn } from "#tests/support/conversations/example.ts";

const words = "@everyone, look";

test.each([
  ["words for one person", onlyYou(words)],
  ["a message for one person", onlyYouSee(message(words))],
  ["a new message", newMessage(message(words))],
  ["another message in place of one", updateMessage(message(words))],
  ["another state of a message", updateState(words, [])],
])("%s: nobody is notified by what is in it", (_, reply) => {
  expect(reply).toMatchObject({ data: { content: words, allowed_mentions: { parse: [] } } });
});

test("a form never asks for more than Discord takes, however much is missing", () => {
  const choices = Array.from({ length: 40 }, (_, at) => ({ value: `v${at}`, label: "x".repeat(200) }));
  const questions = Array.from({ length: 9 }, (_, at) => ({
    id: `value:p${at}`,
    text: "What should it be?",
    label: "New value ".repeat(10),
    choices,
  }));
  const conversation = { ...conversationIn("clarifying"), clarification_questions: questions };
  const reply = answerModal(english, { conversation }) as {
    data: { components: { component: { options: unknown[] } }[] };
  };
  expect(responseProblems(InteractionResponseType.Modal, reply.data)).toEqual([]);
  expect(reply.data.components).toHaveLength(5);
  expect(reply.data.components[0]?.component.options).toHaveLength(25);
});
