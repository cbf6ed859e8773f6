import { expect, test } from "vitest";
import { buttons, withPullRequest } from "#src/discord/components.ts";
import { endMessage, messageOf } from "#src/discord/messages.ts";
import { english } from "#src/words/english.ts";
import { conformanceProblems } from "#stand-ins/discord/conformance.ts";
import { messageProblems } from "#stand-ins/discord/limits.ts";
import { conversationIn, recordIn, result } from "#tests/support/conversations/example.ts";

const url = "https://github.com/acme/site/pull/7";
const published = { ...result, pull_request: { number: 7, url } };
const link = { type: 2, style: 5, label: "Pull request #7", url };

test("what was published has a button that leads to its pull request, also after it has ended", () => {
  const live = messageOf(english, conversationIn("published", { result: published }));
  const ended = endMessage(english, recordIn("published", { result: published }));
  for (const message of [live, ended]) {
    expect(message.components[0]?.components.at(-1)).toEqual(link);
    expect(messageProblems(message)).toEqual([]);
    expect(conformanceProblems("edit", message)).toEqual([]);
  }
});

test.each([
  "javascript:alert(1)",
  "https://github.com/a b",
  "https://user:pw@evil.example/x",
  `https://a.example/${"x".repeat(600)}`,
])("no button leads to %s", (address) => {
  const row = buttons(english, { conversation_id: "1", revision: 1 }, ["withdraw"]);
  expect(withPullRequest(english, row, { ...result, pull_request: { number: 7, url: address } })).toEqual([
    row,
  ]);
});
